import Billing
import BillingAPI
import Store
import TerminalUI

extension Registry {
  static let exportCommands: [Command] = [
    Command(
      "export", "Export…",
      help:
        "Writes the list or page as it is shown, the marked records, a plan or a report to a file, the clipboard or a command.",
      group: .act, modes: [.list, .bulk, .customer, .outbox, .activity], keys: ["x"], hint: .init("export", 55),
      availability: { $0.canExport }
    ) { state, _ in state.openExport() },
    Command(
      "plan.open", "Open a plan…", help: "Shows the plan of a file for review; nothing is sent before it is confirmed.",
      group: .mark, modes: [.list, .bulk, .customer], keys: []
    ) { state, _ in state.askForPath(.plan) },
  ]
}

extension State {
  var canExport: Availability {
    if bulkPage != nil { return .available }
    if let shown = shownPage {
      return shown.table.rows.isEmpty ? .unavailable("There is nothing to export.") : .available
    }
    guard pages.isEmpty, let list = selectedList else { return .absent }
    return list.count > 0 || !list.marks.isEmpty ? .available : .unavailable("There is nothing to export.")
  }

  mutating func openExport() -> [Effect] {
    let page = shownRun.map(exportMenu) ?? shownPage.map(exportMenu)
    guard let menu = page ?? selectedList.flatMap(exportMenu) else { return [] }
    overlays.append(.export(menu))
    return []
  }

  mutating func takeExport(_ outcome: ExportOutcome) -> [Effect] {
    switch outcome {
    case .written(let rows, let path, let leftOut):
      return inform(.done, "Wrote \(rowWords(rows)) to \(path).\(leftOut)")
    case .text(let text, let rows, let leftOut):
      return inform(.done, "Copied \(rowWords(rows)), as far as the terminal allows it.\(leftOut)") + [.copy(text)]
    case .tooLong(let bytes, let limit):
      return inform(
        .problem,
        "\(figures.count(bytes / 1_000)) kB are more than a terminal takes for its clipboard (\(limit / 1_000) kB): nothing was copied. A file holds all."
      )
    case .taken(let rows, let command, let said, let leftOut):
      let words = said.isEmpty ? "" : ": \(said)"
      return inform(.done, "\(DisplayText.clipped(command, to: 30)) took \(rowWords(rows))\(words).\(leftOut)")
    case .exists(let request, let path):
      overlays.append(.question(.replaceFile(request, path)))
      return []
    case .failed(let sentence): return inform(.problem, sentence)
    }
  }

  func rowWords(_ count: Int) -> String { "\(figures.count(count)) \(count == 1 ? "row" : "rows")" }

  // MARK: A plan of a file

  /// A plan was read: it is shown; one that was edited after it was made only on a person's word.
  mutating func takePlan(_ plan: Plan, isEdited: Bool, path: String) -> [Effect] {
    closePathPrompt()
    guard isEdited else { return [.bulk(.preview(plan))] }
    overlays.append(.question(.openEdited(plan, path)))
    return []
  }
}

/// Keys of the choices: Enter goes on and exports at the last, `^S` at once, Esc leaves.
func handleExportKey(_ key: Key, _ menu: ExportMenu, _ state: inout State) -> [Effect] {
  var menu = menu
  menu.problem = nil
  switch key {
  case Key(.escape), .control("c"):
    state.overlays.removeLast()
    return []
  case .control("s"): return state.export(menu)
  case Key(.enter) where menu.focus == menu.lines.last: return state.export(menu)
  case Key(.enter), Key(.down): menu.moveFocus(1)
  case Key(.tab) where menu.focus == .field && menu.place == .file:
    return [.completePath(menu.field.text.trimmingBlanks)]
  case Key(.tab): menu.moveFocus(1)
  case Key(.up), Key(parsing: "S-Tab"): menu.moveFocus(-1)
  case _ where menu.focus == .field:
    _ = menu.field.handle(key)
    menu.offers = []
  case Key(.left), Key(.character("h")): menu.step(-1)
  case Key(.right), Key(.character("l")), Key(.character(" ")): menu.step(1)
  default: return []
  }
  state.replaceOverlay(.export(menu))
  return []
}

extension State {
  fileprivate mutating func export(_ menu: ExportMenu) -> [Effect] {
    guard let request = menu.request else {
      var menu = menu
      menu.problem = menu.place == .command ? "Name a command." : "Name a file."
      menu.focus = .field
      replaceOverlay(.export(menu))
      return []
    }
    overlays.removeLast()
    if case .run(let run) = request.content, request.format == .plan { keptPlans.insert(run.id) }
    return inform(.information, "Exporting…") + [.export(request)]
  }
}

extension ResourceKind {
  /// A journal has transactions of it.
  var hasLedger: Bool {
    switch self {
    case .invoices, .payments, .expenses: true
    case .customers, .estimates, .items: false
    }
  }
}

extension Question {
  static func replaceFile(_ request: ExportRequest, _ path: String) -> Question {
    Question(
      dialog: Dialog(
        title: "Replace the file?", body: ["\(path) is there already. What is in it would be gone."],
        choices: [
          DialogChoice(key: "y", label: "replace", kind: .destructive),
          DialogChoice(key: "n", label: "keep it", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.export(request.replacing), .stay])
  }

  static func openEdited(_ plan: Plan, _ path: String) -> Question {
    Question(
      dialog: Dialog(
        title: "The plan was edited after it was made",
        body: ["\(path) is not as it was written. It can be looked at row by row; nothing is sent before you say so."],
        choices: [
          DialogChoice(key: "y", label: "look at it", kind: .destructive),
          DialogChoice(key: "n", label: "leave it", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.previewPlan(plan), .stay])
  }
}
