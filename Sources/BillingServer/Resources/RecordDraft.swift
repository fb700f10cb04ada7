internal import Billing
internal import BillingAPI
internal import GRDB

/// What one create or update asks for, while it is being judged.
struct RecordDraft {
  let kind: ResourceKind
  let body: JSONObject
  /// The row as it is, for an update.
  let existing: Row?
  let moment: ServiceMoment
  let hazards: ActiveHazards
  /// What will be written, in the order of the fields.
  private(set) var columns: [(name: String, value: DatabaseValue)] = []
  private(set) var problems: [String: [String]] = [:]
  /// The lines of a document, where the body brings some.
  var lines: [DocumentLine] = []
  /// The document's currency, the customer's balance and the like are worked out only for a body without problems.
  var isSound: Bool { problems.isEmpty }

  init(kind: ResourceKind, body: JSONObject, existing: Row?, moment: ServiceMoment, hazards: ActiveHazards) {
    self.kind = kind
    self.body = body
    self.existing = existing
    self.moment = moment
    self.hazards = hazards
  }

  var id: Int64? { existing?["id"] }

  mutating func refuse(_ field: String, _ message: String) {
    problems[field, default: []].append(message)
  }

  mutating func set(_ column: String, _ value: (any DatabaseValueConvertible)?) {
    let value = value?.databaseValue ?? .null
    if let index = columns.firstIndex(where: { $0.name == column }) {
      columns[index].value = value
    } else {
      columns.append((column, value))
    }
  }

  /// The value that the record will have: what is being written, else what it had.
  func value<Value: DatabaseValueConvertible>(_ column: String, as type: Value.Type = Value.self) -> Value? {
    if let written = columns.first(where: { $0.name == column }) { return Value.fromDatabaseValue(written.value) }
    return existing.flatMap { Value.fromDatabaseValue($0[column]) }
  }

  /// Whether the update gives that column another value than it had.
  func changes(_ column: String) -> Bool {
    guard let existing, let written = columns.first(where: { $0.name == column }) else { return false }
    let before: DatabaseValue = existing[column]
    return before != written.value
  }

  /// Fills in a value that neither the body nor the record has.
  mutating func setDefault(
    _ column: String, _ value: (RecordDraft) throws -> (any DatabaseValueConvertible)?
  ) rethrows {
    guard self.value(column, as: DatabaseValue.self)?.isNull ?? true else { return }
    set(column, try value(self))
  }
}
