internal import Synchronization
internal import BillingAPI
internal import FoundationEssentials
internal import GRDB
internal import HTTPTypes

/// Finds out who is calling.
struct Authentication {
  let books: Books
  let moment: ServiceMoment

  /// The caller's key; a key that is missing, unknown, revoked, past its end or used from elsewhere is refused alike.
  func caller(_ headers: HTTPFields, peer: String?, _ database: Database) throws -> KeyRecord {
    guard let secret = Self.secret(in: headers) else { throw Refusal.unauthorized }
    let digest = Books.digest(of: secret)
    if let session = books.sessionKeys.withLock({ $0[digest] }) { return session }
    let find = try database.cachedStatement(sql: "SELECT * FROM api_keys WHERE digest = ?")
    guard let row = try Row.fetchOne(find, arguments: [Data(digest)]) else { throw Refusal.unauthorized }
    let key = KeyRecord(row)
    guard isValid(key, peer: peer) else { throw Refusal.unauthorized }
    return key
  }

  private func isValid(_ key: KeyRecord, peer: String?) -> Bool {
    if key.isRevoked { return false }
    if let end = key.expiresAt, end <= moment.seconds { return false }
    // A Unix socket has no address: only the machine itself can reach it.
    guard !key.allowedAddresses.isEmpty, let peer else { return true }
    return key.allowedAddresses.contains { $0.contains(peer) }
  }

  private static func secret(in headers: HTTPFields) -> String? {
    guard let value = headers[.authorization] else { return nil }
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 512 else { return nil }
    return parts[1].trimmed
  }

  /// How long a key's `last_used_at` may lag behind, in seconds: a write per request would cost more than the request.
  private static let lag: Int64 = 60

  func isStale(_ key: KeyRecord) -> Bool {
    key.id > 0 && (key.lastUsedAt.map { moment.seconds - $0 >= Self.lag } ?? true)
  }

  /// Writes down that the key was used just now.
  func note(_ key: KeyRecord) async throws {
    if key.id <= 0 {
      books.sessionKeys.withLock { keys in
        for (digest, known) in keys where known.id == key.id { keys[digest]?.lastUsedAt = moment.seconds }
      }
    } else if isStale(key) {
      let seconds = moment.seconds
      try await books.database.write { database in
        try database.execute(
          sql: "UPDATE api_keys SET last_used_at = ? WHERE id = ?", arguments: [seconds, key.id])
      }
    }
  }
}
