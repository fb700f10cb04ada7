import Billing
import BillingAPI
import Store
import TerminalUI

/// What can be exported from where a person is.
extension State {
  func exportMenu(of run: RunSnapshot) -> ExportMenu {
    let isPlan = run.phase == .planned
    let what = "\(isPlan ? "the plan" : "the report") (\(figures.count(run.rows.count)) rows)"
    return ExportMenu(
      [ExportMenu.Choice(title: what, content: .run(run))],
      formats: isPlan ? [.plan, .csv, .jsonLines] : [.csv, .jsonLines, .plan],
      stem: "\(isPlan ? "plan" : "report")-\(run.plan.action.verb)-\(figures.today.iso)")
  }

  /// What stands on the page on top, with what it is called; nil where that is no table.
  var shownPage: (table: ShownTable, title: String, stem: String)? {
    switch pages.last {
    case .customer(let page): (ShownTable(page, figures), "\(page.tab.rawValue) of \(page.name)", page.tab.rawValue)
    case .outbox(let page): (ShownTable(page), "the outbox", "outbox")
    case .activity(let page):
      (ShownTable(page), "the activity\(page.isComplete ? "" : ", as far as it is read")", "activity")
    default: nil
    }
  }

  func exportMenu(of page: (table: ShownTable, title: String, stem: String)) -> ExportMenu {
    let count = page.table.rows.count
    let title = "\(DisplayText.clipped(page.title, to: 40)) (\(rowWords(count)))"
    return ExportMenu(
      [ExportMenu.Choice(title: title, content: .shown(page.table))], formats: [.csv, .jsonLines],
      stem: "\(page.stem)-\(figures.today.iso)")
  }

  /// The list as it is shown, or what is marked in it; marks come first where there are any.
  func exportMenu(of list: ListState) -> ExportMenu? {
    let columns = list.shownColumns.map { ShownColumn(id: $0.id, title: $0.title) }
    let order = list.order ?? []
    var contents: [ExportMenu.Choice] = []
    if !list.marks.isEmpty {
      let shown = order.filter { list.marks.contains($0) }
      let ids = shown + list.marks.ids.subtracting(shown).sorted()
      contents.append(
        ExportMenu.Choice(
          title: "what is marked (\(figures.count(ids.count)))",
          content: .list(list.kind, ids: ids, columns: columns)))
    }
    if !order.isEmpty {
      let filter = list.filterField.text.trimmingBlanks
      let words = list.marks.isAlone ? "marked ones alone" : filter.isEmpty ? "all" : filter
      contents.append(
        ExportMenu.Choice(
          title: "the list as shown (\(figures.count(order.count)): \(words))",
          content: .list(list.kind, ids: order, columns: columns)))
    }
    guard !contents.isEmpty else { return nil }
    return ExportMenu(
      contents, formats: [.csv, .jsonLines] + (list.kind.hasLedger ? [.ledger] : []),
      stem: "\(list.kind.rawValue)-\(figures.today.iso)")
  }
}
