/// An invoice or estimate as a form produces it and a service reads it; sums are computed, never held.
package struct DocumentDraft: Hashable, Sendable {
  package let kind: DocumentKind
  package var date: CalendarDate?
  /// The day until which it is to be paid, or holds.
  package var lastDay: CalendarDate?
  package var number: String
  package var reference: String?
  package var customerID: Identifier<Customer>?
  package var lines: [LineDraft]
  package var discount: Discount
  package var tax: Tax
  package var notes: String?
  package var templateName: String
  package var currencyID: Identifier<Currency>?
  /// As it was typed or read; passed on, never computed with.
  package var exchangeRate: String?

  package init(
    _ kind: DocumentKind, date: CalendarDate? = nil, lastDay: CalendarDate? = nil, number: String = "",
    customerID: Identifier<Customer>? = nil, lines: [LineDraft] = [], discount: Discount = .fixed(.zero),
    tax: Tax = .amount(.zero), templateName: String? = nil
  ) {
    self.kind = kind
    self.date = date
    self.lastDay = lastDay
    self.number = number
    self.customerID = customerID
    self.lines = lines
    self.discount = discount
    self.tax = tax
    self.templateName = templateName ?? kind.defaultTemplate
  }

  /// The draft that would leave this document as it is. Status is left to the service.
  package init(_ document: Document) {
    self.init(
      document.kind, date: document.date, lastDay: document.lastDay, number: document.number,
      customerID: document.customerID ?? document.customer?.id, lines: document.lines.map(LineDraft.init),
      discount: document.amounts.discount, tax: .amount(document.amounts.tax), templateName: document.templateName)
    reference = document.reference
    notes = document.notes
    currencyID = document.currencyID
    exchangeRate = document.exchangeRate
  }

  /// The sums to show while the draft is typed, and to send.
  package func totals() throws(TotalsError) -> DocumentTotals {
    try DocumentTotals(lines: lines.map(\.amounts), discount: discount, tax: tax)
  }

  /// The sums as a record holds them.
  package func amounts() throws(TotalsError) -> DocumentAmounts {
    let totals = try totals()
    var amounts = DocumentAmounts()
    amounts.discount = discount
    amounts.discountValue = totals.discountValue
    amounts.subTotal = totals.subTotal
    amounts.tax = totals.tax
    amounts.total = totals.total
    return amounts
  }
}
