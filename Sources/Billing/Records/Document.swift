/// What invoices and estimates have in common: somebody, lines, and how they add up. Amounts are in cents of its currency.
package struct Document: Hashable, Sendable {
  package let kind: DocumentKind
  /// The day that it bears.
  package var date: CalendarDate
  /// The day until which it is to be paid, or holds.
  package var lastDay: CalendarDate?
  package var number: String
  package var reference: String?
  package var amounts: DocumentAmounts
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

  package init(_ kind: DocumentKind, number: String, date: CalendarDate) {
    self.kind = kind
    self.number = number
    self.date = date
    amounts = DocumentAmounts()
    lines = []
  }

  /// Whether Σ lines − discount + tax = total holds in what the service sent.
  package var sumsCheck: SumsCheck { SumsCheck(lines: lines, amounts: amounts) }
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
