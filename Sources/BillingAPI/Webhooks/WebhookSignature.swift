/// Signs a webhook's body and tells whether a signature fits: HMAC-SHA256 in hexadecimal over the raw bytes
/// (API documentation, "Signature Verification").
///
/// The timestamp is not signed: a payload that verifies is a hint to read the record again, no more.
package struct WebhookSignature: Hashable, Sendable {
  package let text: String

  package init(of body: [UInt8], secret: [UInt8]) {
    text = Digest.hexadecimal(Digest.hmacSHA256(key: secret, body))
  }

  /// Compares in constant time.
  package static func verifies(_ claimed: String, body: [UInt8], secret: [UInt8]) -> Bool {
    Digest.areEqual(Array(claimed.lowercased().utf8), Array(WebhookSignature(of: body, secret: secret).text.utf8))
  }
}
