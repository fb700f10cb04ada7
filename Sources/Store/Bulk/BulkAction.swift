import Billing
import BillingAPI

/// What is to be done to many records at once: only what the API allows.
package enum BulkAction: Hashable, Sendable, Codable {
  /// A payment for each invoice: the whole balance, or what its target says.
  case pay(on: CalendarDate, method: Int64?, note: String?)
  /// Drafts of invoices or estimates become SENT; nothing is mailed by this program.
  case markSent
  /// The due date of invoices, or the expiry of estimates, by so many days; negative is earlier.
  case moveDueDate(days: Int)
  /// The PDF template of invoices and estimates (`invoice1`).
  case setTemplate(String)
  /// The notes of documents, payments and expenses, in place of what stands there; empty clears them.
  case setNotes(String)
  /// A new draft like each invoice or estimate, dated that day, under the next numbers.
  case duplicate(on: CalendarDate)
  /// An invoice like each estimate, dated that day.
  case convert(on: CalendarDate)
  /// Invoices and estimates as long as they are drafts; items and expenses.
  case delete
  /// What a run deleted is made anew, what it changed is put back, where nobody changed it since.
  case undo(PlanID)

  /// One word for it: what a script says after `invoicematic plan`.
  package var verb: String {
    switch self {
    case .pay: "pay"
    case .markSent: "send"
    case .moveDueDate: "move-due"
    case .setTemplate: "template"
    case .setNotes: "notes"
    case .duplicate: "duplicate"
    case .convert: "convert"
    case .delete: "delete"
    case .undo: "undo"
    }
  }

  /// The kinds of record that it can be done to.
  package var kinds: [ResourceKind] {
    switch self {
    case .pay: [.invoices]
    case .markSent, .moveDueDate, .setTemplate, .duplicate: [.invoices, .estimates]
    case .setNotes: [.invoices, .estimates, .payments, .expenses]
    case .convert: [.estimates]
    case .delete: [.invoices, .estimates, .expenses, .items]
    case .undo: ResourceKind.allCases
    }
  }

  /// The kind of record that it writes when it is done to one of this kind.
  package func written(_ kind: ResourceKind) -> ResourceKind {
    switch self {
    case .pay: .payments
    case .convert: .invoices
    default: kind
    }
  }

  /// Payments cannot be deleted through the API: the whole run can be taken back for a while before its first one.
  package var needsTakeBackTime: Bool {
    if case .pay = self { true } else { false }
  }
}
