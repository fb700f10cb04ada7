/// Collects what is wrong with a draft, in the voice of the documented answers.
struct FieldChecks {
  private(set) var problems: [ValidationProblem] = []

  /// `predicate` follows the field's name: `field is required.`
  mutating func refuse(_ field: FieldPath, _ predicate: String) {
    add(ValidationProblem(field: field, message: "The \(field.spelledOut) \(predicate)"))
  }

  mutating func add(_ problem: ValidationProblem) { problems.append(problem) }

  mutating func require(_ text: String, _ field: FieldPath) {
    if text.allSatisfy(\.isWhitespace) { refuse(field, "field is required.") }
  }

  mutating func require<Value>(_ value: Value?, _ field: FieldPath) {
    if value == nil { refuse(field, "field is required.") }
  }

  /// Counts Unicode scalars, as services do.
  mutating func limit(_ text: String?, to length: Int, _ field: FieldPath) {
    guard let text, text.unicodeScalars.count > length else { return }
    refuse(field, "must not be greater than \(length) characters.")
  }

  mutating func limit(_ amount: Money, _ field: FieldPath) {
    if !amount.isWithinLimit { refuse(field, "must not be greater than 10,000,000,000,000.00.") }
  }

  mutating func email(_ text: String?, _ field: FieldPath) {
    limit(text, to: FieldLimits.shortText, field)
    guard let text, !text.isEmpty, !EmailAddress.isPlausible(text) else { return }
    refuse(field, "must be a valid email address.")
  }

  mutating func rate(_ text: String?, _ field: FieldPath) {
    guard let text else { return }
    guard let rate = ExchangeRate(text: text) else { return refuse(field, "must be a number.") }
    if !rate.isPositive { refuse(field, "must be greater than 0.") }
  }
}

extension FieldPath {
  /// As the documented messages name a field: `customer id`, `items.1.quantity`.
  var spelledOut: String { lineIndex == nil ? String(text.map { $0 == "_" ? " " : $0 }) : text }
}

/// Tells an e-mail address from something else, no more: only sending a mail proves one.
package enum EmailAddress {
  /// One `@` with something on both sides and no white space or control characters.
  package static func isPlausible(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return false }
    return text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
  }
}
