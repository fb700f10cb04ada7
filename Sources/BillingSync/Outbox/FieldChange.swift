import BillingAPI
import FoundationEssentials

/// A field that the service answers differently from how it was sent.
package struct FieldChange: Hashable, Sendable {
  /// With dots and places: `items.0.quantity`.
  package var field: String
  package var sent: JSONValue
  /// Nil where the answer does not have the field.
  package var answered: JSONValue?

  package init(field: String, sent: JSONValue, answered: JSONValue?) {
    self.field = field
    self.sent = sent
    self.answered = answered
  }
}

extension FieldChange {
  /// Whether the service works the field out by itself, wherever it stands: `items.0.id`.
  var isComputed: Bool { field.split(separator: ".").last.map { ComputedFields.contains(String($0)) } ?? false }

  /// Whether it lies in something that the service works out, such as the customer within an invoice.
  var isOfAnotherRecord: Bool { field.split(separator: ".").contains { ComputedFields.contains(String($0)) } }

  /// Whether a status moved by the calendar alone: what is sent after its last day is late at once.
  var isOfTheCalendar: Bool {
    field == "status" && sent == "SENT" && (answered == "OVERDUE" || answered == "EXPIRED")
  }

  /// Every field of `sent` that the answer has otherwise; numbers as text, days with a time and absent nulls are the same.
  static func between(_ sent: JSONValue, _ answered: JSONValue?, at path: String = "") -> [FieldChange] {
    switch sent {
    case .object(let object):
      return object.members.flatMap { between($0.value, answered?[$0.name], at: join(path, $0.name)) }
    case .array(let elements):
      guard elements.count == answered?.array?.count else {
        return [FieldChange(field: path, sent: sent, answered: answered)]
      }
      return elements.indices.flatMap { between(elements[$0], answered?[$0], at: join(path, String($0))) }
    default:
      return isSame(sent, answered) ? [] : [FieldChange(field: path, sent: sent, answered: answered)]
    }
  }

  private static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  private static func isSame(_ sent: JSONValue, _ answered: JSONValue?) -> Bool {
    guard let answered, !answered.isNull else { return sent.isNull || sent == .string("") }
    if sent == answered { return true }
    if sent.isNull { return answered == .string("") }
    if case .bool(let flag) = sent { return answered.bool == flag }
    if let number = sent.decimal, let other = answered.decimal { return number == other }
    guard let text = sent.string, let other = answered.string, text.utf8.count == 10 else { return false }
    return sent.date != nil && other.hasPrefix(text)
  }
}
