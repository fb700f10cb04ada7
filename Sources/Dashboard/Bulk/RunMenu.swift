import BillingAPI
import Store
import TerminalUI

/// The runs that are kept, to look at one or to go on with it.
package struct RunMenu: Sendable, Equatable {
  /// nil until they are read.
  package var runs: [KeptRun]?
  package var selected = 0

  package init() {}

  var chosen: KeptRun? { runs.flatMap { $0.indices.contains(selected) ? $0[selected] : nil } }
}

func handleRunMenuKey(_ key: Key, _ menu: RunMenu, _ state: inout State) -> [Effect] {
  var menu = menu
  let last = max(0, (menu.runs?.count ?? 0) - 1)
  switch key {
  case Key(.escape), .control("c"), Key(.character("q")):
    state.overlays.removeLast()
    return []
  case Key(.down), Key(.character("j")): menu.selected = min(menu.selected + 1, last)
  case Key(.up), Key(.character("k")): menu.selected = max(menu.selected - 1, 0)
  case Key(.enter):
    guard let chosen = menu.chosen else { return [] }
    state.overlays.removeLast()
    return [.bulk(.open(chosen.summary.id))]
  default: break
  }
  state.replaceOverlay(.runs(menu))
  return []
}

extension State {
  mutating func openRuns() -> [Effect] {
    overlays.append(.runs(RunMenu()))
    return [.bulk(.runs)]
  }

  /// The runs that are kept; as the books are opened, it is said where one is unfinished.
  mutating func takeRuns(_ runs: [KeptRun]) -> [Effect] {
    if case .runs(var menu) = overlays.last {
      menu.runs = runs
      replaceOverlay(.runs(menu))
      return []
    }
    guard let open = runs.first(where: { $0.summary.isUnfinished }) else { return [] }
    let summary = open.summary
    interruptedRun = summary
    return inform(
      .warning,
      "A run of \(open.began) is unfinished: \(figures.count(summary.done)) of \(figures.count(summary.rows)) done. “Bulk runs” in : goes on with it; nothing is sent twice."
    )
  }
}

extension RunSummary {
  /// It was begun and neither ended nor was taken back.
  var isUnfinished: Bool {
    switch phase {
    case .planned, .ended, .takenBack: false
    case .holding, .running, .resting, .paused: true
    }
  }

  /// `paused`, `through`.
  var standing: String {
    switch phase {
    case .planned: "planned"
    case .holding: "about to begin"
    case .running: "running"
    case .resting: "resting"
    case .paused(.interrupted): "interrupted"
    case .paused: "paused"
    case .ended: "through"
    case .takenBack: "taken back"
    }
  }
}
