import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  /// Whether the selected document can be given a status, and if not, why.
  func canMark(_ status: StatusMark.Status) -> Availability {
    guard let mark = mark(status) else { return .absent }
    if mark.before == status.rawValue { return .unavailable("\(mark.title) is \(mark.before) already.") }
    if status == .sent, mark.before != "DRAFT" {
      return .unavailable("\(mark.title) is \(mark.before): it left draft.")
    }
    if session.traits.contains(mark.trait) {
      return .unavailable("This service does not take the status \(status.rawValue): it was tried before.")
    }
    return canWrite(mark.kind)
  }

  mutating func askToMark(_ status: StatusMark.Status) -> [Effect] {
    guard let mark = mark(status) else { return [] }
    overlays.append(.question(.mark(mark)))
    return []
  }

  /// Sends the status, and nothing else of the record.
  mutating func carryOutMark(_ mark: StatusMark, _ environment: Environment) -> [Effect] {
    let draftID = environment.freshName()
    marks[draftID] = mark
    let edits: JSONValue = ["status": .string(mark.status.rawValue)]
    let request = WriteRequest(
      kind: mark.kind, action: .update(id: mark.id, edits: edits, base: ["status": .string(mark.before)]),
      draftID: draftID, title: "\(mark.kind.singular) \(mark.title)")
    return [.write(request)]
  }

  /// The service answered: the status is said, or that it was not taken, which is remembered.
  mutating func finishMark(_ mark: StatusMark, _ notKept: [String], draft: String) -> [Effect] {
    marks[draft] = nil
    guard notKept.contains("status") else {
      return inform(.done, "\(mark.title) is marked as \(mark.status.rawValue). No e-mail was sent.")
        + [.refresh(mark.kind)]
    }
    session.traits.insert(mark.trait)
    let words = "The service did not take the status: \(mark.title) stays \(mark.before). It is not offered here again."
    return inform(.warning, words) + [.keepTrait(mark.trait), .refresh(mark.kind)]
  }

  /// An estimate that became an invoice was accepted, as a rule: the service is told if that is wanted.
  mutating func offerAcceptance(of estimate: Int64) {
    guard let row = lists[.estimates]?.rows[estimate], let mark = StatusMark(.estimates, row, .accepted),
      mark.before != mark.status.rawValue, !session.traits.contains(mark.trait)
    else { return }
    overlays.append(.question(.mark(mark)))
  }

  private func mark(_ status: StatusMark.Status) -> StatusMark? {
    guard let record = selectedSource, let row = selectedRow else { return nil }
    return StatusMark(record.kind, row, status)
  }
}

extension Question {
  static func mark(_ mark: StatusMark) -> Question {
    Question(
      dialog: Dialog(
        title: "Mark \(mark.title) as \(mark.status.rawValue.lowercased())?",
        body: ["The service is told the status \(mark.status.rawValue) in place of \(mark.before). No e-mail is sent."],
        choices: [
          DialogChoice(key: "y", label: "mark it", kind: .normal),
          DialogChoice(key: "n", label: "leave it", kind: .cancel),
        ]), answers: [.mark(mark), .stay])
  }
}
