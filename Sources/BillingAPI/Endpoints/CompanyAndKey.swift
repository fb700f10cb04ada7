package import Billing

/// The answer of `/api/me`: whose books these are and what the key may do.
package struct CompanyAndKey: Hashable, Sendable {
  package var company: Company
  package var apiKey: APIKeyInfo

  package init(company: Company, apiKey: APIKeyInfo) {
    self.company = company
    self.apiKey = apiKey
  }
}

/// What the service tells about the key in use; never the key itself.
package struct APIKeyInfo: Hashable, Sendable {
  package var name: String
  package var scopes: [Scope]
  /// As the service wrote it (`2027-01-15T00:00:00+00:00`); nil for a key without an end.
  package var expiresAt: String?
  package var lastUsedAt: String?

  package init(name: String, scopes: [Scope], expiresAt: String? = nil, lastUsedAt: String? = nil) {
    self.name = name
    self.scopes = scopes
    self.expiresAt = expiresAt
    self.lastUsedAt = lastUsedAt
  }
}
