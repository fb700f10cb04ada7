import CCrypto

/// SHA-256, HMAC-SHA256, random bytes and comparison in constant time, by libcrypto.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: CRYPTO_SHA256_SIZE)
    let done = crypto_sha256(bytes, bytes.count, &digest)
    precondition(done == 1, "libcrypto refused SHA-256")
    return digest
  }

  /// The keyed hash of RFC 2104 over SHA-256.
  package static func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: CRYPTO_SHA256_SIZE)
    // A zero appended keeps the pointer of an empty key from being null; the length leaves it out.
    let done = crypto_hmac_sha256(key + [0], Int32(key.count), bytes, bytes.count, &digest)
    precondition(done == 1, "libcrypto refused HMAC-SHA256")
    return digest
  }

  /// Bytes fit for keys and secrets.
  package static func randomBytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let done = crypto_random(&bytes, Int32(count))
    precondition(done == 1, "the system gave no random bytes")
    return bytes
  }

  /// Takes as long for two texts of one length whether they are equal or not, so that time tells nothing about a secret.
  package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && crypto_equal(left, right, left.count) == 1
  }

  /// Two lower-case digits per byte.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
