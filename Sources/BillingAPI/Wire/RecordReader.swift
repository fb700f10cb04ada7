package import Billing

/// A field that could not be read as what it should be, so that the record shows nothing or zero there.
package struct FieldDoubt: Hashable, Sendable {
  /// As services spell fields: `due_amount`, `items.1.quantity`.
  package let field: FieldPath
  /// What stands there, cut at 60 characters.
  package let found: String

  package init(field: FieldPath, found: String) {
    self.field = field
    self.found = found
  }
}

/// Why a JSON value is no record at all. Anything less is a `FieldDoubt`.
package enum DecodingProblem: Error, Hashable, Sendable {
  case notAnObject
  /// Without a number above zero a record cannot be told from others.
  case missingID
}

/// Reads the members of a record one by one and notes what could not be read.
///
/// A member that is missing, null or an empty text is nil without a doubt.
struct RecordReader {
  private let object: JSONObject
  private let prefix: String
  private(set) var doubts: [FieldDoubt] = []

  init(_ json: JSONValue, prefix: String = "") throws(DecodingProblem) {
    guard let object = json.object else { throw .notAnObject }
    self.object = object
    self.prefix = prefix
  }

  func raw(_ name: String) -> JSONValue? {
    guard let value = object[name], !value.isNull, value.string?.isEmpty != true else { return nil }
    return value
  }

  mutating func id<Record>(of record: Record.Type = Record.self) throws(DecodingProblem) -> Identifier<Record> {
    guard let id = raw("id")?.identifier(of: record) else { throw .missingID }
    return id
  }

  mutating func read<Value>(_ name: String, _ reading: (JSONValue) -> Value?) -> Value? {
    guard let value = raw(name) else { return nil }
    if let read = reading(value) { return read }
    doubt(name, value)
    return nil
  }

  mutating func identifier<Record>(_ name: String, of record: Record.Type = Record.self) -> Identifier<Record>? {
    // Some services write 0 where they mean "none".
    if raw(name)?.integer == 0 { return nil }
    return read(name) { $0.identifier(of: record) }
  }

  mutating func text(_ name: String) -> String? { read(name) { $0.text } }
  mutating func integer(_ name: String) -> Int64? { read(name) { $0.integer } }
  mutating func money(_ name: String) -> Money? { read(name) { $0.money } }

  /// A day that must be there; the first of 1970, with a doubt, where it is not.
  mutating func day(_ name: String) -> CalendarDate {
    if let date = date(name) { return date }
    if raw(name) == nil { doubt(name, object[name] ?? .null) }
    return CalendarDate(daysSince1970: 0)
  }

  mutating func date(_ name: String) -> CalendarDate? { read(name) { $0.date } }

  /// A nested value of its own; one that cannot be read is a doubt and leaves nil.
  mutating func nested<Value>(_ name: String, _ reading: (JSONValue) -> Value?) -> Value? { read(name, reading) }

  mutating func doubt(_ name: String, _ value: JSONValue) {
    let found = PlainText.clean(String(decoding: value.encoded().prefix(240), as: UTF8.self), limit: 60)
    doubts.append(FieldDoubt(field: FieldPath(prefix + name), found: found))
  }

  mutating func adopt(_ others: [FieldDoubt]) { doubts += others }
}
