internal import FoundationEssentials

/// Marks one write, so that the service performs it once however often it is sent.
///
/// The service keeps a key for 24 hours (API documentation); a client relies on it for 23.
package struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// A key that nobody used before: a UUID of version 4 in lower case.
  package init() { text = UUID().uuidString.lowercased() }

  /// Takes up a key that was written down, in the journal or in a header; nil unless it is 1 to 255 visible
  /// ASCII characters.
  package init?(text: String) {
    guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.text = text
  }

  package var description: String { text }
}
