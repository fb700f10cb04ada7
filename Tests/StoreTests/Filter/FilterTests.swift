import Billing
import BillingAPI
import Store
import Testing

@Suite struct `Filtering invoices` {
  private func mirror() throws -> Mirror {
    try Mirror.holding(
      .invoices,
      invoice(1, customer: (1, "Doe Industries"), total: 100_000, dueIn: 10, reference: "REF-118"),
      invoice(2, customer: (2, "Åsa Müller"), status: "VIEWED", total: 198_000, dueIn: -40),
      invoice(3, customer: (1, "Doe Industries"), status: "DRAFT", total: 5_000, dueIn: 45),
      invoice(
        4, customer: (3, "Marigold GmbH"), status: "COMPLETED", paid: "PAID", total: 99_999, due: 0, dueIn: -5,
        currency: 3),
      invoice(
        5, customer: (3, "Marigold GmbH"), status: "OVERDUE", paid: "PARTIALLY_PAID", total: 60_000, due: 20_000,
        dueIn: -1, currency: 3))
  }

  @Test(
    arguments: [
      ("", [1, 2, 3, 4, 5]),
      ("doe", [1, 3]), ("DOE", [1, 3]), ("müller", [2]), ("muller", [2]), ("asa", [2]),
      ("INV-000004", [4]), ("004", [4]), ("ref-118", [1]), ("overdue", [5]), ("1980.00", [2]), ("1,980", [2]),
      ("doe 118", [1]), ("doe marigold", []), ("doe|marigold", [1, 3, 4, 5]), ("!doe", [2, 4, 5]), ("!!doe", [1, 3]),
      ("!doe|asa", [2, 4, 5]), ("\"doe industries\"", [1, 3]), ("\"is:open\"", []), ("!\"doe industries\"", [2, 4, 5]),
      ("is:open", [1, 2, 5]), ("is:late", [2, 5]), ("is:draft", [3]), ("is:paid", [4]), ("is:partial", [5]),
      ("!is:open", [3, 4]), ("is:late|is:draft", [2, 3, 5]),
      ("status:sent", [1]), ("status:sent,viewed", [1, 2]), ("!status:sent", [2, 3, 4, 5]), ("status:none", []),
      ("cust:doe", [1, 3]), ("cust:\"doe ind\"", [1, 3]), ("cust:118", []), ("cust:#3", [4, 5]),
      ("cur:usd", [1, 2, 3]), ("cur:3", [4, 5]),
      ("amt>=1k", [1, 2]), ("amt>1k", [2]), ("amt=50", [3]), ("amt<=50.00", [3]), ("amt<1,000", [3, 4, 5]),
      ("bal>0", [1, 2, 3, 5]), ("bal=200", [5]), ("bal<0", []),
      ("late>30", [2]), ("late>=1", [2, 5]), ("late<30", [5]), ("late=1", [5]),
      ("due<today", [2, 4, 5]), ("due<=10d", [1, 2, 4, 5]), ("due>10d", [3]), ("due>-3d", [1, 3, 5]),
      ("has:ref", [1]), ("!has:ref", [2, 3, 4, 5]), ("has:due", [1, 2, 3, 4, 5]),
      ("is:open cur:3 bal>=100", [5]),
      ("is:sent", [1]), ("is:viewed|is:completed", [2, 4]), ("amt:1000", [1]), ("late:1", [5]),
      ("amt~1.9k", [2]), ("bal~205", [5]), ("amt~1000", [1, 4]), ("!amt~1000", [2, 3, 5]),
      ("due=tomorrow", []), ("due>yesterday", [1, 3]), ("due<=-1w", [2]), ("due<2w", [1, 2, 4, 5]),
      ("date:1999", []), ("date>=1999-12 !date:2000-01", [1, 2, 3, 4, 5]), ("due<=eoy|due>eoy", [1, 2, 3, 4, 5]),
      ("~muler", [2]), ("~industires", [1, 3]), ("~MARYGOLD", [4, 5]), ("!~marygold", [1, 2, 3]), ("~zzz", []),
      ("cust:~marigld", [4, 5]), ("~doe|~muller", [1, 2, 3]),
    ] as [(String, [Int64])])
  func `the language says what is shown`(_ filter: String, _ ids: [Int64]) throws {
    #expect(try mirror().ids(.invoices, where: filter) == ids)
  }

