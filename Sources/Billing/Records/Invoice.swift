/// A bill to a customer: a document that can be paid.
package struct Invoice: DocumentRecord, Hashable, Sendable {
  package var id: Identifier<Invoice>
  package var document: Document
  package var status: InvoiceStatus
  package var paidStatus: PaidStatus
  /// What is still to be paid: `total` less the payments.
  package var dueAmount: Money

  package init(id: Identifier<Invoice>, document: Document) {
    self.id = id
    self.document = document
    status = .draft
    paidStatus = .unpaid
    dueAmount = .zero
  }

  package init(id: Identifier<Invoice>, number: String, invoiceDate: CalendarDate) {
    self.init(id: id, document: Document(.invoice, number: number, date: invoiceDate))
  }

  package var invoiceDate: CalendarDate {
    get { document.date }
    set { document.date = newValue }
  }

  package var dueDate: CalendarDate? {
    get { document.lastDay }
    set { document.lastDay = newValue }
  }
}
