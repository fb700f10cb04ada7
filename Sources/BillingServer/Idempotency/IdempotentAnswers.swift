internal import BillingAPI
internal import FoundationEssentials
internal import GRDB
internal import HTTPTypes

/// Keeps the answers to writes by their Idempotency-Key, in the same transaction as the write.
///
/// The database lets one writer in at a time, so of two requests with one key the second finds the first one's answer.
struct IdempotentAnswers {
  let caller: Int64
  let key: IdempotencyKey
  /// Digest of method, path and body: the same key may not stand for anything else.
  let request: Data
  let moment: ServiceMoment

  /// How long an answer is kept, in seconds (API documentation, "Idempotency").
  static let lifetime: Int64 = 24 * 60 * 60

  /// Nil for a request without the header.
  init?(_ headers: HTTPFields, caller: Int64, method: String, path: String, body: [UInt8], moment: ServiceMoment)
    throws(Refusal)
  {
    guard let text = headers[.idempotencyKey] else { return nil }
    guard let key = IdempotencyKey(text: text) else {
      throw .malformed("The Idempotency-Key header must be 1 to 255 visible characters.")
    }
    self.caller = caller
    self.key = key
    self.moment = moment
    request = Data(Digest.sha256(Array("\(method) \(path)\n".utf8) + body))
  }

  /// The answer that this very request got before; a conflict where the key stood for another.
  func stored(_ database: Database) throws -> ServiceAnswer? {
    let row = try Row.fetchOne(
      database, sql: "SELECT * FROM idempotent_answers WHERE caller = ? AND key = ? AND stored_at > ?",
      arguments: [caller, key.text, moment.seconds - Self.lifetime])
    guard let row else { return nil }
    guard row["request"] == request else { throw Refusal.conflict }
    let body: Data = row["body"]
    var answer = ServiceAnswer(HTTPResponse.Status(code: row["status"]), bytes: [UInt8](body))
    answer.headers[.idempotencyReplayed] = "true"
    return answer
  }

  func store(_ answer: ServiceAnswer, _ database: Database) throws {
    try Self.prune(database, moment)
    try database.execute(
      sql: "INSERT OR REPLACE INTO idempotent_answers VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [caller, key.text, request, answer.status.code, Data(answer.body), moment.seconds])
  }

  /// Drops what has outlived its day; a few at a time, so that no request pays for all.
  private static func prune(_ database: Database, _ moment: ServiceMoment) throws {
    try database.execute(
      sql: """
        DELETE FROM idempotent_answers WHERE (caller, key) IN (
          SELECT caller, key FROM idempotent_answers WHERE stored_at <= ? ORDER BY stored_at LIMIT 20)
        """,
      arguments: [moment.seconds - lifetime])
  }
}
