internal import Billing
internal import BillingAPI
internal import FoundationEssentials
internal import GRDB

/// Takes the fields of a body into a draft and notes everything that is wrong with them, in the documented voice.
struct FieldReader {
  let database: Database

  func read(_ fields: [Field], into draft: inout RecordDraft) throws {
    for field in fields { try read(field, into: &draft) }
  }

  private func read(_ field: Field, into draft: inout RecordDraft) throws {
    let given = draft.body[field.name]
    guard let given, !given.isBlank else {
      if field.isRequired {
        draft.refuse(field.name, "The \(spelledOut(field.name)) field is required.")
      } else if given != nil, !field.isJudged {
        draft.set(field.name, nil)
      }
      return
    }
    switch try value(of: given, for: field) {
    case .failure(let complaint):
      draft.refuse(field.name, "The \(spelledOut(field.name)) \(complaint.words)")
    case .success(let value):
      if field.isUnique, try isTaken(value, field, by: draft) {
        return draft.refuse(field.name, "The \(spelledOut(field.name)) has already been taken.")
      }
      if !field.isJudged { draft.set(field.name, value) }
    }
  }

  private func isTaken(_ value: DatabaseValue, _ field: Field, by draft: RecordDraft) throws -> Bool {
    let sql = "SELECT id FROM \(draft.kind.rawValue) WHERE \(field.name) = ? AND id <> ?"
    return try Int64.fetchOne(database, sql: sql, arguments: [value, draft.id ?? 0]) != nil
  }

  private func value(of given: JSONValue, for field: Field) throws -> Result<DatabaseValue, Complaint> {
    switch field.content {
    case .text(let length): FieldValue.text(given, atMost: length).map(\.databaseValue)
    case .email: FieldValue.email(given).map(\.databaseValue)
    case .day: FieldValue.day(given).map(\.iso.databaseValue)
    case .cents(let range): FieldValue.integer(given, in: range).map(\.databaseValue)
    case .decimal: FieldValue.decimal(given).map(\.databaseValue)
    case .rate: FieldValue.rate(given).map(\.databaseValue)
    case .currency: FieldValue.currency(given).map(\.databaseValue)
    case .reference(let table): try reference(given, to: table)
    case .word(let words): FieldValue.word(given, of: words).map(\.databaseValue)
    case .address: AddressField.read(given).map(\.databaseValue)
    }
  }

  private func reference(_ given: JSONValue, to table: String) throws -> Result<DatabaseValue, Complaint> {
    switch FieldValue.integer(given, in: Int64.min...Int64.max) {
    case .failure(let complaint): return .failure(complaint)
    case .success(let id):
      let exists = try Int64.fetchOne(database, sql: "SELECT id FROM \(table) WHERE id = ?", arguments: [id]) != nil
      return exists ? .success(id.databaseValue) : .failure("is invalid.")
    }
  }
}

/// What is wrong with a value, as the sentence goes on after the field's name.
struct Complaint: Error, Hashable, ExpressibleByStringInterpolation {
  let words: String

  init(stringLiteral words: String) { self.words = words }
}
