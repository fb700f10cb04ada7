/// A line of text while a person edits it: the text, the caret and what can be undone.
///
/// A caret counts characters as a person sees them (grapheme clusters), from 0 to `text.count`.
package struct TextField: Hashable, Sendable {
  package private(set) var text: String
  package private(set) var caret: Int
  /// The most characters that it takes.
  package var maximumLength: Int
  private var history = TextHistory()

  package init(_ text: String = "", maximumLength: Int = 10_000) {
    self.text = text
    self.caret = text.count
    self.maximumLength = maximumLength
  }

  /// Replaces everything, as an edit that can be undone; the caret goes to the end.
  package mutating func replaceAll(with text: String) {
    edit(.other) { field in
      field.text = String(text.prefix(field.maximumLength))
      field.caret = field.text.count
    }
  }

  /// Puts the caret before a character; outside it goes to the nearest end.
  package mutating func moveCaret(to position: Int) {
    caret = max(0, min(position, text.count))
    history.endRun()
  }

  /// Inserts pasted text at the caret; line breaks and tabs become spaces, other control characters vanish.
  package mutating func insert(_ pasted: String) {
    let line = Self.singleLine(pasted)
    edit(.other) { $0.insertRaw(line) }
  }

  /// Takes back the last edit; false when there is none.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let earlier = history.undo(from: snapshot) else { return false }
    restore(earlier)
    return true
  }

  /// Does again what `undo` took back; false when there is nothing.
  @discardableResult
  package mutating func redo() -> Bool {
    guard let later = history.redo(from: snapshot) else { return false }
    restore(later)
    return true
  }

  /// Makes one edit and remembers what was before, unless it changed nothing.
  mutating func edit(_ kind: TextHistory.Kind, _ change: (inout TextField) -> Void) {
    let before = snapshot
    change(&self)
    if text != before.text { history.record(before, kind: kind) } else if kind == .other { history.endRun() }
  }

  /// Inserts without history what still fits.
  mutating func insertRaw(_ addition: String) {
    let room = max(0, maximumLength - text.count)
    let accepted = addition.prefix(room)
    guard !accepted.isEmpty else { return }
    let head = text.prefix(caret) + accepted
    let tail = text.dropFirst(caret)
    text = String(head) + tail
    // A mark that joins the character before it adds no character.
    caret = min(text.count, head.count)
  }

  /// Removes characters without history and leaves the caret in their place.
  mutating func removeRaw(_ range: Range<Int>) {
    let head = text.prefix(range.lowerBound)
    text = String(head) + text.dropFirst(range.upperBound)
    caret = min(head.count, text.count)
  }

  private static func singleLine(_ pasted: String) -> String {
    var line = ""
    for character in pasted {
      if character.isNewline || character == "\t" {
        line.append(" ")
      } else if !character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .control }) {
        line.append(character)
      }
    }
    return line
  }

  private var snapshot: TextHistory.Snapshot { TextHistory.Snapshot(text: text, caret: caret) }

  private mutating func restore(_ snapshot: TextHistory.Snapshot) {
    text = snapshot.text
    caret = snapshot.caret
  }
}
