import Billing
import BillingAPI
import Store
import TerminalUI

@testable import Dashboard

extension Given {
  static let payable = PayableInvoice(
    id: 1, number: "INV-000001", customer: "Acme Harbour", balance: Money(cents: 10_000), currencyID: Identifier(1))

  /// Five rows of a bank: one pays an invoice in full, one a part of another, and three pay nothing.
  static func bankRows() -> State {
    var state = invoices(3)
    state.session.connection = .live(since: "14:32")
    state.session.company = Company(id: Identifier(1), name: "Paper Lantern Ltd")
    state.press("g", "b")
    state.paste(
      "INV-000001;100;2026-03-02;thanks\nINV-000002;50;2026-03-03\nINV-000009;5\nINV-000002;1\nINV-000003;1.234\n")
    let full = StatementRow(
      line: 1, number: "INV-000001", amount: Money(cents: 10_000), date: CalendarDate(iso: "2026-03-02"),
      note: "thanks")
    let part = StatementRow(
      line: 2, number: "INV-000002", amount: Money(cents: 5_000), date: CalendarDate(iso: "2026-03-03"))
    var other = payable
    (other.id, other.number, other.balance) = (2, "INV-000002", Money(cents: 20_000))
    state.take(
      .bulk(
        .matched(
          [
            .pays(payable, full, .number), .pays(other, part, .amountAndCustomer), .missed(.unknown),
            .missed(.paidTwice(line: 2)), .unreadable(.ambiguousAmount("1.234")),
          ], generation: 1)))
    return state
  }
}
