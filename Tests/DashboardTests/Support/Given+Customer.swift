import Billing
import BillingAPI
import Foundation
import TerminalUI

@testable import Dashboard
@testable import Store

extension Given {
  /// The page of a customer with three invoices, one payment, an estimate, and notes beside it and an invoice.
  static func customerPage(width: Int = 120, height: Int = 36) -> State {
    var state = invoices(3, width: width, height: height)
    state.session.connection = .live(since: "14:32")
    state.session.company = Company(id: Identifier(1), name: "Paper Lantern Ltd")
    state.press("g", "c")
    state.take(.customerPage(1, customerFacts))
    return state
  }

  static var customerFacts: CustomerFacts {
    var row = CustomerRow(id: Identifier(1), name: "Acme Harbour")
    row.companyName = "Acme Harbour 漢字 Ltd"
    row.contactName = "Zoë Quay"
    row.email = "quay@acme.example"
    row.phone = "+1 555-0100"
    row.currencyID = dollars
    row.createdOn = CalendarDate(year: 2024, month: 1, day: 15)
    var customer = Customer(id: Identifier(1), name: "Acme Harbour")
    customer.email = row.email
    customer.phone = row.phone
    customer.website = "acme.example"
    customer.billing = address("123 Main St", "New York")
    customer.shipping = address("9 Pier Road", "Long Island")
    let overview = CustomerOverview(
      customer: row, today: today, currencies: [customerCurrency, CustomerCurrency(currencyID: euros)],
      behaviour: PaymentBehaviour(
        count: 18, median: 24, ninetiethPercentile: 52, lateShare: 61, trend: .slower,
        daysLate: [1, 2, 2, 3, 2, 4, 3, 5, 4, 5, 6, 5, 6, 7], methods: [.init(name: "Wire", count: 15)]),
      completeness: Dictionary(
        uniqueKeysWithValues: ResourceKind.allCases.map { ($0, Completeness(loaded: 9, total: 9, oldest: nil)) }))
    return CustomerFacts(
      overview: overview, customer: customer,
      notes: [
        DatedNote(note(1, .customers, 1, "prefers phone"), on: today.adding(days: -36)),
        DatedNote(note(2, .invoices, 2, "asked for a copy"), on: today),
      ], asOf: "14:30")
  }

  private static func note(_ id: Int64, _ kind: ResourceKind, _ record: Int64, _ text: String) -> LocalNote {
    LocalNote(id: id, kind: kind, recordID: record, text: text, written: Date(timeIntervalSince1970: 0))
  }

  private static func address(_ street: String, _ city: String) -> Address {
    var address = Address()
    address.name = "Zoë Quay"
    address.street = street
    address.city = city
    return address
  }

  private static var customerCurrency: CustomerCurrency {
    var figures = CustomerCurrency(currencyID: dollars)
    figures.open = sum(3, 50_000)
    figures.overdue = sum(3, 50_000)
    figures.ageing[1].total = sum(3, 50_000)
    figures.invoiced = sum(3, 60_000)
    figures.paid = sum(1, 10_000)
    figures.estimates = sum(1, 90_000)
    figures.timeline = timeline
    figures.serviceBalance = Money(cents: 50_000)
    return figures
  }

  /// Invoices over 100.00, 200.00 and 300.00 on the days that `row` gives them, and a payment of 100.00 of the second.
  private static var timeline: [TimelineEntry] {
    var payment = PaymentRow(id: Identifier(7), number: "PAY-000007")
    payment.paymentDate = today.adding(days: -30)
    payment.amount = Money(cents: 10_000)
    payment.invoiceID = Identifier(2)
    payment.invoiceNumber = "INV-000002"
    payment.methodName = "Wire"
    var estimate = EstimateRow(id: Identifier(4), number: "EST-000004")
    estimate.estimateDate = today.adding(days: -100)
    estimate.total = Money(cents: 90_000)
    estimate.status = .accepted
    func charged(_ number: Int, _ balance: Int64) -> TimelineEntry {
      TimelineEntry(
        row: row(number), charge: Money(cents: Int64(number) * 10_000), credit: nil, isApplied: false,
        balance: Money(cents: balance))
    }
    return [
      TimelineEntry(row: .estimate(estimate), charge: nil, credit: nil, isApplied: false, balance: .zero),
      charged(1, 10_000), charged(2, 30_000), charged(3, 60_000),
      TimelineEntry(
        row: .payment(payment), charge: nil, credit: Money(cents: 10_000), isApplied: true,
        balance: Money(cents: 50_000)),
    ]
  }
}
