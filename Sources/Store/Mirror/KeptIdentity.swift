import Billing
import BillingAPI
internal import GRDB

/// Whose books these are and what the key may do, as the service said it last: for a start without it.
package struct KeptIdentity: Hashable, Sendable {
  package let company: Company
  /// Nil where another key was asked with.
  package let apiKey: APIKeyInfo?
}

extension Mirror {
  /// Keeps what `/api/me` answered to the key with this fingerprint.
  package func keepIdentity(_ identity: CompanyAndKey, key: String) throws(StoreError) {
    let text = String(decoding: identity.json.encoded(), as: UTF8.self)
    guard try storedIdentity() != StoredIdentity(key: key, json: text) else { return }
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO identity (place, key, json) VALUES (1, ?, ?)", arguments: [key, text])
    }
  }

  /// What was kept; nil before the service has answered the first time.
  package func identity(key: String) throws(StoreError) -> KeptIdentity? {
    guard let stored = try storedIdentity() else { return nil }
    // Only this program writes it; what cannot be read is asked for anew.
    guard let identity = (try? JSONValue(parsing: stored.json)).flatMap(CompanyAndKey.init(json:)) else { return nil }
    return KeptIdentity(company: identity.company, apiKey: stored.key == key ? identity.apiKey : nil)
  }

  private func storedIdentity() throws(StoreError) -> StoredIdentity? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT key, json FROM identity").map { StoredIdentity(key: $0[0], json: $0[1]) }
    }
  }
}

/// The row as it stands in the mirror.
private struct StoredIdentity: Equatable {
  let key: String
  let json: String
}

extension KeptIdentity {
  static let creation = """
    CREATE TABLE IF NOT EXISTS identity (
      place INTEGER PRIMARY KEY CHECK (place = 1), key TEXT NOT NULL, json TEXT NOT NULL
    ) STRICT
    """
}

extension CompanyAndKey {
  /// The documented members that the dashboard shows, as `/api/me` writes them.
  fileprivate var json: JSONValue {
    [
      "company": ["id": .integer(company.id.value), "name": .string(company.name)],
      "api_key": [
        "name": .string(apiKey.name), "scopes": .array(apiKey.scopes.map { .string($0.rawValue) }),
        "expires_at": apiKey.expiresAt.map { .string($0) } ?? .null,
      ],
    ]
  }
}
