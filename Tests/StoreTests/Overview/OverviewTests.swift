import Billing
import BillingAPI
import Foundation
import Store
import Testing

/// A payment in JSON; days are told from `today`.
func payment(
  _ id: Int, of invoice: Int? = 1, customer: Int = 1, amount: Int = 1_000, daysAgo: Int = 0, currency: Int = 1,
  method: String = "Wire"
) -> String {
  """
  {"id":\(id),"payment_number":"PAY-\(id)","payment_date":"\(today.adding(days: -daysAgo).iso)","amount":\(amount),\
  "customer_id":\(customer),"invoice_id":\(invoice.map(String.init) ?? "null"),"currency_id":\(currency),\
  "payment_method":{"id":1,"name":"\(method)"}}
  """
}

@Suite struct `The overview` {
  private func mirror() throws -> Mirror {
    let mirror = try Mirror.holding(.customers, customer(1, "Doe Industries"), customer(2, "Kestrel Labs"))
    try mirror.take(
      .invoices,
      [
        invoice(1, total: 10_000, dueIn: 20), invoice(2, total: 5_000, due: 2_000, dueIn: 0),
        invoice(3, customer: (2, "Kestrel Labs"), status: "OVERDUE", total: 3_000, dueIn: -30),
        invoice(4, status: "VIEWED", total: 4_000, dueIn: -31),
        invoice(5, customer: (3, "Unknown & Co"), total: 900, dueIn: -200),
        invoice(6, status: "DRAFT", total: 7_777, dueIn: 9),
        invoice(7, status: "COMPLETED", paid: "PAID", total: 600, due: 0, dueIn: -40),
        invoice(8, total: 50, dueIn: 5, currency: 3),
      ])
    try mirror.take(
      .payments,
      [
        payment(1, of: 2, amount: 3_000), payment(2, of: 7, amount: 100, daysAgo: 60),
        payment(3, of: 7, amount: 500, daysAgo: 45), payment(4, of: nil, amount: 70, daysAgo: 400),
      ])
    try mirror.take(.expenses, [#"{"id":1,"expense_date":"\#(today.iso)","amount":250,"currency_id":1}"#])
    return mirror
  }

  private func dollars() throws -> CurrencyOverview {
    try #require(try mirror().overview(today: today).currencies.first)
  }

  @Test func `currencies stand apart, the one with most open invoices first`() throws {
    let currencies = try mirror().overview(today: today).currencies
    #expect(currencies.map { $0.currencyID?.value } == [1, 3])
    #expect(currencies[1].outstanding == CountedSum(count: 1, sum: Money(cents: 50)))
    #expect(currencies[1].dueSoon == currencies[1].outstanding)
  }

  @Test func `what is open, late, due soon and not sent`() throws {
    let figures = try dollars()
    #expect(figures.outstanding == CountedSum(count: 5, sum: Money(cents: 19_900)))
    #expect(figures.overdue == CountedSum(count: 3, sum: Money(cents: 7_900)))
    #expect(figures.dueSoon == CountedSum(count: 1, sum: Money(cents: 2_000)))
    #expect(figures.drafts == CountedSum(count: 1, sum: Money(cents: 7_777)))
    #expect(figures.oldestDraft == today.adding(days: -21))
  }

  @Test func `ageing adds up to what is open, and each bucket's filter shows its invoices`() throws {
    let figures = try dollars()
    #expect(figures.ageing.map(\.total.count) == [2, 1, 1, 0, 1])
    #expect(figures.ageing.map(\.total.sum.cents) == [12_000, 3_000, 4_000, 0, 900])
    let mirror = try mirror()
    for bucket in figures.ageing {
      #expect(try mirror.ids(.invoices, where: bucket.age.filter + " cur:1").count == bucket.total.count)
    }
  }

  @Test func `twelve months of what was invoiced, received and spent`() throws {
    let figures = try dollars()
    #expect(figures.months.count == 12)
    #expect(figures.months.last?.month == today.startOfMonth)
    #expect(figures.receivedThisMonth == CountedSum(count: 1, sum: Money(cents: 3_000)))
    #expect(figures.months.last?.spent.sum.cents == 250)
    #expect(figures.months.reduce(0) { $0 + $1.invoiced.count } == 6)
    #expect(figures.months.reduce(0) { $0 + $1.received.count } == 3)
  }

  @Test func `days to pay are told from the last payment of invoices that are paid`() throws {
    let days = try #require(try dollars().daysToPay)
    #expect((days.count, days.median, days.best, days.worst) == (1, 25, 25, 25))
    #expect(days.weeks.count == 13)
    #expect(days.weeks.compactMap { $0 } == [25])
    #expect(days.weeks[12 - 45 / 7] == 25)
  }

  @Test func `who is late stands by balance and days, with the last payment`() throws {
    let figures = try dollars()
    #expect(figures.attention.map(\.name) == ["Unknown & Co", "Doe Industries", "Kestrel Labs"])
    #expect(figures.attention.map(\.oldestDays) == [200, 31, 30])
    #expect(figures.attention[1].lastPayment == today)
    #expect(figures.attention[1].lastPaymentAmount?.cents == 3_000)
    #expect(figures.attention[2].lastPayment == nil)
    let few = try #require(try mirror().overview(today: today, attention: 1).currencies.first)
    #expect(few.attention.count == 1)
    #expect(few.attentionCount == 3)
  }

  @Test func `of two payments of a day the one that was entered last is the last`() throws {
    let mirror = try mirror()
    try mirror.take(.payments, [payment(9, of: nil, amount: 80), payment(8, of: nil, amount: 90, daysAgo: -1)])
    try mirror.take(.payments, [payment(10, of: nil, amount: 60, daysAgo: -1)])
    let doe = try #require(try mirror.overview(today: today).currencies.first?.attention[1])
    #expect(doe.lastPaymentAmount?.cents == 60)
  }

  @Test func `what is open is the same where only that is read`() throws {
    let mirror = try mirror()
    let whole = try mirror.overview(today: today)
    let open = try mirror.overview(today: today, extent: .open)
    #expect(open.extent == .open)
    for (first, later) in zip(open.currencies, whole.currencies) {
      var expected = later
      (expected.months, expected.daysToPay) = (first.months, nil)
      #expect(first == expected)
      #expect(first.months.allSatisfy { $0.invoiced.count == 0 && $0.received.count == 0 })
    }
    #expect(open.currencies.count == whole.currencies.count)
  }

  @Test func `customers' sums are held against what is open`() throws {
    let mirror = try mirror()
    let before = try #require(try mirror.overview(today: today).currencies.first).check
    #expect(!before.holds)
    #expect(before.ofCustomers.sum.cents == 19_000)
    try mirror.take(.customers, [customer(3, "Unknown & Co")])
    #expect(try #require(try mirror.overview(today: today).currencies.first).check.holds)
  }

  @Test func `offers that are about to expire are named`() throws {
    let mirror = try Mirror.inMemory()
    func estimate(_ id: Int, _ status: String, _ days: Int) -> String {
      #"{"id":\#(id),"estimate_number":"E-\#(id)","status":"\#(status)","expiry_date":"\#(today.adding(days: days).iso)"}"#
    }
    try mirror.take(
      .estimates,
      [estimate(1, "SENT", 7), estimate(2, "VIEWED", 0), estimate(3, "ACCEPTED", 1), estimate(4, "SENT", 8)])
    #expect(try mirror.overview(today: today).currencies.flatMap(\.expiring).map(\.number) == ["E-2", "E-1"])
  }

  @Test func `an empty mirror has no figures and says that nothing is loaded`() throws {
    let overview = try Mirror.inMemory().overview(today: today)
    #expect(overview.currencies.isEmpty)
    #expect(overview.activity.isEmpty)
    #expect(overview.completeness[.invoices]?.total == nil)
  }
}

@Suite struct `Latest activity` {
  private func complete() throws -> Mirror {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2, dueIn: 40))
    try mirror.setFetched(.invoices, FetchedList(total: 2, nextPage: nil, pageSize: 100, asOf: moment()))
    return mirror
  }

