/// A bill to a customer. Amounts are in cents of its currency.
package struct Invoice: Hashable, Sendable {
  package var id: Identifier<Invoice>
  package var invoiceDate: CalendarDate
  package var dueDate: CalendarDate?
  package var number: String
  package var reference: String?
  package var status: InvoiceStatus
  package var paidStatus: PaidStatus
  package var amounts: DocumentAmounts
  /// What is still to be paid: `total` less the payments.
  package var dueAmount: Money
  package var currencyID: Identifier<Currency>?
  /// As the service wrote it (`1`, `1.000000`): a rate is shown and passed on, never computed with.
  package var exchangeRate: String?
  package var customerID: Identifier<Customer>?
  package var templateName: String?
  package var creatorID: Int64?
  package var uniqueHash: String?
  package var notes: String?
  package var customer: CustomerSummary?
  package var lines: [LineItem]

  package init(id: Identifier<Invoice>, number: String, invoiceDate: CalendarDate) {
    self.id = id
    self.number = number
    self.invoiceDate = invoiceDate
    status = .draft
    paidStatus = .unpaid
    amounts = DocumentAmounts()
    dueAmount = .zero
    lines = []
  }
}

/// The customer as other records nest it.
package struct CustomerSummary: Hashable, Sendable {
  package var id: Identifier<Customer>
  package var name: String
  package var email: String?

  package init(id: Identifier<Customer>, name: String, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
  }
}

/// The sums of an invoice or estimate as the API spells them; `DocumentTotals` computes them.
package struct DocumentAmounts: Hashable, Sendable {
  /// As it was agreed: a percentage or an amount. Where the service does not say which, it is the amount.
  package var discount: Discount
  /// The discount in cents, whatever its kind.
  package var discountValue: Money
  package var subTotal: Money
  package var tax: Money
  package var total: Money

  package init() {
    discount = .fixed(.zero)
    discountValue = .zero
    subTotal = .zero
    tax = .zero
    total = .zero
  }
}

/// One line of an invoice or estimate.
package struct LineItem: Hashable, Sendable {
  package var id: Identifier<LineItem>?
  package var name: String
  package var description: String?
  package var quantity: Quantity
  /// The price of one, in cents; below zero for a credit line.
  package var price: Money
  package var total: Money
  /// The unit's name where the service nests one (`hour`).
  package var unitName: String?

  package init(name: String, quantity: Quantity, price: Money, total: Money) {
    self.name = name
    self.quantity = quantity
    self.price = price
    self.total = total
  }
}
