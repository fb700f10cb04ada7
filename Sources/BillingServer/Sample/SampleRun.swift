internal import Billing
internal import BillingAPI

/// One filling of sample books: draws row after row and hands them to the writer.
struct SampleRun {
  let sample: SampleBooks
  let currency: Identifier<Currency>
  let writer: SampleWriter
  var random: SampleRandom
  var customers: [SampleCustomer] = []
  var payments: [SamplePayment] = []
  var methods: [Int64] = []

  /// How far back the books reach, in days: eighteen months.
  static let history = 548

  init(_ sample: SampleBooks, currency: Identifier<Currency>, writer: SampleWriter) {
    self.sample = sample
    self.currency = currency
    self.writer = writer
    random = SampleRandom(seed: sample.seed)
  }

  mutating func write() throws {
    methods = try writer.ids(of: .methods).values.sorted()
    try writeItems()
    try writeCustomers()
    try writeDocuments(.invoice, count: sample.invoiceCount)
    try writePayments()
    try writeDocuments(.estimate, count: sample.estimateCount)
    try writeExpenses()
  }

  private func writeItems() throws {
    let units = try writer.ids(of: .units)
    for (index, item) in SampleVocabulary.items.enumerated() {
      let stamp = Self.stamp(sample.today.adding(days: index - Self.history), minute: index)
      try writer.writeItem(item, unit: item.unit.flatMap { units[$0] }, currency: currency.value, at: stamp)
    }
  }

  private mutating func writePayments() throws {
    // Numbers follow the days on which the money came in.
    payments.sort { ($0.date, $0.invoice ?? 0) < ($1.date, $1.invoice ?? 0) }
    for (index, payment) in payments.enumerated() {
      try writer.write(payment, number: Self.number("PAY", index + 1))
    }
  }

  private mutating func writeExpenses() throws {
    let categories = try writer.ids(of: .categories)
    let fallback = categories.values.min() ?? 1
    for index in 0..<sample.expenseCount {
      let kind = random.pick(SampleVocabulary.expenses)
      let expense = SampleExpense(
        date: day(index, of: sample.expenseCount), amount: Money(cents: Int64(random.number(in: kind.range))),
        notes: hostileText() ?? kind.note, customer: random.chance(20) ? anyCustomer() : nil,
        category: categories[kind.category] ?? fallback, method: random.chance(85) ? random.pick(methods) : nil,
        currency: currency)
      try writer.write(expense, number: Self.number("EXP", index + 1))
    }
  }

  /// The days of records that are numbered in their order: spread over the history, never going back.
  func day(_ index: Int, of count: Int) -> CalendarDate {
    sample.today.adding(days: Self.history * (index + 1) / count - Self.history)
  }

  mutating func anyCustomer() -> Int64 {
    // Some are asked for more often than others, as in life.
    let first = random.number(in: 1...customers.count)
    return Int64(random.chance(50) ? (first + 2) / 3 : first)
  }

  static func number(_ prefix: String, _ value: Int) -> String {
    let digits = String(value)
    return "\(prefix)-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
  }

  static func stamp(_ day: CalendarDate, minute: Int) -> String {
    let (hour, rest) = (8 + minute / 60 % 10, minute % 60)
    return "\(day.iso)T\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest):00.000000Z"
  }

  /// Now and then, in hostile books, a text that nobody would type.
  mutating func hostileText() -> String? {
    guard sample.isHostile, random.chance(30) else { return nil }
    if random.chance(10) { return String(repeating: "All work and no play makes a long note. ", count: 250) }
    return random.pick(SampleVocabulary.hostile)
  }
}
