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

  /// A payment of the selected invoice; else one that is divided over all that this customer owes.
  mutating func payForCustomer(_ environment: Environment) -> [Effect] {
    guard let page = customerPage else { return [] }
    guard let invoice = page.list.selected?.invoice else { return openForm(.receipt(customer: page.id), environment) }
    return openForm(.payment(invoice: invoice.id.value), environment)
  }

  mutating func editCustomer(_ environment: Environment) -> [Effect] {
    customerPage.map { openForm(.edit(.customers, id: $0.id), environment) } ?? []
  }

  var canPayForCustomer: Availability {
    guard let page = customerPage else { return .absent }
    if let invoice = page.list.selected?.invoice, !invoice.isOpen {
      return .unavailable("\(invoice.number) has no balance: there is nothing to pay.")
    }
    guard page.hasOpenInvoice else { return .unavailable("No open invoice of this customer is loaded.") }
    return canWrite(.payments)
  }
}
