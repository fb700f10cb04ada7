import BillingAPI
import TerminalUI

extension State {
  /// Why the selected record cannot be deleted; customers and payments never can.
  var canDelete: Availability {
    guard let kind = section.kind, selectedID != nil else { return .absent }
    switch kind {
    case .customers: return .unavailable("The API has no deletion of customers. e corrects what is wrong.")
    case .payments: return .unavailable("The API has no deletion of payments. Correct it with e.")
    default: return canWrite(kind)
    }
  }

  /// Reads what would be lost; nothing is asked before that is known.
  func prepareDeletion() -> [Effect] {
    guard let kind = section.kind, let id = selectedID else { return [] }
    return [.prepareDeletion(kind, id: id)]
  }

  mutating func askToDelete(_ deletion: Deletion) -> [Effect] {
    overlays.append(deletion.typed == nil ? .question(.delete(deletion)) : .confirmation(TypedConfirmation(deletion)))
    return []
  }

  mutating func delete(_ deletion: Deletion, _ environment: Environment) -> [Effect] {
    if let refusal = session.writeRefusal(deletion.kind) { return inform(.warning, refusal) }
    let request = WriteRequest(
      kind: deletion.kind, action: .delete(id: deletion.id), draftID: environment.freshName(),
      title: "deletion of \(deletion.title)")
    return inform(.information, "Deleting \(deletion.title).") + [.write(request)]
  }

  /// It is gone; the journal kept it.
  mutating func takeDeletion(_ intent: String, _ kind: ResourceKind, _ title: String) -> [Effect] {
    undos.append(.deleted(intent: intent, kind: kind, title: title))
    if section.kind == kind { isZoomed = false }
    let title = title.hasPrefix("deletion of ") ? String(title.dropFirst("deletion of ".count)) : title
    return inform(.done, "Deleted \(title). u makes it again, with a new id.") + [.refresh(kind)]
  }

  // MARK: Undo and redo

  var canUndo: Availability {
    if heldBatch != nil { return .available }
    guard case .deleted(_, let kind, _) = undos.last else { return .unavailable("There is nothing to take back.") }
    return canWrite(kind)
  }

  mutating func undo() -> [Effect] {
    if heldBatch != nil { return takeBackPayments() }
    guard let undo = undos.last, case .deleted = undo else { return [] }
    overlays.append(.question(.recreate(undo)))
    return []
  }

  /// Makes a deleted record again, from what the journal kept of it.
  mutating func recreate(_ undo: Undo, _ environment: Environment) -> [Effect] {
    guard case .deleted(let intent, let kind, let title) = undo else { return [] }
    undos.removeAll { $0 == undo }
    let draft = environment.freshName()
    recreations[draft] = undo
    return inform(.information, "Making it again.") + [.recreate(intent: intent, kind, title: title, draft: draft)]
  }

  /// Nil where the write is no recreation.
  mutating func takeRecreation(_ draft: String, _ record: RecordReference) -> [Effect]? {
    guard recreations.removeValue(forKey: draft) != nil else { return nil }
    redos.append(.recreated(record.kind, id: record.id, title: "\(record.kind.singular) \(record.title)"))
    return inform(
      .done, "\(record.kind.singular.capitalizedFirst) \(record.title) is there again, as #\(record.id): a new id.")
      + [.refresh(record.kind)]
  }

  /// It could not be made again: it can be tried once more.
  mutating func missRecreation(_ draft: String, _ refusal: RefusalReport) -> [Effect]? {
    guard let undo = recreations.removeValue(forKey: draft) else { return nil }
    undos.append(undo)
    let words = refusal.fields.isEmpty ? refusal.sentence : refusal.fields.values.sorted().joined(separator: " ")
    return inform(.problem, "It was not made again: \(words) The journal keeps it.")
  }

  var canRedo: Availability {
    guard case .recreated(let kind, _, _) = redos.last else { return .unavailable("There is nothing to do again.") }
    return canWrite(kind)
  }

  /// Deletes once more what was made again; it asks as any deletion does.
  mutating func redo() -> [Effect] {
    guard case .recreated(let kind, let id, _) = redos.popLast() else { return [] }
    return [.prepareDeletion(kind, id: id)]
  }
}

/// Keys while a deletion waits for its number to be typed.
func handleConfirmationKey(
  _ key: Key, _ confirmation: TypedConfirmation, _ state: inout State, _ environment: Environment
) -> [Effect] {
  if key == Key(.escape) || key == .control("c") {
    state.overlays.removeLast()
    return state.inform(.information, "Nothing was deleted.")
  }
  var confirmation = confirmation
  guard confirmation.field.handle(key) else { return [] }
  return state.retype(confirmation, environment)
}

extension State {
  /// The number is complete: that is the confirmation.
  mutating func retype(_ confirmation: TypedConfirmation, _ environment: Environment) -> [Effect] {
    guard confirmation.field.text.trimmingBlanks == confirmation.deletion.typed else {
      replaceOverlay(.confirmation(confirmation))
      return []
    }
    overlays.removeLast()
    return delete(confirmation.deletion, environment)
  }
}

extension Question {
  static func delete(_ deletion: Deletion) -> Question {
    Question(
      dialog: Dialog(
        title: "Delete \(deletion.title)?", body: deletion.losses,
        choices: [
          DialogChoice(key: "y", label: "delete", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "error"),
      answers: [.delete(deletion), .stay])
  }

  static func recreate(_ undo: Undo) -> Question {
    guard case .deleted(_, _, let title) = undo else {
      return Question(dialog: Dialog(title: "", body: [], choices: []), answers: [])
    }
    let name = title.hasPrefix("deletion of ") ? String(title.dropFirst("deletion of ".count)) : title
    return Question(
      dialog: Dialog(
        title: "Make \(name) again?",
        body: [
          "The journal kept it. It gets a new id and begins as a draft; payments that hung on it do not come back."
        ],
        choices: [
          DialogChoice(key: "y", label: "make it again", kind: .destructive),
          DialogChoice(key: "n", label: "leave it", kind: .cancel),
        ]),
      answers: [.recreate(undo), .stay])
  }
}
