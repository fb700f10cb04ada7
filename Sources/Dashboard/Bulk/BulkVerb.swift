import BillingAPI

/// What can be done to marked records together, as a person picks it; its values come after.
package enum BulkVerb: String, Sendable, CaseIterable {
  case pay, markSent, moveDueDate, setTemplate, setNotes, duplicate, convert, delete

  /// An imperative of a few words.
  var title: String {
    switch self {
    case .pay: "Pay marked in full"
    case .markSent: "Mark marked as sent"
    case .moveDueDate: "Move due dates of marked"
    case .setTemplate: "Set template of marked"
    case .setNotes: "Set notes of marked"
    case .duplicate: "Duplicate marked"
    case .convert: "Make invoices of marked"
    case .delete: "Delete marked"
    }
  }

  var help: String {
    switch self {
    case .pay: "Plans a payment of the whole balance of each marked invoice."
    case .markSent: "Plans the status SENT for each marked draft; no e-mail is sent."
    case .moveDueDate: "Plans other due dates for the marked invoices or estimates, so many days later or earlier."
    case .setTemplate: "Plans another PDF template for the marked invoices or estimates."
    case .setNotes: "Plans other notes for the marked records, in place of what stands there."
    case .duplicate: "Plans a new draft like each marked invoice or estimate."
    case .convert: "Plans an invoice like each marked estimate."
    case .delete: "Plans the deletion of the marked records, as far as the API has one."
    }
  }

  /// The kinds of record that it is for.
  var kinds: [ResourceKind] {
    switch self {
    case .pay: [.invoices]
    case .markSent, .moveDueDate, .setTemplate, .duplicate: [.invoices, .estimates]
    case .setNotes: [.invoices, .estimates, .payments, .expenses]
    case .convert: [.estimates]
    case .delete: [.invoices, .estimates, .expenses, .items]
    }
  }

  /// The kind of record that is written.
  func written(_ kind: ResourceKind) -> ResourceKind {
    switch self {
    case .pay: .payments
    case .convert: .invoices
    default: kind
    }
  }
}
