import TerminalUI

/// What can be undone and done again in a form, whatever part of it was changed: the latest last.
///
/// A word typed in one visit of a field is one step; everything else is a step of its own. Steps hold what differs and
/// nothing else, so a long invoice costs no more than a short one.
struct FormHistory: Sendable, Equatable {
  /// Like keys in a row, which together are one step.
  struct Run: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      case typing, deleting
    }

    let kind: Kind
    /// True for a key that ends the word before it.
    var startsAnew = false
  }

  /// A change: the way over it, and where the keyboard was before and after.
  private struct Entry: Sendable, Equatable {
    var step: FormStep
    let before: Form.Focus
    let after: Form.Focus
  }

  private static let mostSteps = 200
  private var earlier: [Entry] = []
  private var later: [Entry] = []
  private var run: Run.Kind?

  var canUndo: Bool { !earlier.isEmpty }
  var canRedo: Bool { !later.isEmpty }

  /// Makes the next edit a step of its own: the caret or the keyboard went elsewhere.
  mutating func endRun() { run = nil }

  /// Puts down the way back over a change, or leaves it to the run that is under way.
  mutating func record(_ step: FormStep, _ run: Run?, from before: Form.Focus, to after: Form.Focus) {
    let goesOn = run.map { $0.kind == self.run && !$0.startsAnew } ?? false
    self.run = run?.kind
    later = []
    if goesOn, let last = earlier.last, last.after == before, last.step.covers(step) { return }
    earlier.append(Entry(step: step, before: before, after: after))
    if earlier.count > Self.mostSteps { earlier.removeFirst() }
  }

  /// Takes the last change back; the answer is where it was made.
  mutating func undo(_ form: inout Form) -> Form.Focus? {
    guard var entry = earlier.popLast() else { return nil }
    entry.step = entry.step.apply(to: &form)
    later.append(entry)
    run = nil
    return entry.before
  }

  /// Makes the change again that was taken back last; the answer is where it was made.
  mutating func redo(_ form: inout Form) -> Form.Focus? {
    guard var entry = later.popLast() else { return nil }
    entry.step = entry.step.apply(to: &form)
    earlier.append(entry)
    run = nil
    return entry.after
  }
}

extension Form {
  /// Changes what is typed, so that it can be undone; `run` joins like keys into one step.
  mutating func edit(_ run: FormHistory.Run? = nil, _ change: (inout Form) -> Void) {
    let before = self
    change(&self)
    history = before.history
    if let step = FormStep(from: self, backTo: before) { history.record(step, run, from: before.focus, to: focus) }
    markChanged()
  }

  /// Takes the last change back; false where there is none.
  mutating func undo() -> Bool {
    var history = history
    guard let place = history.undo(&self) else { return false }
    return arrive(at: place, history)
  }

  /// Makes the change again that was taken back last; false where there is none.
  mutating func redo() -> Bool {
    var history = history
    guard let place = history.redo(&self) else { return false }
    return arrive(at: place, history)
  }

  /// The keyboard goes to where the change was, as long as that is a place still.
  private mutating func arrive(at place: Focus, _ history: FormHistory) -> Bool {
    self.history = history
    unfold(for: place)
    if stops.contains(place) { focus = place } else if !stops.contains(focus) { focus = .field(0) }
    markChanged()
    return true
  }
}
