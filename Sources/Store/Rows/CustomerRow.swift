import Billing

/// What the list of customers shows of one.
package struct CustomerRow: Hashable, Sendable {
  package var id: Identifier<Customer>
  package var name: String
  package var companyName: String?
  package var contactName: String?
  package var email: String?
  package var phone: String?
  package var website: String?
  package var currencyID: Identifier<Currency>?
  package var createdOn: CalendarDate?
  /// What the loaded open invoices of this customer come to, one entry for each currency.
  package var balances: [CurrencySum]
  /// The day on which the loaded open invoice is due that is due first.
  package var oldestDue: CalendarDate?
  package var isFlagged: Bool

  package init(id: Identifier<Customer>, name: String) {
    self.id = id
    self.name = name
    balances = []
    isFlagged = false
  }
}
