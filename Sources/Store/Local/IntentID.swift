import Foundation

/// Names one thing that a person wanted written, from the key that saved it to its settlement.
package struct IntentID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init() { text = UUID().uuidString.lowercased() }
  package init(text: String) { self.text = text }

  package var description: String { text }
}
