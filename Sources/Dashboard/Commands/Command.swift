import TerminalUI

/// Something the user can ask for; keys, palette, hints, help and the key tables of the docs all come from it.
package struct Command: Sendable {
  /// The stable name by which it is run and documented, such as `invoice.new`.
  package let id: String
  /// What a palette shows: an imperative of two or three words.
  package let title: String
  /// One sentence of help.
  package let help: String
  package let group: CommandGroup
  package let modes: Set<Mode>
  /// Alternatives; each is one key or a prefix and a key.
  package let keys: [KeySequence]
  /// How the hints bar mentions it; nil where it is not worth the room.
  package let hint: Hint?
  /// It belongs into the menu of the selected record.
  package let isRecordAction: Bool
  /// Whether it can run now and, if not, why.
  package let availability: @Sendable (State) -> Availability
  /// Changes the state and says what is to be done outside.
  package let perform: @Sendable (inout State, Environment) -> [Effect]

  package init(
    _ id: String, _ title: String, help: String, group: CommandGroup, modes: Set<Mode>, keys: [KeySequence],
    hint: Hint? = nil, isRecordAction: Bool = false,
    availability: @escaping @Sendable (State) -> Availability = { _ in .available },
    perform: @escaping @Sendable (inout State, Environment) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.group = group
    self.modes = modes
    self.keys = keys
    self.hint = hint
    self.isRecordAction = isRecordAction
    self.availability = availability
    self.perform = perform
  }

  /// How the hints bar mentions a command: the most important has the highest priority and goes last when room lacks.
  package struct Hint: Hashable, Sendable {
    package let label: String
    package let priority: Int

    package init(_ label: String, _ priority: Int) {
      self.label = label
      self.priority = priority
    }
  }
}

/// The chapters of the help screen, in its order.
package enum CommandGroup: String, CaseIterable, Sendable {
  case move = "Move"
  case go = "Go"
  case find = "Find"
  case mark = "Mark"
  case view = "View"
  case act = "Do (safe)"
  case change = "Change"
  case form = "Forms"
  case app = "App"
}

/// What the keyboard is for at the moment; within a mode a key has one meaning.
package enum Mode: String, CaseIterable, Sendable {
  /// A section's list, the start page, or a record that fills the screen.
  case list
  case form
  case outbox
  case activity
  /// The story of one write.
  case write
  case conflict
  /// The page of a customer.
  case customer
  /// Records one by one.
  case review
  /// A plan and its run.
  case bulk
  /// Rows of a bank before they are planned.
  case rows
  /// The pane of a payment form that divides the amount.
  case allocation

  /// Everywhere but in forms: where single characters are commands. What moves, finds and leaves is the same there.
  package static let browsing = Set(allCases).subtracting(filling)

  /// In a form, whatever part of it has the keyboard.
  package static let filling: Set<Mode> = [.form, .allocation]

  /// Its name at the end of the hints line.
  var label: String { rawValue.uppercased() }
}

/// Whether a command can run now.
package enum Availability: Hashable, Sendable {
  case available
  /// It belongs to another kind of record or place, and is not mentioned here.
  case absent
  /// It belongs here but cannot run; the sentence says why.
  case unavailable(String)
}
