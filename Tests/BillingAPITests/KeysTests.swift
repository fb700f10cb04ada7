import BillingAPI
import Testing

@Suite struct KeysTests {
  @Test func `an API key shows itself to nobody`() throws {
    let key = try APIKey(parsing: "  is_key_s3cret\n")
    var dumped = ""
    dump(key, to: &dumped)
    for shown in ["\(key)", String(reflecting: key), dumped, "\(Optional(key) as Any)", key.fingerprint] {
      #expect(!shown.contains("s3cret"))
    }
    #expect(key.bearer == "Bearer is_key_s3cret")
    #expect(key.hasDocumentedPrefix)
  }

  @Test(arguments: [
    ("", APIKeyProblem.empty), (" \n", .empty), ("a b", .forbiddenCharacter), ("a\r\nX: y", .forbiddenCharacter),
    ("ключ", .forbiddenCharacter), (String(repeating: "k", count: 513), .tooLong),
  ])
  func `what cannot be a key is refused`(_ text: String, _ problem: APIKeyProblem) {
    #expect(throws: problem) { try APIKey(parsing: text) }
  }

  @Test func `idempotency keys are fresh UUIDs of version 4 in lower case`() {
    let keys = (0..<100).map { _ in IdempotencyKey().text }
    #expect(Set(keys).count == 100)
    for key in keys {
      #expect(key.count == 36 && key == key.lowercased())
      #expect(Array(key)[14] == "4")
    }
  }

  @Test func `an idempotency key that was written down is taken up`() {
    #expect(IdempotencyKey(text: "unique-request-id-123")?.text == "unique-request-id-123")
    #expect(IdempotencyKey(text: "") == nil)
    #expect(IdempotencyKey(text: "a\nb") == nil)
    #expect(IdempotencyKey(text: String(repeating: "a", count: 256)) == nil)
  }
}

/// The test vectors of RFC 4231 (HMAC) and FIPS 180-4 (SHA-256).
@Suite struct DigestTests {
  @Test func `SHA-256 gives the published digests`() {
    #expect(
      Digest.hexadecimal(Digest.sha256(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest.hexadecimal(Digest.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  static let vectors: [(key: [UInt8], text: [UInt8], digest: String)] = [
    (
      [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      Array(1...25), [UInt8](repeating: 0xCD, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ]

  @Test(arguments: vectors)
  func `HMAC-SHA256 gives the digests of RFC 4231`(_ vector: (key: [UInt8], text: [UInt8], digest: String)) {
    #expect(Digest.hexadecimal(Digest.hmacSHA256(key: vector.key, vector.text)) == vector.digest)
  }

  @Test func `an empty key is not the key of the call before`() {
    _ = Digest.hmacSHA256(key: Array("Jefe".utf8), [])
    #expect(
      Digest.hexadecimal(Digest.hmacSHA256(key: [], []))
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  @Test func `a webhook's signature fits its body and secret alone`() {
    let (body, secret) = (Array(#"{"event":"invoice.created"}"#.utf8), Array("secret".utf8))
    let signature = WebhookSignature(of: body, secret: secret).text
    #expect(signature.count == 64)
    #expect(WebhookSignature.verifies(signature, body: body, secret: secret))
    #expect(WebhookSignature.verifies(signature.uppercased(), body: body, secret: secret))
    #expect(!WebhookSignature.verifies(signature, body: body + [0x20], secret: secret))
    #expect(!WebhookSignature.verifies(signature, body: body, secret: secret + [0x21]))
    #expect(!WebhookSignature.verifies("", body: body, secret: secret))
    #expect(!WebhookSignature.verifies(String(signature.dropLast()), body: body, secret: secret))
  }

  @Test func `random bytes differ`() {
    #expect(Digest.randomBytes(32) != Digest.randomBytes(32))
    #expect(Digest.randomBytes(0).isEmpty)
  }
}