  private func lines(_ mirror: Mirror) throws -> [String] {
    try mirror.activity(limit: 10).map { "\($0.label) \($0.change)" }
  }

  @Test func `before anything was seen to happen, the newest documents by their days`() throws {
    #expect(try lines(complete()) == ["INV-000002 dated", "INV-000001 dated"])
  }

  @Test func `what changes in what is known is seen, and what comes once the list is complete`() throws {
    let mirror = try complete()
    try mirror.take(.invoices, [invoice(1, status: "VIEWED"), invoice(2, dueIn: 40), invoice(3)], at: 5)
    try mirror.take(.invoices, [invoice(1, status: "VIEWED", due: 4_000)], at: 6)
    let entries = try mirror.activity(limit: 10)
    #expect(entries.map(\.id) == [1, 1, 3, 2])
    #expect(
      entries.map(\.change) == [
        .balance(from: Money(cents: 10_000), to: Money(cents: 4_000)), .status(from: "SENT", to: "VIEWED"), .appeared,
        .dated,
      ])
    #expect(try mirror.activity(limit: 1).first?.seen == moment(6))
  }

  @Test func `a first load is no activity, nor is a new name of the customer`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1))
    try mirror.take(.invoices, [invoice(1, customer: (1, "Renamed"))], at: 1)
    #expect(try mirror.activity(limit: 5).map(\.change) == [.dated])
  }

  @Test func `what is gone keeps its number`() throws {
    let mirror = try complete()
    try mirror.remove(.invoices, id: 1, asOf: moment(9))
    let first = try #require(try mirror.activity(limit: 5).first)
    #expect((first.label, first.change, first.row) == ("INV-000001", .removed, nil))
  }
}
