import Testing
import TerminalUI

@testable import Dashboard

struct RegistryTests {
  @Test func `no two commands of a mode claim the same keys, and no key is both an action and a prefix`() {
    #expect(Keymap.collisions(in: Registry.commands) == [])
  }

  @Test func `colliding keys are found`() {
    func command(_ id: String, _ keys: KeySequence) -> Command {
      Command(id, id, help: "Does it.", group: .app, modes: [.list], keys: [keys]) { _, _ in [] }
    }
    #expect(Keymap.collisions(in: [command("a", "x"), command("b", "x")]) == ["list x: a, b"])
    #expect(Keymap.collisions(in: [command("a", "g"), command("b", "g d")]).count == 1)
    #expect(Keymap.collisions(in: [command("a", "g d"), command("b", "g e")]) == [])
  }

  @Test(arguments: Registry.commands.map(\.id))
  func `a command has a title, a sentence of help and keys that exist`(id: String) throws {
    let command = try #require(Registry.commands.first { $0.id == id })
    #expect(!command.title.isEmpty)
    #expect(command.help.hasSuffix("."))
    #expect(command.help.first?.isUppercase == true)
    #expect(!command.modes.isEmpty)
    #expect(command.keys.allSatisfy { !$0.keys.isEmpty })
  }

  @Test func `ids are unique`() {
    let ids = Registry.commands.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `every command with keys is reached by them`() {
    for command in Registry.commands {
      for mode in command.modes {
        for sequence in command.keys {
          guard case .command(let found) = Registry.keymap.match(sequence.keys, in: mode) else {
            Issue.record("\(sequence) reaches nothing in \(mode)")
            continue
          }
          #expect(found.id == command.id)
        }
      }
    }
  }

  @Test func `every beginning of a key sequence is a prefix`() {
    for command in Registry.commands {
      for (mode, sequence) in command.modes.flatMap({ mode in command.keys.map { (mode, $0) } }) {
        for length in 1..<max(1, sequence.keys.count) {
          guard case .prefix = Registry.keymap.match(Array(sequence.keys.prefix(length)), in: mode) else {
            Issue.record("\(sequence) is cut short in \(mode)")
            continue
          }
        }
      }
    }
  }

  @Test func `nothing is bound to what is reserved: d alone, tilde, and the prefix of tmux`() {
    for mode in Mode.allCases {
      for name in ["d", "~", "^B"] {
        guard let key = Key(parsing: name), case .none = Registry.keymap.match([key], in: mode) else {
          Issue.record("\(name) is bound in \(mode)")
          continue
        }
      }
    }
  }
}
