import Billing
import BillingAPI
import Foundation
import Store
import Testing

@Suite struct `Lists in order` {
  private func order(_ kind: ResourceKind, _ column: SortColumn, descending: Bool = false, in mirror: Mirror) throws
    -> [Int64]
  {
    try mirror.order(of: ListRequest(kind, sort: SortOrder(column, descending: descending), today: today))
  }

  @Test func `documents stand newest first unless another order is asked for`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1, dueIn: 5), invoice(2, dueIn: 9), invoice(3, dueIn: 5))
    #expect(try mirror.order(of: ListRequest(.invoices, today: today)) == [2, 3, 1])
  }

  @Test func `equal rows stand by id in the direction of the sort`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(2, total: 5), invoice(1, total: 5), invoice(3, total: 4))
    #expect(try order(.invoices, .total, in: mirror) == [3, 1, 2])
    #expect(try order(.invoices, .total, descending: true, in: mirror) == [2, 1, 3])
  }

  @Test func `what the first column leaves equal stands by the second, in a direction of its own`() throws {
    let mirror = try Mirror.holding(
      .invoices, invoice(1, total: 10, dueIn: 5), invoice(2, total: 30, dueIn: 5), invoice(3, total: 20, dueIn: 1))
    let sort = SortOrder(.dueDate, then: SortKey(.total, descending: true))
    #expect(try mirror.order(of: ListRequest(.invoices, sort: sort, today: today)) == [3, 2, 1])
  }

  @Test func `what has no value comes last, whatever the direction`() throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":9}"#, invoice(1, dueIn: 1), invoice(2, dueIn: 2))
    #expect(try order(.invoices, .dueDate, in: mirror) == [1, 2, 9])
    #expect(try order(.invoices, .dueDate, descending: true, in: mirror) == [2, 1, 9])
  }

  @Test func `names sort without regard to case and accents`() throws {
    let mirror = try Mirror.holding(
      .customers, customer(1, "émile"), customer(2, "Zoe"), customer(3, "ÅSA"), customer(4, "bob"))
    #expect(try mirror.order(of: ListRequest(.customers, today: today)) == [3, 4, 1, 2])
  }

  @Test func `customers sort by what they owe`() throws {
    let mirror = try Mirror.holding(.customers, customer(1, "A"), customer(2, "B"), customer(3, "C"))
    try mirror.take(.invoices, [invoice(1, customer: (2, "B"), due: 10), invoice(2, customer: (3, "C"), due: 20)])
    #expect(try order(.customers, .balance, descending: true, in: mirror) == [3, 2, 1])
  }

  @Test(arguments: ResourceKind.allCases)
  func `every column that is offered sorts`(_ kind: ResourceKind) throws {
    let mirror = try Mirror.holding(kind, #"{"id":2}"#, #"{"id":1}"#)
    for column in SortColumn.columns(of: kind) {
      #expect(try order(kind, column, in: mirror) == [1, 2], "\(column)")
      #expect(try order(kind, column, descending: true, in: mirror) == [2, 1], "\(column)")
    }
  }

  @Test(arguments: ResourceKind.allCases, SortColumn.allCases)
  func `a column that the kind does not have sorts by id`(_ kind: ResourceKind, _ column: SortColumn) throws {
    let mirror = try Mirror.holding(kind, #"{"id":2}"#, #"{"id":1}"#)
    #expect(try order(kind, column, in: mirror) == [1, 2])
  }

  @Test func `the first rows can be asked for by themselves`() throws {
    let mirror = try Mirror.inMemory()
    try mirror.take(.invoices, (1...50).map { invoice($0, dueIn: $0) })
    let request = ListRequest(.invoices, today: today)
    #expect(try mirror.firstOrder(of: request, limit: 3) == [50, 49, 48])
  }

  @Test func `rows come in the order that is asked for, and what is gone is missing`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2), invoice(3))
    #expect(try mirror.rows(.invoices, ids: [3, 99, 1]).map(\.id) == [3, 1])
  }
}

@Suite struct `Counts and sums` {
  @Test func `currencies are never added up`() throws {
    let mirror = try Mirror.holding(
      .invoices, invoice(1, total: 100, due: 40), invoice(2, total: 50), invoice(3, total: 7, currency: 3))
    let summary = try mirror.summary(of: ListRequest(.invoices, today: today))
    #expect(summary.count == 3)
    #expect(
      summary.sums == [
        CurrencySum(currencyID: Identifier(1), count: 2, total: Money(cents: 150), balance: Money(cents: 90)),
        CurrencySum(currencyID: Identifier(3), count: 1, total: Money(cents: 7), balance: Money(cents: 7)),
      ])
  }

  @Test func `sums beyond what a Double holds are exact`() throws {
    let mirror = try Mirror.inMemory()
    let most = 999_999_999_999_999
    try mirror.take(.invoices, (1...30).map { invoice($0, total: most, due: 1) })
    #expect(try mirror.summary(of: ListRequest(.invoices, today: today)).sums[0].total.cents == Int64(most) * 30)
  }

  @Test func `a summary follows the filter`() throws {
    let mirror = try Mirror.holding(.payments, #"{"id":1,"amount":500}"#, #"{"id":2,"amount":70,"notes":"wire"}"#)
    let filter = try ListFilter.parse("wire", kind: .payments).get()
    let summary = try mirror.summary(of: ListRequest(.payments, filter: filter, today: today))
    #expect(summary.sums == [CurrencySum(currencyID: nil, count: 1, total: Money(cents: 70), balance: .zero)])
  }

  @Test(arguments: ResourceKind.allCases)
  func `every kind can be summed up`(_ kind: ResourceKind) throws {
    let mirror = try Mirror.holding(kind, #"{"id":1,"total":5,"amount":5,"price":5}"#)
    #expect(try mirror.summary(of: ListRequest(kind, today: today)).count == 1)
  }

  @Test func `statuses are counted by the service's words`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2), invoice(3, status: "ODD"))
    #expect(try mirror.statusCounts(.invoices).map { "\($0.word) \($0.count)" } == ["SENT 2", "ODD 1"])
    #expect(try mirror.statusCounts(.items).isEmpty)
  }

  @Test func `completeness says how much of what the service has is here`() throws {
    let mirror = try Mirror.holding(.items, #"{"id":1}"#)
    #expect(try mirror.completeness(.items) == Completeness(loaded: 1, total: nil, oldest: moment()))
    try mirror.setFetched(ListPart(.items), FetchedList(total: 3, nextPage: 2, pageSize: 1, asOf: moment()))
    #expect(try mirror.completeness(.items).total == 3)
    #expect(try !mirror.completeness(.items).isComplete)
    #expect(try mirror.fetched(.items) == FetchedList(total: 3, nextPage: 2, pageSize: 1, asOf: moment()))
  }

  @Test func `a local note counts as a note, for customers too`() throws {
    let mirror = try Mirror.holding(.customers, #"{"id":1,"name":"Ana"}"#, #"{"id":2,"name":"Bo"}"#)
    guard case .success(let filter) = ListFilter.parse("has:note", kind: .customers) else {
      Issue.record("has:note is not understood for customers")
      return
    }
    var request = ListRequest(.customers, filter: filter, today: today)
    #expect(try mirror.order(of: request).isEmpty)
    request.noted = [2]
    #expect(try mirror.order(of: request) == [2])
    #expect(try mirror.summary(of: request).count == 1)
  }
}
