/// What a text field can undo and redo; a run of typing, or of deleting, is one step.
struct TextHistory: Hashable, Sendable {
  struct Snapshot: Hashable, Sendable {
    var text: String
    var caret: Int
  }

  /// What an edit is, so that like ones next to each other become one step.
  enum Kind: Hashable, Sendable {
    case typing, deleting, other
  }

  private static let mostSteps = 200
  private var earlier: [Snapshot] = []
  private var later: [Snapshot] = []
  private var run: Kind = .other

  mutating func record(_ before: Snapshot, kind: Kind) {
    later = []
    if kind == .other || kind != run { earlier.append(before) }
    if earlier.count > Self.mostSteps { earlier.removeFirst() }
    run = kind
  }

  /// Makes the next edit a step of its own: the caret moved, or a word ended.
  mutating func endRun() { run = .other }

  mutating func undo(from current: Snapshot) -> Snapshot? {
    guard let snapshot = earlier.popLast() else { return nil }
    later.append(current)
    run = .other
    return snapshot
  }

  mutating func redo(from current: Snapshot) -> Snapshot? {
    guard let snapshot = later.popLast() else { return nil }
    earlier.append(current)
    run = .other
    return snapshot
  }
}
