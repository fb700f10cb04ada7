import Billing
import BillingAPI
import Foundation
import Store
import Testing

@Suite struct `A customer's page` {
  private func mirror() throws -> Mirror {
    let mirror = try Mirror.holding(.customers, customer(1, "Doe Industries"), customer(2, "Other"))
    try mirror.take(
      .invoices,
      [
        invoice(1, status: "COMPLETED", paid: "PAID", total: 5_000, due: 0, dueIn: -60),
        invoice(2, paid: "PARTIALLY_PAID", total: 8_000, due: 6_000, dueIn: -10), invoice(3, total: 2_000, dueIn: 20),
        invoice(4, status: "DRAFT", total: 900), invoice(5, total: 40, currency: 3), invoice(6, customer: (2, "Other")),
      ])
    try mirror.take(
      .payments,
      [
        payment(1, of: 1, amount: 5_000, daysAgo: 50), payment(2, of: 2, amount: 2_000, daysAgo: 5, method: "Card"),
        payment(3, of: nil, amount: 70, daysAgo: 1), payment(4, of: 6, customer: 2),
      ])
    try mirror.take(
      .estimates,
      [#"{"id":1,"estimate_number":"E-1","customer_id":1,"total":10,"currency_id":1,"estimate_date":"2025-01-01"}"#])
    return mirror
  }

  private func page(since: CalendarDate? = nil) throws -> CustomerOverview {
    try #require(try mirror().customerPage(Identifier(1), today: today, since: since))
  }

  @Test func `an unknown customer has none`() throws {
    #expect(try mirror().customerPage(Identifier(9), today: today) == nil)
  }

  @Test func `balances by age in each currency`() throws {
    let page = try page()
    #expect(page.currencies.map { $0.currencyID?.value } == [1, 3])
    let dollars = page.currencies[0]
    #expect(dollars.open == CountedSum(count: 2, sum: Money(cents: 8_000)))
    #expect(dollars.overdue == CountedSum(count: 1, sum: Money(cents: 6_000)))
    #expect(dollars.ageing.map(\.total.sum.cents) == [2_000, 6_000, 0, 0, 0])
    #expect(dollars.invoiced == CountedSum(count: 3, sum: Money(cents: 15_000)))
    #expect(dollars.paid == CountedSum(count: 3, sum: Money(cents: 7_070)))
    #expect(dollars.unapplied == CountedSum(count: 1, sum: Money(cents: 70)))
    #expect(dollars.drafts.count == 1)
    #expect(page.currencies[1].open.sum.cents == 40)
  }

  @Test func `the timeline's balance runs and comes to what the service says`() throws {
    let dollars = try page().currencies[0]
    #expect(
      dollars.timeline.map { "\($0.row.kind) \($0.row.id) \($0.balance.cents)" }
        == [
          "estimates 1 0", "invoices 1 5000", "payments 1 0", "invoices 2 8000", "invoices 3 10000", "payments 2 8000",
          "payments 3 8000", "invoices 4 8000",
        ].sorted { order($0) < order($1) })
    #expect(dollars.isReconciled)
    #expect(dollars.serviceBalance.cents == 8_000)
    #expect(dollars.timeline.last { $0.row.kind == .payments }?.isApplied == false)
  }

  /// Invoices are dated 30 days before they are due.
  private func order(_ line: String) -> Int {
    let days = [
      "estimates 1": -9_999, "invoices 1": -90, "payments 1": -50, "invoices 2": -40, "invoices 3": -10,
      "payments 2": -5, "payments 3": -1, "invoices 4": 0,
    ]
    return days.first { line.hasPrefix($0.key) }?.value ?? 0
  }

  @Test func `what came before a day is the opening balance`() throws {
    let dollars = try page(since: today.adding(days: -20)).currencies[0]
    #expect(dollars.opening.cents == 8_000)
    #expect(dollars.timeline.first?.row.id == 3)
    #expect(dollars.isReconciled)
  }

  @Test func `a payment that the service did not apply shows as a difference`() throws {
    let mirror = try mirror()
    try mirror.take(.payments, [payment(9, of: 3, amount: 500)])
    let dollars = try #require(try mirror.customerPage(Identifier(1), today: today)).currencies[0]
    #expect(!dollars.isReconciled)
    #expect(dollars.rebuiltBalance.cents == 7_500)
  }

  @Test func `how a customer pays is told from paid invoices`() throws {
    let behaviour = try #require(try page().behaviour)
    #expect((behaviour.count, behaviour.median, behaviour.ninetiethPercentile) == (1, 40, 40))
    #expect(behaviour.lateShare == 100)
    #expect(behaviour.daysLate == [10])
    #expect(behaviour.trend == nil)
    #expect(behaviour.methods.map { "\($0.name) \($0.count)" } == ["Wire 2", "Card 1"])
  }

  @Test func `a trend needs six paid invoices and a clear difference`() throws {
    let mirror = try Mirror.holding(.customers, customer(1, "Slow"))
    try mirror.take(
      .invoices, (1...8).map { invoice($0, status: "COMPLETED", paid: "PAID", due: 0, dueIn: -300 + $0 * 20) })
    // Paid 10 days after their day at first, 40 later on.
    try mirror.take(.payments, (1...8).map { payment($0, of: $0, daysAgo: 330 - $0 * 20 - ($0 > 4 ? 40 : 10)) })
    #expect(try #require(try mirror.customerPage(Identifier(1), today: today)?.behaviour).trend == .slower)
  }
}
