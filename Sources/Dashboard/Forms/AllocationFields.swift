import Billing
import BillingAPI
import Store
import TerminalUI

/// How the amount of a payment form is divided over the customer's open invoices, as it was chosen and typed.
package struct AllocationFields: Sendable, Equatable {
  package var method = Allocation.Method.oldestFirst
  /// The invoices that are left out.
  package var skipped: Set<Int64> = []
  /// What is set by hand, by invoice; only counts while the method is by hand.
  package var typed: [Int64: TextField] = [:]
  /// What no invoice takes is recorded all the same, as a payment without an invoice.
  package var keepsRest = false

  package init() {}

  func isSkipped(_ invoice: InvoiceRow) -> Bool { skipped.contains(invoice.id.value) }
  func text(_ invoice: InvoiceRow) -> TextField { typed[invoice.id.value] ?? TextField("") }
}

/// A payment out of a form's amount: of one invoice, or of none where the rest is kept.
struct PaymentPart: Sendable {
  let invoice: Int64?
  /// `no invoice` where there is none.
  let invoiceNumber: String
  let draft: PaymentDraft
}

extension Form {
  /// The open invoices that the amount is divided over; none where a payment is changed.
  var openInvoices: [InvoiceRow] { base == nil ? context.openInvoices ?? [] : [] }

  /// The keyboard is in the pane that divides the amount.
  var isInAllocation: Bool {
    if case .share = focus { true } else { false }
  }

  /// The open invoice under the keyboard.
  var focusedInvoice: InvoiceRow? {
    guard case .share(let place) = focus, openInvoices.indices.contains(place) else { return nil }
    return openInvoices[place]
  }

  /// Begins to set by hand: every share stands as it was worked out.
  mutating func beginByHand(_ figures: Figures) {
    guard allocation.method != .byHand else { return }
    let shares = reading(figures).allocation?.shares ?? []
    let style = NumberStyle(
      decimalSeparator: figures.style(of: context.currencyID.map { Identifier($0) }).decimalSeparator,
      groupingSeparator: nil)
    for (invoice, share) in zip(openInvoices, shares) {
      allocation.typed[invoice.id.value] = TextField(share.isZero ? "" : share.formatted(style: style))
    }
    allocation.method = .byHand
  }
}
