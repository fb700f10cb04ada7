internal import Synchronization
package import BillingAPI
package import FoundationEssentials
internal import GRDB

extension Books {
  /// Makes a key that is shown this once; the books keep its digest only.
  package func createKey(
    name: String, scopes: [Scope], expiresAt: Date? = nil, allowedAddresses: [AddressRange] = [], now: Date = Date()
  ) throws(BooksError) -> String {
    guard !name.trimmed.isEmpty else { throw .invalidName(name) }
    let secret = Self.newSecret()
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO api_keys (name, digest, scopes, allowed_addresses, created_at, expires_at)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          name.trimmed, Data(Self.digest(of: secret)), scopes.map(\.rawValue).joined(separator: ","),
          allowedAddresses.map(\.description).joined(separator: ","), now.wholeSeconds, expiresAt?.wholeSeconds,
        ])
    }
    return secret
  }

  /// Every key that was ever made, the oldest first.
  package func keys() throws(BooksError) -> [KeyRecord] {
    try read { try Row.fetchAll($0, sql: "SELECT * FROM api_keys ORDER BY id").map(KeyRecord.init) }
  }

  /// Ends the key of that id or, failing that, of that name; at once, in running services too.
  package func revokeKey(_ key: String, now: Date = Date()) throws(BooksError) {
    try write { database in
      try database.execute(
        sql: "UPDATE api_keys SET revoked_at = ? WHERE revoked_at IS NULL AND (id = ? OR name = ?)",
        arguments: [now.wholeSeconds, Int64(key), key])
      if database.changesCount == 0 { throw BooksError.unknown(key) }
    }
  }

  /// Makes a key for the program that embeds the service: it may do everything, and never touches the disk.
  package func makeSessionKey(name: String = "This program", scopes: [Scope] = Scope.documented) -> String {
    let secret = Self.newSecret()
    sessionKeys.withLock { keys in
      keys[Self.digest(of: secret)] = KeyRecord(
        id: -Int64(keys.count), name: name, scopes: scopes, allowedAddresses: [], expiresAt: nil, lastUsedAt: nil,
        isRevoked: false)
    }
    return secret
  }

  private static func newSecret() -> String { APIKey.prefix + Digest.hexadecimal(Digest.randomBytes(24)) }
  static func digest(of secret: String) -> [UInt8] { Digest.sha256(Array(secret.utf8)) }
}

extension KeyRecord {
  init(_ row: Row) {
    let words: String = row["scopes"]
    let addresses: String = row["allowed_addresses"]
    let revokedAt: Int64? = row["revoked_at"]
    self.init(
      id: row["id"], name: row["name"], scopes: words.split(separator: ",").map { Scope(rawValue: String($0)) },
      allowedAddresses: addresses.split(separator: ",").compactMap { AddressRange($0) }, expiresAt: row["expires_at"],
      lastUsedAt: row["last_used_at"], isRevoked: revokedAt != nil)
  }
}

extension Date {
  var wholeSeconds: Int64 { Int64(timeIntervalSince1970.rounded(.down)) }
}
