import BillingAPI
import Store
import TerminalUI

extension Registry {
  /// Actions on marked records: each makes a plan, and nothing is sent before that is confirmed.
  static let bulkCommands: [Command] =
    markedActions + [

      Command(
        "bulk.menu", "Bulk…", help: "Lists what can be done with all marked records together, and why not.",
        group: .mark, modes: [.list], keys: ["b"], hint: .init("bulk", 71), availability: { $0.hasMarksForMenu }
      ) { state, _ in state.openBulkMenu() },
      Command(
        "bulk.runs", "Bulk runs", help: "Lists the runs of plans, the newest first, to look at one or go on with it.",
        group: .mark, modes: Mode.browsing, keys: []
      ) { state, _ in state.openRuns() },
    ] + runCommands

  /// What can be done with all marked records together.
  static let markedActions: [Command] = BulkVerb.allCases.map(command)

  private static func command(_ verb: BulkVerb) -> Command {
    Command(
      "bulk.\(verb.rawValue)", verb.title, help: verb.help, group: .mark, modes: [.list], keys: [],
      availability: { $0.canAct(verb) }
    ) { state, _ in state.startBulk(verb) }
  }

  /// The keys of a plan and of its run.
  private static let runCommands: [Command] = [
    Command(
      "run.begin", "Run the plan", help: "Sends what the plan says, after a question that Enter does not answer.",
      group: .change, modes: [.bulk], keys: ["^S"], hint: .init("run", 99), availability: { $0.canBeginRun }
    ) { state, _ in state.askToBeginRun() },
    Command(
      "run.toggle", "Include or leave out",
      help: "Leaves the row out, or lets a held row or one that was left out go.", group: .change, modes: [.bulk],
      keys: ["Space"], hint: .init("include", 97), availability: { $0.canToggleRow }
    ) { state, _ in state.toggleRunRow() },
    Command(
      "run.amount", "Change the amount", help: "Pays another amount than the whole balance; the plan is made anew.",
      group: .change, modes: [.bulk], keys: ["e"], hint: .init("amount", 85), availability: { $0.canEditRunAmount }
    ) { state, _ in state.beginRunAmount() },
    Command(
      "run.pause", "Pause or go on", help: "Stops the run after the row that is under way, or lets it go on.",
      group: .change, modes: [.bulk], keys: ["p"], hint: .init("pause/go", 98), availability: { $0.canPauseRun }
    ) { state, _ in state.pauseRun() },
    Command(
      "run.retry", "Retry the row", help: "Tries the failed or unknown row again; an unknown one with the same key.",
      group: .change, modes: [.bulk], keys: ["R"], hint: .init("retry", 90), availability: { $0.canRetryRow }
    ) { state, _ in state.retryRunRow() },
    Command(
      "run.retry-failed", "Retry all failed rows", help: "Tries every failed row of the run again.", group: .change,
      modes: [.bulk], keys: [], availability: { $0.canRetryFailed }
    ) { state, _ in state.retryFailedRows() },
    Command(
      "run.stop", "Stop after this row",
      help: "Takes a run back before its first request; later, stops it after the row under way. It can go on.",
      group: .change, modes: [.bulk], keys: ["^C"]
    ) { state, _ in state.stopRun() },
    Command(
      "run.open", "Open the record", help: "Shows the row's record in its list; the run goes on.", group: .act,
      modes: [.bulk], keys: ["Enter"], hint: .init("open", 70),
      availability: { $0.selectedRunRow == nil ? .absent : .available }
    ) { state, _ in state.openRunRecord() },
    Command(
      "run.undo", "Plan the undoing", help: "Plans what undoes the run, as far as the API allows; nothing is sent yet.",
      group: .change, modes: [.bulk], keys: [], availability: { $0.canUndoRun }
    ) { state, _ in state.bulkPage.map { [.bulk(.undo($0.run))] } ?? [] },
    filter("f", .failed), filter("u", .unknown), filter("h", .held), filter("a", .all),
  ]

  private static func filter(_ key: KeySequence, _ filter: RowFilter) -> Command {
    Command(
      "run.show-\(filter.rawValue)", "Show \(filter.rawValue)",
      help: filter == .all ? "Shows every row of the run." : "Shows the \(filter.rawValue) rows of the run alone.",
      group: .view, modes: [.bulk], keys: [key], hint: filter == .failed ? .init("failed", 60) : nil
    ) { state, _ in state.showRunRows(filter) }
  }
}
