import Billing
import BillingAPI
import Store
import TerminalUI

/// A record being written: its fields, its lines, and where the keyboard is.
///
/// What is typed stays text until it is saved, so that nothing typed can be lost; `reading` says what it means.
package struct Form: Sendable, Equatable {
  /// Names the draft on disk.
  package let draftID: String
  package let kind: FormKind
  package var fields: [FormField]
  package var lines: [LineFields]
  package var focus: Focus
  /// True once the fields that few fill in are shown.
  package var isUnfolded = false
  /// The record that is changed, as it was read; nil while it is not read, and in a form that makes one.
  package var base: FormBase?
  /// The record goes to the person's editor as soon as it is read.
  package var goesToEditor = false
  /// The records that the focused field offers; nil while none are asked for.
  package var suggestions: Suggestions? {
    didSet { if suggestions == nil { question = nil } }
  }
  /// What was asked last for the focused field: only its answer is taken, whenever those to older ones come.
  package var question: SuggestionQuery?
  /// The text of a line is meant as it stands: offers were sent away, or the keyboard came back to it.
  package var keepsText = false
  /// Enter was pressed before the offers for the typed text were there: it means the offer that is yet to come.
  package var waitsForOffers = false
  package var progress = Progress.editing
  /// What the form knows of the records it is about: the invoice that is paid, the customer's currency.
  package var context = FormContext()
  /// How a payment is divided over open invoices.
  package var allocation = AllocationFields()
  /// What is known of payments that look like this one.
  package var doubts = DuplicateDoubts()
  /// What is missing of the sequence that its number goes on with.
  package var missingNumbers: MissingNumbers?
  /// What was changed in it, step by step.
  var history = FormHistory()
  /// Counts what was typed; 0 for a form nobody touched, which leaves no draft behind.
  package private(set) var revision = 0
  /// The revision that is on disk.
  package var savedRevision = 0
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
    /// What an open invoice takes of a payment, by its place.
    case share(Int)
  }

  /// How far the record is on its way.
  package enum Progress: Sendable, Equatable {
    /// The record that it is filled from is being read.
    case filling
    case editing
    /// `^S` was pressed: the intent is journaled or being sent, and cannot be edited until it is settled.
    case saving(intent: String)
    /// No answer: the intent is in the journal and goes again with the same key.
    case unsettled(intent: String)
    /// The key is not accepted: the intent is in the journal and goes on with one that is.
    case waitingForKey(intent: String)
  }

  package var isEditable: Bool { progress == .editing }
  package var isChanged: Bool { revision > 0 }
  package var isDraftSaved: Bool { savedRevision == revision }
  package var recordKind: ResourceKind { kind.record }
  var definition: FormDefinition { FormDefinition.of(recordKind) }
  /// Invoices and estimates have lines.
  package var hasLines: Bool { definition.hasLines }

  /// Says that what is on disk is older than this.
  package mutating func markChanged() { revision += 1 }
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
  /// What was paid of the document that is changed, in cents; its total cannot fall below.
  package var paid: Money?
  package var issued: CalendarDate?
  package var dueDate: CalendarDate?
  /// What the picked customer still owes per currency, for the hint beside the field.
  package var customerHint: String?
  /// The same as sums; nil while no customer is picked.
  package var owing: [CurrencySum]?
  /// The currency that the picked customer is billed in.
  package var customerCurrencyID: Int64?
  /// Of a payment: what can be paid with it, in the order in which it is; nil until it is read.
  package var openInvoices: [InvoiceRow]?
  /// The customer's open invoices in other currencies, which this payment cannot pay.
  package var otherCurrencies = 0

  package init() {}
}
