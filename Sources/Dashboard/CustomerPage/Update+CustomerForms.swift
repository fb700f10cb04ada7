import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  /// A new invoice for the customer of the page: the customer is picked already.
  mutating func invoiceCustomer(_ environment: Environment) -> [Effect] {
    guard let row = customerPage?.facts?.overview.customer else { return [] }
    let effects = openForm(.new(.invoices), environment)
    return effects + take(Suggestion(row), environment)
  }

  mutating func payForCustomer(_ environment: Environment) -> [Effect] {
    guard let invoice = customerPage?.payable else { return [] }
    return openForm(.payment(invoice: invoice.id.value), environment)
  }

  var canPayForCustomer: Availability {
    guard let page = customerPage else { return .absent }
    if let invoice = page.list.selected?.invoice, !invoice.isOpen {
      return .unavailable("\(invoice.number) has no balance: there is nothing to pay.")
    }
    guard page.payable != nil else { return .unavailable("No open invoice of this customer is loaded.") }
    return canWrite(.payments)
  }
}
