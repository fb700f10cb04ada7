import Billing
import BillingAPI
import Store

/// One record in full, with what belongs beside it; read from the mirror off the event loop.
package struct RecordDetail: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case invoice(Invoice, InvoiceSurroundings)
    case customer(Customer, open: [InvoiceRow], payments: [PaymentRow])
    case payment(Payment, invoiceNumber: String?)
    case estimate(Estimate)
    case expense(Expense)
    case item(Item)
    /// The record cannot be read as what it should be; its list row is all there is.
    case unreadable(String)
  }

  package let kind: ResourceKind
  package let id: Int64
  package let content: Content
  /// The time of day of the request that brought it.
  package let asOf: String
  /// What was noted beside it on this machine, oldest first.
  package let notes: [DatedNote]

  package init(kind: ResourceKind, id: Int64, content: Content, asOf: String, notes: [DatedNote] = []) {
    self.kind = kind
    self.id = id
    self.content = content
    self.asOf = asOf
    self.notes = notes
  }
}

/// What is shown beside an invoice.
package struct InvoiceSurroundings: Sendable, Equatable {
  package var customer: Customer?
  package var payments: [PaymentRow]
  /// The customer's other open invoices.
  package var otherOpen: [InvoiceRow]

  package init(customer: Customer?, payments: [PaymentRow], otherOpen: [InvoiceRow]) {
    self.customer = customer
    self.payments = payments
    self.otherOpen = otherOpen
  }
}

/// A local note and the user's day on which it was written.
package struct DatedNote: Sendable, Hashable {
  package let note: LocalNote
  package let day: CalendarDate

  package init(_ note: LocalNote, on day: CalendarDate) {
    self.note = note
    self.day = day
  }
}
