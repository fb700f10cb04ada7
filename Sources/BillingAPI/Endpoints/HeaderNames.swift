package import HTTPTypes

extension HTTPField.Name {
  /// Makes a write happen once, however often it is sent within 24 hours (API documentation, "Idempotency").
  package static let idempotencyKey = ours("Idempotency-Key")
  /// Says `true` on an answer that was stored when the same key came before.
  package static let idempotencyReplayed = ours("Idempotency-Replayed")
  package static let webhookSignature = ours("X-Webhook-Signature")
  package static let webhookEvent = ours("X-Webhook-Event")
  package static let webhookDeliveryID = ours("X-Webhook-Delivery-Id")
  package static let webhookTimestamp = ours("X-Webhook-Timestamp")

  /// The names above are tokens of RFC 9110, so the library never refuses them; `via` only satisfies the compiler.
  private static func ours(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
