import BillingAPI
import Store
import TerminalUI

/// Keys while a note is written: Enter or `^S` keep it, Esc asks before it throws words away.
func handleNoteKey(_ key: Key, _ editor: NoteEditor, _ state: inout State) -> [Effect] {
  var editor = editor
  switch key {
  case Key(.enter), .control("s"): return state.keepNote(editor)
  case Key(.escape), .control("c"): return state.leaveNote(editor)
  default: _ = editor.field.handle(key)
  }
  state.replaceOverlay(.note(editor))
  return []
}

extension State {
  /// The record that `N` writes a note beside; nil where there is none.
  var noteSubject: NoteSubject? {
    guard let kind = section.kind, kind.takesNotes, let id = selectedID, let title = selectedTitle else { return nil }
    return NoteSubject(kind: kind, id: id, title: title)
  }

  mutating func writeNote(_ subject: NoteSubject, changing note: LocalNote? = nil) -> [Effect] {
    overlays.append(.note(NoteEditor(subject, note: note?.id, text: note?.text ?? "")))
    return []
  }

  fileprivate mutating func keepNote(_ editor: NoteEditor) -> [Effect] {
    let text = editor.field.text.trimmingBlanks
    guard !text.isEmpty else { return leaveNote(editor) }
    overlays.removeLast()
    let subject = editor.subject
    return inform(.done, "Noted beside \(subject.title), on this machine only.") + [
      .keepNote(NoteText(kind: subject.kind, recordID: subject.id, note: editor.note, text: text))
    ]
  }

  /// Nothing typed is thrown away without a question.
  fileprivate mutating func leaveNote(_ editor: NoteEditor) -> [Effect] {
    guard !editor.field.text.trimmingBlanks.isEmpty, editor.note == nil else {
      overlays.removeLast()
      return []
    }
    overlays.append(.question(.discardNote))
    return []
  }

  /// Closes the editor under the question that has been answered.
  mutating func discardNote() -> [Effect] {
    if case .note = overlays.last { overlays.removeLast() }
    return []
  }

  /// A note was kept or removed: what shows it reads it again.
  mutating func takeNotesChange(_ kind: ResourceKind, _ id: Int64) -> [Effect] {
    let detail = section.kind == kind && selectedID == id ? askForDetail() : []
    return detail + readCustomersAgain([kind])
  }
}

extension ResourceKind {
  /// Whether local notes can stand beside records of this kind.
  var takesNotes: Bool { self == .customers || self == .invoices }
}

extension Question {
  static let discardNote = Question(
    dialog: Dialog(
      title: "Throw the note away?", body: ["What you typed is kept nowhere else."],
      choices: [
        DialogChoice(key: "y", label: "throw away", kind: .destructive),
        DialogChoice(key: "n", label: "go on writing", kind: .cancel),
      ], titleRole: "warning"),
    answers: [.discardNote, .stay])

  static func removeNote(_ note: LocalNote) -> Question {
    Question(
      dialog: Dialog(
        title: "Delete this note?", body: [note.text, "It is kept on this machine only and cannot be brought back."],
        choices: [
          DialogChoice(key: "y", label: "delete", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.removeNote(note), .stay])
  }
}
