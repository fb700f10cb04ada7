import TerminalUI

/// Which command a key sequence runs in each mode.
package struct Keymap: Sendable {
  /// What a sequence of keys means.
  package enum Match: Sendable {
    case command(Command)
    /// More keys are needed; these commands begin like that.
    case prefix([Command])
    case none
  }

  private let commands: [Mode: [Command]]

  package init(_ registry: [Command]) {
    commands = Dictionary(
      uniqueKeysWithValues: Mode.allCases.map { mode in (mode, registry.filter { $0.modes.contains(mode) }) })
  }

  package func match(_ keys: [Key], in mode: Mode) -> Match {
    let candidates = commands[mode] ?? []
    if let command = candidates.first(where: { $0.keys.contains { $0.keys == keys } }) { return .command(command) }
    let longer = candidates.filter { $0.keys.contains { $0.starts(with: keys) } }
    return longer.isEmpty ? .none : .prefix(longer)
  }

  /// Sequences that two commands of one mode claim, or that hide a longer one; empty in a sound keymap.
  package static func collisions(in registry: [Command]) -> [String] {
    Mode.allCases.flatMap { mode -> [String] in
      let claims = registry.filter { $0.modes.contains(mode) }.flatMap { command in
        command.keys.map { ($0, command.id) }
      }
      return claims.indices.flatMap { first in
        claims.indices.dropFirst(first + 1).compactMap { second in
          claims[first].0.collides(with: claims[second].0)
            ? "\(mode.rawValue) \(claims[first].0): \(claims[first].1), \(claims[second].1)" : nil
        }
      }
    }
  }
}

extension KeySequence {
  fileprivate func collides(with other: KeySequence) -> Bool {
    keys.starts(with: other.keys) || other.keys.starts(with: keys)
  }
}
