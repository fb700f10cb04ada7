import Billing
import BillingAPI
import Store
import TerminalUI

@testable import Dashboard

extension Given {
  /// Thirty invoices with the first three marked, and their sums counted.
  static func marked(width: Int = 120, height: Int = 36) -> State {
    var state = invoices(30, width: width, height: height)
    state.session.connection = .live(since: "14:32")
    state.session.company = Company(id: Identifier(1), name: "Paper Lantern Ltd")
    state.press("v", "j", "j", "v")
    let sums = [
      CurrencySum(currencyID: dollars, count: 2, total: Money(cents: 30_000), balance: Money(cents: 25_000)),
      CurrencySum(currencyID: euros, count: 1, total: Money(cents: 9_900), balance: Money(cents: 9_900)),
    ]
    state.take(.markSums(.invoices, ListSummary(count: 3, sums: sums), generation: 1))
    state.notice = nil
    return state
  }
}
