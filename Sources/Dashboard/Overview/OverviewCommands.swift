import Store
import TerminalUI

extension Registry {
  static let overviewCommands: [Command] =
    [
      Command(
        "overview.currency", "Next currency", help: "Shows the overview's figures in another currency.", group: .view,
        modes: [.list], keys: ["t c"], hint: .init("currency", 55),
        availability: { ($0.overview.page?.figures.currencies.count ?? 0) > 1 ? onlyOnOverview($0) : .absent }
      ) { state, _ in state.stepCurrency(1) },
      Command(
        "overview.earlier", "Earlier time", help: "Moves the overview's chart back in time.", group: .view,
        modes: [.list], keys: ["t Left", "t h"], availability: onlyOnOverview
      ) { state, _ in state.shiftChart(-1) },
      Command(
        "overview.later", "Later time", help: "Moves the overview's chart forward, at most to today.", group: .view,
        modes: [.list], keys: ["t Right", "t l"], availability: onlyOnOverview
      ) { state, _ in state.shiftChart(1) },
    ]
    + [("m", "month", ChartSpan.month), ("q", "quarter", .quarter), ("y", "year", .year)].map { key, word, span in
      Command(
        "overview.span-\(word)", "Chart by \(word)", help: "Draws a column of the overview's chart for each \(word).",
        group: .view, modes: [.list], keys: [KeySequence(stringLiteral: "t \(key)")], availability: onlyOnOverview
      ) { state, _ in state.setSpan(span) }
    }

  @Sendable private static func onlyOnOverview(_ state: State) -> Availability {
    state.section == .start && state.overview.page?.figures.isEmpty == false ? .available : .absent
  }
}
