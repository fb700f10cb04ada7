package import BillingAPI

/// What the service knows of a key: all but the key.
package struct KeyRecord: Hashable, Sendable {
  /// Zero and below for keys that live in memory only.
  package let id: Int64
  package let name: String
  package let scopes: [Scope]
  package let allowedAddresses: [AddressRange]
  /// In seconds since 1970.
  package let expiresAt: Int64?
  package internal(set) var lastUsedAt: Int64?
  package let isRevoked: Bool
}
