import TerminalUI

/// One key, or a prefix and the key after it: `p`, `^S`, `g d`.
package struct KeySequence: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let keys: [Key]

  package init(_ keys: [Key]) { self.keys = keys }

  /// Reads the notation of the key tables; a name that is none gives an empty sequence, which no key press equals.
  package init(stringLiteral value: String) {
    keys = value.split(separator: " ").compactMap { Key(parsing: String($0)) }
  }

  package var description: String {
    let names = keys.map(\.description)
    return names.allSatisfy { $0.count == 1 } ? names.joined() : names.joined(separator: " ")
  }

  package func starts(with prefix: [Key]) -> Bool { keys.starts(with: prefix) && keys.count > prefix.count }
}
