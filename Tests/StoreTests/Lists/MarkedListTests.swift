import Billing
import BillingAPI
import Store
import Testing

@Suite struct `Lists of marked records` {
  private func mirror() throws -> Mirror {
    try Mirror.holding(
      .invoices, invoice(1, customer: (1, "Doe"), total: 5_000, due: 100),
      invoice(2, customer: (1, "Doe"), total: 7_000, due: 7_000),
      invoice(3, customer: (2, "Roe"), total: 6_000, due: 6_000))
  }

  @Test func `a list of marked records has those alone that its filter lets through as well`() throws {
    var request = ListRequest(.invoices, filter: .customer(Identifier(1)), sort: SortOrder(.id), today: today)
    request.only = [2, 3, 99]
    #expect(try mirror().order(of: request) == [2])
  }

  @Test func `marked records are summed as any list is, and those that are gone are not counted`() throws {
    var request = ListRequest(.invoices, today: today)
    request.only = [1, 2, 99]
    let summary = try mirror().summary(of: request)
    #expect(summary.count == 2)
    #expect(summary.sums.first?.balance == Money(cents: 7_100))
    #expect(summary.sums.first?.total == Money(cents: 12_000))
  }

  @Test func `a mark keeps what the record is now`() throws {
    let marks = try mirror().marks(.invoices, ids: [1, 99])
    #expect(
      marks == [RecordMark(id: 1, amount: Money(cents: 5_000), balance: Money(cents: 100), status: "SENT")])
  }

  @Test(arguments: ResourceKind.allCases)
  func `records of every kind can be marked`(_ kind: ResourceKind) throws {
    let mirror = try Mirror.holding(kind, #"{"id":1,"total":150,"amount":150,"price":150}"#)
    #expect(try mirror.marks(kind, ids: [1]).map(\.id) == [1])
  }
}
