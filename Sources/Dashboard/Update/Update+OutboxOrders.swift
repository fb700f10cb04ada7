import TerminalUI

/// What can be asked of the write that the outbox has selected.
extension State {
  var canSendWrite: Availability {
    guard let write = selectedWrite else { return .absent }
    if let refusal = session.writeRefusal(write.kind) { return .unavailable(refusal) }
    switch write.standing {
    case .sending: return .unavailable("It is on its way.")
    case .elsewhere: return .unavailable("It belongs to another program that runs now: that one sends it.")
    case .conflict, .undecided: return .unavailable("It needs a decision first: Enter.")
    case .held: return .unavailable("It goes by itself when its time is over; u takes it back.")
    case .queued, .waiting: return .available
    }
  }

  var canLookUpWrite: Availability {
    guard let write = selectedWrite else { return .absent }
    return write.mayBePerformed
      ? .available : .unavailable("Nothing of it has reached the service: there is nothing to find.")
  }

  var canEditWrite: Availability {
    guard let write = selectedWrite else { return .absent }
    if write.mayBePerformed {
      return .unavailable("It may have been performed: it cannot be edited until that is known.")
    }
    return write.standing == .elsewhere ? .unavailable("It belongs to another program that runs now.") : .available
  }

  var canGiveUpWrite: Availability {
    guard let write = selectedWrite else { return .absent }
    switch write.standing {
    case .sending: return .unavailable("It is on its way: it can be given up when that is over.")
    case .elsewhere: return .unavailable("It belongs to another program that runs now.")
    default: return .available
    }
  }

  func sendWriteNow() -> [Effect] { selectedWrite.map { [.handle(.send($0.id))] } ?? [] }

  mutating func lookUpWrite() -> [Effect] {
    guard let write = selectedWrite else { return [] }
    return inform(.information, "Looking for \(write.title) at the service.") + [.handle(.lookUp(write.id))]
  }

  func openFormOfWrite() -> [Effect] { selectedWrite.map { [.openDraft($0.id)] } ?? [] }

  mutating func askToGiveUpWrite() -> [Effect] {
    guard let write = selectedWrite else { return [] }
    overlays.append(.question(.giveUp(write)))
    return []
  }

  /// Opens what the selected write needs from a person, or its story.
  mutating func openSelectedWrite() -> [Effect] {
    if let run = activityPage?.list.selected?.run { return [.bulk(.open(run))] }
    guard let id = selectedWrite?.id ?? activityPage?.list.selected?.id else { return [] }
    switch selectedWrite?.standing {
    case .conflict: return open(.conflict(ConflictPage(id: id)))
    case .undecided(let records):
      if let write = selectedWrite { overlays.append(.question(.identify(write, among: records))) }
      return []
    default: return open(.write(WritePage(id: id)))
    }
  }
}

extension Question {
  /// Giving up is said with what it means: for what may have been performed, more than for what never left.
  static func giveUp(_ write: OutboxRow) -> Question {
    let meaning =
      write.mayBePerformed
      ? "It may have been performed: the record may be there, and nobody asks any more. Look it up first (r)."
      : "Nothing of it reached the service. Its draft is kept."
    return Question(
      dialog: Dialog(
        title: "Give up \(write.title)?", body: [meaning, "The journal keeps what was meant."],
        choices: [
          DialogChoice(key: "y", label: "give up", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.order(.giveUp(write.id)), .stay])
  }

  /// At most nine records can be told apart by a digit; more are for the lists.
  static func identify(_ write: OutboxRow, among records: [Int64]) -> Question {
    let shown = records.prefix(9)
    let choices = shown.enumerated().map { place, id in DialogChoice(key: Character("\(place + 1)"), label: "#\(id)") }
    return Question(
      dialog: Dialog(
        title: "Which one is it?",
        body: [
          "\(write.title.capitalizedFirst) was sent and has no answer. These records of the service could each be it.",
          "If none is, it goes again under a new key.",
        ],
        choices: choices + [
          DialogChoice(key: "n", label: "none of them", kind: .destructive),
          DialogChoice(key: "l", label: "later", kind: .cancel),
        ], titleRole: "warning"),
      answers: shown.map { .order(.identify(write.id, record: $0)) } + [
        .order(.identify(write.id, record: nil)), .stay,
      ])
  }
}
