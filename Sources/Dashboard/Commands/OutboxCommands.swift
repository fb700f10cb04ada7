import TerminalUI

extension Registry {
  static let outboxCommands: [Command] = [
    Command(
      "outbox.show", "Outbox", help: "Lists every write that is not settled, and why.", group: .change,
      modes: Mode.browsing, keys: ["O"]
    ) { state, _ in state.open(.outbox(OutboxPage())) },
    Command(
      "activity.show", "Activity", help: "Lists every write, the newest first, and how it ended.", group: .app,
      modes: Mode.browsing, keys: ["A"]
    ) { state, _ in state.open(.activity(ActivityPage())) },
    Command(
      "outbox.open", "Open", help: "Shows the write step by step, or what it needs from you.", group: .act,
      modes: [.outbox, .activity], keys: ["Enter"], hint: .init("open", 90),
      availability: { $0.hasSelectedWrite ? .available : .absent }
    ) { state, _ in state.openSelectedWrite() },
    Command(
      "outbox.send", "Send now", help: "Sends the write now, with the same key where it may have been sent before.",
      group: .change, modes: [.outbox], keys: ["^S"], hint: .init("send now", 85),
      availability: { $0.canSendWrite }
    ) { state, _ in state.sendWriteNow() },
    Command(
      "outbox.look-up", "Look it up", help: "Asks the service whether the write was performed, and sends nothing.",
      group: .view, modes: [.outbox], keys: ["r"], hint: .init("look up", 80), availability: { $0.canLookUpWrite }
    ) { state, _ in state.lookUpWrite() },
    Command(
      "outbox.edit", "Open its form", help: "Opens the form that the write came from.", group: .act,
      modes: [.outbox], keys: ["e"], hint: .init("form", 60), availability: { $0.canEditWrite }
    ) { state, _ in state.openFormOfWrite() },
    Command(
      "outbox.give-up", "Give up", help: "Ends the write without sending it; asks first.", group: .change,
      modes: [.outbox], keys: ["X"], hint: .init("give up", 70), availability: { $0.canGiveUpWrite }
    ) { state, _ in state.askToGiveUpWrite() },
  ]

  static let journalCommands: [Command] = [
    Command(
      "activity.filter", "Filter", help: "Hides the writes that do not match what you type.", group: .find,
      modes: [.activity], keys: ["/"], hint: .init("filter", 70)
    ) { state, _ in state.focusActivityFilter() },
    Command(
      "activity.clear", "Clear the filter", help: "Shows every write again.", group: .find, modes: [.activity],
      keys: ["\\"]
    ) { state, _ in state.clearActivityFilter() },
    Command(
      "write.copy-curl", "Copy as curl", help: "Copies the line that sends the same; the API key is not in it.",
      group: .act, modes: [.write], keys: ["y"], hint: .init("copy curl", 80),
      availability: { $0.writePage?.story == nil ? .absent : .available }
    ) { state, _ in state.copyCurl() },
    Command(
      "conflict.mine", "Take mine", help: "What you typed is to be written for this field.", group: .change,
      modes: [.conflict], keys: ["h", "Left"], hint: .init("mine", 90)
    ) { state, _ in state.pick(.mine) },
    Command(
      "conflict.theirs", "Take theirs", help: "What the service has now stays for this field.", group: .change,
      modes: [.conflict], keys: ["l", "Right"], hint: .init("theirs", 89)
    ) { state, _ in state.pick(.theirs) },
    Command(
      "conflict.save", "Save what is picked", help: "Sends the change with what was picked for each field.",
      group: .change, modes: [.conflict], keys: ["^S"], hint: .init("save", 95)
    ) { state, _ in state.resolveConflict() },
  ]
}
