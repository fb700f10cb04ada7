import Billing
import BillingAPI
import Store
import Testing

@Suite struct `Completing a filter` {
  private func mirror() throws -> Mirror {
    let mirror = try Mirror.holding(
      .invoices, invoice(1), invoice(2), invoice(3, currency: 3), invoice(4, status: "ODD"))
    try mirror.take(.customers, [customer(1, "Doe Industries"), customer(2, "Overdoe"), customer(3, "Smith")])
    return mirror
  }

  private func complete(_ text: String, caret: Int? = nil, kind: ResourceKind = .invoices) throws -> FilterCompletion {
    try mirror().filterCompletion(text, caret: caret ?? text.count, kind: kind)
  }

  @Test(
    arguments: [
      ("is:", ["is:open", "is:late", "is:draft", "is:paid", "is:partial"]), ("is:pa", ["is:paid", "is:partial"]),
      ("!is:la", ["is:late"]), ("status:o", ["status:overdue", "status:odd"]),
      ("status:sent,vi", ["status:sent,viewed"]), ("cur:", ["cur:usd", "cur:eur"]), ("has:r", ["has:ref"]),
      ("due<eo", ["due<eow", "due<eom", "due<eoy"]), ("late>3", ["late>30"]), ("doe|is:dr", ["is:draft"]),
      ("cust:do", ["cust:\"Doe Industries\"", "cust:Overdoe"]), ("cust:\"doe i", ["cust:\"Doe Industries\""]),
      ("sta", ["status:"]), ("la", ["late>", "is:late"]), ("zz", []), ("\"is:", []), ("due<zz", []),
    ] as [(String, [String])])
  func `what can stand at the caret is offered`(_ text: String, _ expected: [String]) throws {
    #expect(try complete(text).candidates.map(\.text) == expected)
  }

  @Test func `an empty line offers every field that the kind has`() throws {
    #expect(
      try complete("").candidates.map(\.text) == [
        "is:", "status:", "has:", "cust:", "cur:", "amt>=", "bal>=", "due<", "date>=", "late>", "~", "!",
      ])
    #expect(
      try complete("", kind: .items).candidates.map(\.text) == ["cur:", "amt>=", "~", "!"])
  }

  @Test func `a field that compares offers its comparisons`() throws {
    let amounts = try complete("amt").candidates.map(\.text)
    #expect(amounts.prefix(6) == ["amt>=", "amt<=", "amt>", "amt<", "amt=", "amt~"])
    #expect(try !complete("due").candidates.map(\.text).contains("due~"))
  }

  @Test func `it replaces the word before the caret, from behind its exclamation marks`() throws {
    #expect(try complete("doe !is:la smith", caret: 10).range == 5..<10)
    #expect(try complete("doe is:la", caret: 0).range == 0..<0)
    #expect(try complete("cust:\"doe i", caret: 11).range == 0..<11)
    #expect(try complete("a|b", caret: 99).range == 2..<3)
  }

  @Test(arguments: ResourceKind.allCases)
  func `what it offers whole is understood`(_ kind: ResourceKind) throws {
    let mirror = try mirror()
    for start in ["", "is:", "has:", "status:", "cur:", "cust:d", "due<", "date>", "late>", "i", "s", "d"] {
      let completion = try mirror.filterCompletion(start, caret: start.count, kind: kind)
      for candidate in completion.candidates where !candidate.isOpenEnded {
        guard case .failure(let problem) = ListFilter.parse(candidate.text, kind: kind) else { continue }
        // A field that was typed although the kind does not have it is explained, not completed away.
        #expect(start.contains { ":<>".contains($0) }, "\(candidate.text): \(problem.sentence)")
      }
      #expect(completion.candidates.allSatisfy { !$0.meaning.isEmpty })
    }
  }
}
