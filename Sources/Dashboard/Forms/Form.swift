import Billing
import BillingAPI
import TerminalUI

/// What a form makes.
package enum FormKind: Sendable, Hashable {
  case invoice
  case payment(invoice: Int64)
  case customer
}

/// A record being written: its fields, its lines, and where the keyboard is.
///
/// What is typed stays text until it is saved, so that nothing typed can be lost; `readings` say what it means.
package struct Form: Sendable, Equatable {
  /// Names the draft on disk.
  package let draftID: String
  package let kind: FormKind
  package var fields: [FormField]
  package var lines: [LineFields]
  package var focus: Focus
  /// The records that the focused field offers; nil while none are asked for.
  package var suggestions: Suggestions?
  /// The text of a line is meant as it stands: offers were sent away, or the keyboard came back to it.
  package var keepsText = false
  /// Enter was pressed before the offers for the typed text were there: it means the offer that is yet to come.
  package var waitsForOffers = false
  /// Keys pressed since then; they follow once the offer is taken.
  package var typedAhead: [Key] = []
  package var progress = Progress.editing
  /// What the form knows of the records it is about: the invoice that is paid, the customer's currency.
  package var context = FormContext()
  /// True once anything was typed: a form nobody touched leaves no draft behind.
  package var isChanged = false
  package var isDraftSaved = false
  /// The first line of the grid that is shown.
  package var firstLine = 0

  package init(draftID: String, kind: FormKind, fields: [FormField], lines: [LineFields] = []) {
    self.draftID = draftID
    self.kind = kind
    self.fields = fields
    self.lines = lines
    focus = .field(0)
  }

  /// Where the keyboard is.
  package enum Focus: Sendable, Hashable {
    case field(Int)
    case line(Int, LineColumn)
  }

  /// How far the record is on its way.
  package enum Progress: Sendable, Equatable {
    case editing
    /// `^S` was pressed: the intent is journaled or being sent, and cannot be edited until it is settled.
    case saving(intent: String)
    /// No answer: the intent is in the journal and goes again with the same key.
    case unsettled(intent: String)
  }

  package var isEditable: Bool { progress == .editing }
  /// Only invoices have lines.
  package var hasLines: Bool { kind == .invoice }
  package var recordKind: ResourceKind {
    switch kind {
    case .invoice: .invoices
    case .payment: .payments
    case .customer: .customers
    }
  }
}

/// What a form knows of the records that it is about.
package struct FormContext: Sendable, Equatable {
  package var currencyID: Int64?
  package var invoiceNumber: String?
  package var customerID: Int64?
  package var customerName: String?
  /// In cents.
  package var balance: Money?
  package var total: Money?
  package var issued: CalendarDate?
  package var dueDate: CalendarDate?
  /// What the picked customer still owes per currency, for the hint beside the field.
  package var customerHint: String?

  package init() {}
}