  @Test func `months and years are all their days`() throws {
    let mirror = try Mirror.inMemory()
    let days = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2027-01-01"]
    try mirror.take(
      .payments, days.enumerated().map { #"{"id":\#($0 + 1),"payment_date":"\#($1)"}"# })
    let expected: [(String, [Int64])] = [
      ("date:2026-03", [2, 3]), ("date=2026", [1, 2, 3, 4]), ("date>2026-03", [4, 5]), ("date>=2026-03", [2, 3, 4, 5]),
      ("date<2026-03", [1]), ("date<=2026-03", [1, 2, 3]), ("date>2026", [5]),
    ]
    for (filter, ids) in expected { #expect(try mirror.ids(.payments, where: filter) == ids, "\(filter)") }
  }

  @Test func `relative days know weeks, months and years`() throws {
    let wednesday = CalendarDate(year: 2026, month: 2, day: 11) ?? .first
    let expected = [
      "today": "2026-02-11", "yesterday": "2026-02-10", "tomorrow": "2026-02-12", "eow": "2026-02-15",
      "som": "2026-02-01", "eom": "2026-02-28", "eoy": "2026-12-31", "2w": "2026-02-25", "-7d": "2026-02-04",
    ]
    for (word, day) in expected {
      let condition = try ListFilter.parse("due=\(word)", kind: .invoices).get().clauses.first?.terms.first?.condition
      guard case .day(.due, .equal, let bound) = condition else {
        Issue.record("\(word)")
        continue
      }
      #expect(bound.days(on: wednesday).lowerBound.iso == day, "\(word)")
    }
  }

  @Test func `days are told from the day of asking`() throws {
    let mirror = try mirror()
    let filter = try ListFilter.parse("due<=eom", kind: .invoices).get()
    let asked = ListRequest(.invoices, filter: filter, sort: SortOrder(.id), today: today.adding(days: -400))
    #expect(try mirror.order(of: asked) == [])
    #expect(try ListFilter.parse("due=2026-03-01", kind: .invoices).get().clauses.count == 1)
  }

  @Test func `what is unknown of a record is not so, and its opposite is`() throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":1}"#)
    for filter in ["is:open", "is:late", "amt>0", "bal=0", "due<eom", "late>1", "status:sent", "cur:usd"] {
      #expect(try mirror.ids(.invoices, where: filter) == [], "\(filter)")
      #expect(try mirror.ids(.invoices, where: "!\(filter)") == [1], "\(filter)")
    }
  }

  @Test(arguments: ["'", "%", "_", "\\", "' OR 1=1 --", "?"])
  func `what is typed is searched for, never run`(_ text: String) throws {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2, customer: (9, "a\\u0027b% c_d")))
    let quoted = "\"\(text)\""
    #expect(try mirror.ids(.invoices, where: quoted).count <= 1)
    #expect(try mirror.completeness(.invoices).loaded == 2)
  }

  @Test func `tabs and customers filter as if they were typed`() throws {
    let mirror = try mirror()
    let both = ListFilter.statuses(["SENT", "DRAFT"]).and(.customer(Identifier(1)))
    #expect(both.text == "status:sent,draft cust:#1")
    let request = ListRequest(.invoices, filter: both, sort: SortOrder(.id), today: today)
    #expect(try mirror.order(of: request) == [1, 3])
    #expect(try ListFilter.parse(both.text, kind: .invoices).get() == both)
  }
}

@Suite struct `Filtering other kinds` {
  @Test func `a customer is found by anything that is known of it`() throws {
    let mirror = try Mirror.holding(
      .customers, customer(1, "Doe Industries", phone: "+1 (555) 01-00", city: "Łódź"), customer(2, "Straße & Søn"))
    for text in ["5550100", "0100", "lodz", "doe"] {
      #expect(try mirror.ids(.customers, where: text) == [1], "\(text)")
    }
    #expect(try mirror.ids(.customers, where: "strasse son") == [2])
  }

  @Test func `customers are filtered by what they owe`() throws {
    let mirror = try Mirror.holding(.customers, customer(1, "A"), customer(2, "B"))
    try mirror.take(
      .invoices, [invoice(1, customer: (1, "A"), due: 6_000), invoice(2, customer: (1, "A"), due: 6_000, dueIn: -3)])
    #expect(try mirror.ids(.customers, where: "bal>100") == [1])
    #expect(try mirror.ids(.customers, where: "bal>120") == [])
    #expect(try mirror.ids(.customers, where: "is:late") == [1])
    #expect(try mirror.ids(.customers, where: "!is:open") == [2])
  }

