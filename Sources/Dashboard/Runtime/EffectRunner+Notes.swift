import BillingAPI
import FoundationEssentials
import Store

extension EffectRunner {
  /// Keeps a note on this machine, and says that it is there.
  func keepNote(_ note: NoteText, _ books: OpenBooks) throws {
    guard let local = books.local else { return post(.failed(Self.noPlaceForNotes)) }
    if let known = note.note {
      try local.changeNote(known, to: note.text)
    } else {
      try local.addNote(note.text, to: note.kind, id: note.recordID, at: Date())
    }
    post(.notesChanged(note.kind, id: note.recordID))
  }

  func removeNote(_ note: LocalNote, _ books: OpenBooks) throws {
    guard let local = books.local else { return post(.failed(Self.noPlaceForNotes)) }
    try local.removeNote(note.id)
    post(.notesChanged(note.kind, id: note.recordID))
  }

  /// The notes beside records; none where the file that holds them cannot be used.
  func notes(_ kind: ResourceKind, of ids: [Int64], _ books: OpenBooks) throws -> [DatedNote] {
    guard kind.takesNotes, !ids.isEmpty, let local = books.local else { return [] }
    return try local.notes(kind, of: ids).map { DatedNote($0, on: LocalTime.day(of: $0.written)) }
  }

  /// A request that knows the records with a local note, where that matters to it.
  func withNotes(_ request: ListRequest, _ books: OpenBooks) throws -> ListRequest {
    guard request.filter.asksForNotes, let local = books.local else { return request }
    var request = request
    request.noted = try local.noted(request.kind)
    return request
  }

  private static let noPlaceForNotes =
    "The file of notes and journal cannot be used: nothing was noted. The first line of the session said why."
}
