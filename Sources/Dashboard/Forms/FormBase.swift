import BillingAPI

/// The record that an edit began with: what was not typed over stays as the service has it.
package struct FormBase: Sendable, Equatable {
  /// As it was read.
  package let record: JSONValue
  /// When it was read, as the clock shows it.
  package let asOf: String
  /// What its fields said before anything was typed, by field.
  let texts: [String: String]
  let references: [String: Reference]
  let lines: [LineFields]

  init(record: JSONValue, asOf: String, filling: FormFilling) {
    self.record = record
    self.asOf = asOf
    texts = filling.texts
    references = filling.references
    lines = filling.lines
  }
}

/// A record that a form is filled from, as the effect brought it.
package struct FormSource: Sendable, Equatable {
  package let record: JSONValue
  /// When it was read, as the clock shows it.
  package let asOf: String
  /// Why it is not fresh, as a whole sentence; nil where the service answered.
  package let staleness: String?
  /// What the record itself does not say: names of what its fields refer to.
  package let references: [String: Reference]
  /// Its customer's currency and what that customer owes; nil where it has none that is known.
  package let customer: Suggestion.Fill?

  package init(
    record: JSONValue, asOf: String, staleness: String? = nil, references: [String: Reference] = [:],
    customer: Suggestion.Fill? = nil
  ) {
    self.customer = customer
    self.record = record
    self.asOf = asOf
    self.staleness = staleness
    self.references = references
  }
}
