import Billing
import BillingAPI
import Store
import Testing

@Suite struct `Frequencies of a column` {
  private func mirror() throws -> Mirror {
    try Mirror.holding(
      .invoices, invoice(1, customer: (1, "Doe"), total: 5_000, due: 100),
      invoice(2, customer: (1, "Doe"), status: "VIEWED", total: 70_000, currency: 3),
      invoice(3, customer: (2, "Doe"), total: 6_000, dueIn: 100, reference: "R"), #"{"id":4}"#)
  }

  private func lines(_ column: SortColumn) throws -> [String] {
    try mirror().frequencies(of: column, in: ListRequest(.invoices, today: today)).map {
      "\($0.value) \($0.count) \($0.sums.map { "\($0.currencyID?.value ?? 0):\($0.total.cents)" }) \($0.filter ?? "-")"
    }
  }

  @Test func `statuses, most frequent first, with their sums by currency and the words that show them`() throws {
    #expect(
      try lines(.status) == [
        #"text("SENT") 2 ["1:11000"] status:sent"#, #"text("VIEWED") 1 ["3:70000"] status:viewed"#,
        #"nothing 1 ["0:0"] -"#,
      ])
  }

  @Test func `customers of one name are two`() throws {
    #expect(try lines(.customer).prefix(2).map { $0.suffix(7) } == ["cust:#1", "cust:#2"])
  }

  @Test(arguments: ResourceKind.allCases)
  func `every column can be asked for, and the words it gives show what it counted`(_ kind: ResourceKind) throws {
    let mirror = try Mirror.holding(
      kind, #"{"id":1,"total":150,"amount":150,"price":150,"status":"SENT","customer_id":1}"#)
    for column in SortColumn.columns(of: kind) {
      let frequencies = try mirror.frequencies(of: column, in: ListRequest(kind, today: today))
      #expect(frequencies.map(\.count) == [1], "\(column)")
      for filter in frequencies.compactMap(\.filter) {
        #expect(try mirror.ids(kind, where: filter) == [1], "\(filter)")
      }
    }
  }

  @Test func `days count by months and amounts by powers of ten`() throws {
    #expect(try lines(.total).contains { $0.contains("amt>=10 amt<100") && $0.contains(" 2 ") })
    #expect(try lines(.dueDate).contains { $0.contains("due:20") })
    let mirror = try mirror()
    for column in [SortColumn.date, .dueDate, .total, .balance] {
      for frequency in try mirror.frequencies(of: column, in: ListRequest(.invoices, today: today)) {
        guard let filter = frequency.filter else { continue }
        #expect(try mirror.ids(.invoices, where: filter).count == frequency.count, "\(filter)")
      }
    }
  }
}
