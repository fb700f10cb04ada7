import BillingAPI
import TerminalUI

/// What the machine of forms needs to know of one kind of record; written once per kind, as data.
struct FormDefinition: Sendable {
  let kind: ResourceKind
  /// In the order of the keyboard.
  let fields: [FormField]
  /// True where the record has lines, as invoices and estimates.
  var hasLines = false
  /// The fields that a draft is called by; the first with text counts.
  let titles: [String]
  /// What the text of a form means.
  let read: @Sendable (Form, Figures) -> FormReading
  /// What a record of the service looks like in the form; nil where it cannot be read.
  let fill: @Sendable (JSONValue, Figures) -> FormFilling?

  static func of(_ kind: ResourceKind) -> FormDefinition {
    switch kind {
    case .invoices: invoices
    case .customers: customers
    case .payments: payments
    case .estimates: estimates
    case .expenses: expenses
    case .items: items
    }
  }
}

/// A record as the texts of a form.
struct FormFilling: Sendable {
  /// By field; what is not named is empty.
  var texts: [String: String] = [:]
  /// What the fields that pick records name, by field.
  var references: [String: Reference] = [:]
  var lines: [LineFields] = []
  var context = FormContext()
  /// Why fields cannot be changed, by field.
  var locks: [String: String] = [:]

  /// A field that names a record; its id stands in for a name that is not known.
  mutating func refer(_ field: String, to id: Int64?, _ name: String?) {
    guard let id else { return }
    references[field] = Reference(id: id, title: name ?? "#\(id)")
    texts[field] = name ?? "#\(id)"
  }
}
