/// The secret that the service knows us by. It shows itself to nobody: printing, dumping and encoding it yield a mask.
package struct APIKey: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let secret: String

  /// Takes a key as it was typed or read from a file, without the white space around it.
  package init(parsing text: String) throws(APIKeyProblem) {
    let visible = text.drop(while: \.isWhitespace)
    let end = visible.lastIndex { !$0.isWhitespace }
    guard let end else { throw .empty }
    let trimmed = visible[...end]
    guard trimmed.utf8.count <= 512 else { throw .tooLong }
    guard trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .forbiddenCharacter }
    secret = String(trimmed)
  }

  /// Keys of the service begin with it (API documentation, "Key Format").
  package static let prefix = "is_key_"

  /// False for a key that does not look like one of Invoicematic's; a relative of the service may have others.
  package var hasDocumentedPrefix: Bool { secret.hasPrefix(Self.prefix) }

  /// The value of the Authorization header: the only place for the secret.
  package var bearer: String { "Bearer \(secret)" }

  /// A name for this key that tells nothing about it: the first 16 hex digits of its SHA-256.
  package var fingerprint: String { Digest.hexadecimal(Digest.sha256(Array(secret.utf8)).prefix(8)) }

  package var description: String { "is_key_…" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a text cannot be an API key.
package enum APIKeyProblem: Error, Hashable, Sendable {
  case empty, tooLong
  /// White space within it, a control character, or one beyond ASCII.
  case forbiddenCharacter
}