  @Test func `customers are filtered by how late they are and what is known of them`() throws {
    let mirror = try Mirror.holding(
      .customers, #"{"id":1,"name":"A","email":"a@b.example","company_name":"Acme"}"#, customer(2, "B", phone: "1"))
    try mirror.take(.invoices, [invoice(1, customer: (1, "A"), dueIn: -40), invoice(2, customer: (2, "B"), dueIn: -3)])
    let expected: [(String, [Int64])] = [
      ("late>30", [1]), ("late>=3", [1, 2]), ("!late>30", [2]), ("has:email", [1]), ("has:phone", [2]),
      ("!has:company", [2]), ("~acne", [1]),
    ]
    for (filter, ids) in expected { #expect(try mirror.ids(.customers, where: filter) == ids, "\(filter)") }
  }

  @Test func `expenses, payments, estimates and items are searched by what they show`() throws {
    let mirror = try Mirror.holding(
      .expenses, #"{"id":1,"amount":4500,"notes":"Team lunch","expense_category":{"id":2,"name":"Meals"}}"#)
    try mirror.take(.items, [#"{"id":1,"name":"Logo","description":"brand identity","price":250000}"#])
    try mirror.take(.estimates, [#"{"id":1,"estimate_number":"EST-9","status":"DRAFT","expiry_date":"2026-01-01"}"#])
    try mirror.take(.payments, [#"{"id":1,"payment_number":"PAY-7","amount":100,"payment_date":"2026-02-05"}"#])
    for text in ["meals", "lunch", "45.00", "amt=45", "has:note"] {
      #expect(try mirror.ids(.expenses, where: text) == [1], "\(text)")
    }
    for text in ["identity", "2500.00", "amt>2k"] { #expect(try mirror.ids(.items, where: text) == [1], "\(text)") }
    for text in ["est-9", "is:draft", "due<2026-01-02"] {
      #expect(try mirror.ids(.estimates, where: text) == [1], "\(text)")
    }
    for text in ["pay-7", "amt=1", "date>2026-02-04"] {
      #expect(try mirror.ids(.payments, where: text) == [1], "\(text)")
    }
  }
}

@Suite struct `Filters that are not understood` {
  @Test(
    arguments: [
      ("foo:bar", 0, FilterProblem.Reason.unknownField("foo:")),
      ("doe foo>3", 4, .unknownField("foo>")),
      (
        "is:green", 0, .unknownValue(field: "is:", value: "green", known: ["open", "late", "draft", "paid", "partial"])
      ),
      ("is:", 0, .missingValue(field: "is:")),
      ("a|amt>", 2, .missingValue(field: "amt>")),
      ("amt>lots", 0, .noNumber(field: "amt", value: "lots")),
      ("amt>0.001", 0, .noNumber(field: "amt", value: "0.001")),
      ("late>soon", 0, .noNumber(field: "late", value: "soon")),
      ("due<whenever", 0, .noDay(field: "due", value: "whenever")),
      ("doe \"half", 4, .openQuote), ("~", 0, .missingValue(field: "~")), ("amt~", 0, .missingValue(field: "amt~")),
      ("date:2026-13", 0, .noDay(field: "date", value: "2026-13")),
    ] as [(String, Int, FilterProblem.Reason)])
  func `say where and why`(_ text: String, _ offset: Int, _ reason: FilterProblem.Reason) throws {
    guard case .failure(let problem) = ListFilter.parse(text, kind: .invoices) else {
      Issue.record("was understood")
      return
    }
    #expect(problem.offset == offset)
    #expect(problem.reason == reason)
    #expect(problem.sentence.hasSuffix("."))
  }

  @Test(arguments: [
    (ResourceKind.items, "is:open"), (.items, "cust:a"), (.expenses, "bal>0"), (.payments, "status:sent"),
    (.payments, "late>3"), (.customers, "amt>1"), (.items, "due<eom"), (.items, "has:note"), (.items, "date>today"),
  ])
  func `a field that the kind does not have is named`(_ kind: ResourceKind, _ text: String) {
    guard case .failure(let problem) = ListFilter.parse(text, kind: kind) else {
      Issue.record("was understood")
      return
    }
    guard case .notOfKind = problem.reason else {
      Issue.record("\(problem.reason)")
      return
    }
  }

  @Test func `a status that no record has is a mistake where the vocabulary is known`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1, status: "ODD"))
    let vocabulary = try mirror.filterVocabulary(.invoices)
    #expect(vocabulary.statuses == ["DRAFT", "SENT", "VIEWED", "OVERDUE", "COMPLETED", "ODD"])
    #expect(throws: Never.self) {
      try ListFilter.parse("status:odd,sent", kind: .invoices, vocabulary: vocabulary).get()
    }
    #expect(throws: FilterProblem.self) {
      try ListFilter.parse("status:snet", kind: .invoices, vocabulary: vocabulary).get()
    }
  }

  @Test func `whatever is typed is understood or explained, and what is understood runs`() throws {
    let pieces = [
      "is:", "status:", "cust:", "cur:", "has:", "~", "amt", "bal", "late", "due", "date", ">=", "<", "=", ":", "!",
      "|",
      "\"",
      " ", "open", "1k", "1.5", "eom", "-7d", "2026-02-30", "'", "%", "\u{0}", "é", "👩‍👧", "9999999999999999999", ",",
      "#",
      "usd", "--", ".",
    ]
    var random = SplitMix(state: 42)
    let mirror = try Mirror.holding(.invoices, invoice(1))
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let kind = ResourceKind.allCases.randomElement(using: &random) ?? .invoices
      switch ListFilter.parse(text, kind: kind) {
      case .success(let filter):
        #expect(throws: Never.self, "\(text)") { try mirror.order(of: ListRequest(kind, filter: filter, today: today)) }
      case .failure(let problem):
        #expect(problem.offset >= 0 && problem.offset <= text.count, "\(text)")
      }
    }
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
