internal import BillingAPI
internal import HTTPTypes

/// One request before it has an address, a key and headers.
struct Call {
  let method: HTTPRequest.Method
  let path: String
  let query: String
  let body: [UInt8]?
  let key: IdempotencyKey?
  /// What the key must permit, for a write.
  let scope: Scope?

  init(
    _ method: HTTPRequest.Method, _ path: String, query: String = "", body: [UInt8]? = nil, key: IdempotencyKey? = nil,
    writes kind: ResourceKind? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.body = body
    self.key = key
    scope = kind?.writeScope
  }
}
