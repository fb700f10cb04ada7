import BillingAPI
internal import GRDB

/// Makes the body of a PUT: the record as the service has it, less what it computes, with the edits laid over.
///
/// It works on the JSON text, so that `1.000000` and escapes go back as they came.
package enum RecordOverlay {
  /// Throws `unreadable` where the record is no JSON object.
  package static func body(
    fresh: [UInt8], dropping isComputed: (String) -> Bool, edits: JSONObject
  ) throws(StoreError) -> [UInt8] {
    do {
      return try DatabaseQueue().read { database in
        let text = String(decoding: fresh, as: UTF8.self)
        let names = try names(database, in: text)
        let kept = try remove(database, names.filter(isComputed), from: text)
        return Array(try set(database, edits, in: kept).utf8)
      }
    } catch {
      throw StoreError(error)
    }
  }

  private static func names(_ database: Database, in text: String) throws -> [String] {
    let isObject = try Bool.fetchOne(
      database, sql: "SELECT CASE WHEN json_valid(:text) THEN json_type(:text) = 'object' ELSE 0 END",
      arguments: ["text": text])
    guard isObject == true else { throw StoreError.unreadable("The record is no JSON object.") }
    return try String.fetchAll(database, sql: "SELECT key FROM json_each(?)", arguments: [text])
  }

  private static func remove(_ database: Database, _ names: [String], from text: String) throws -> String {
    try names.filter(canBeNamed).reduce(text) { text, name in
      try String.fetchOne(database, sql: "SELECT json_remove(?, ?)", arguments: [text, path(name)]) ?? text
    }
  }

  private static func set(_ database: Database, _ edits: JSONObject, in text: String) throws -> String {
    try edits.members.filter { canBeNamed($0.name) }.reduce(text) { text, member in
      let value = String(decoding: member.value.encoded(), as: UTF8.self)
      let arguments: StatementArguments = [text, path(member.name), value]
      return try String.fetchOne(database, sql: "SELECT json_set(?, ?, json(?))", arguments: arguments) ?? text
    }
  }

  private static func path(_ name: String) -> String { "$.\"\(name)\"" }

  // SQLite's paths have no escape for a quotation mark; no documented field has one.
  private static func canBeNamed(_ name: String) -> Bool { !name.contains("\"") }
}
