import Billing
import BillingAPI
import Store
import TerminalUI

/// Section 1: what is there, what is open and late, and who wants attention. All of it is about what is loaded.
struct StartView {
  let state: State

  func draw(in rect: Rect, on frame: inout Frame) {
    guard let page = state.startPage else {
      frame.write("Reading the books…", x: rect.x + 2, y: rect.y + 1, role: "text.dim")
      return
    }
    let rows = rect.rows([.fixed(6), .flexible(minimum: 3, weight: 1)])
    let tops = rows[0].columns([.percent(34), .percent(33), .flexible(minimum: 10, weight: 1)])
    drawSummary("Open", page.figures.open, role: "text.strong", in: tops[0], on: &frame)
    drawSummary("Late", page.figures.late, role: "status.overdue", in: tops[1], on: &frame)
    drawSummary("Drafts", page.figures.drafts, role: "status.draft", in: tops[2], on: &frame)
    let isWide = rect.width >= 100
    let parts = isWide ? rows[1].columns([.percent(62), .flexible(minimum: 20, weight: 1)]) : [rows[1]]
    drawAttention(page, in: parts[0], on: &frame)
    if isWide { drawLoaded(page, in: parts[1], on: &frame) }
  }

  /// Never a sum across currencies: one line each.
  private func drawSummary(
    _ title: String, _ summary: ListSummary, role: Role, in rect: Rect, on frame: inout Frame
  ) {
    let key = ["Open": "go", "Late": "gl", "Drafts": "gd"][title] ?? ""
    let isComplete = state.startPage?.isComplete(.invoices) ?? false
    frame.box(
      rect, title: [Span(title, "title")],
      trailing: [
        Span(isComplete ? "\(summary.count)" : "\(summary.count) so far", isComplete ? "text.dim" : "warning")
      ],
      footerTrailing: [Span(key, "hint.key")])
    let inside = rect.inset(columns: 2, rows: 1)
    if summary.sums.isEmpty {
      frame.write(
        isComplete ? "none" : "not known yet", x: inside.x, y: inside.y, width: inside.width, role: "text.dim")
    }
    for (index, sum) in summary.sums.prefix(inside.height).enumerated() {
      let row = inside.row(index)
      let amount = title == "Drafts" ? sum.total : sum.balance
      frame.write([Span(state.figures.full(amount, sum.currencyID), index == 0 ? role : "money")], in: row)
      frame.write("\(sum.count) inv", x: row.x, y: row.y, width: row.width, role: "text.dim", align: .trailing)
    }
  }

  private func drawAttention(_ page: StartPage, in rect: Rect, on frame: inout Frame) {
    frame.box(
      rect, title: [Span("Late the longest, most first", "title")],
      trailing: [Span(completeness(page), page.isComplete(.invoices) ? "text.dim" : "warning")],
      footer: [
        Span("gl", "hint.key"), Span(" all late  ", "hint"), Span("n", "hint.key"), Span(" new invoice  ", "hint"),
        Span("@", "hint.key"), Span(" find a customer", "hint"),
      ])
    let table = Table(
      columns: [
        TableColumn("CUSTOMER", width: .flexible(minimum: 14, weight: 1), priority: 9),
        TableColumn("INVOICE", width: .fixed(12), priority: 5),
        TableColumn("LATE", width: .fixed(6), alignment: .trailing, priority: 8),
        TableColumn("BALANCE", width: .fixed(14), alignment: .trailing, priority: 10),
      ], rows: page.attention.map(row))
    let inside = rect.inset(columns: 1, rows: 1)
    if page.attention.isEmpty {
      frame.write(
        "Nothing that is loaded is late.", x: inside.x + 3, y: inside.y + 1, width: inside.width - 4, role: "ok")
    } else {
      table.draw(in: inside, on: &frame)
    }
  }

  private func row(_ invoice: InvoiceRow) -> TableRow? {
    TableRow([
      TableCell(invoice.customerName), TableCell(invoice.number),
      TableCell("\(invoice.daysLate(on: state.figures.today) ?? 0) d", role: "status.overdue"),
      state.figures.amountCell(invoice.balance, invoice.currencyID),
    ])
  }

  private func completeness(_ page: StartPage) -> String {
    guard let invoices = page.figures.completeness[.invoices] else { return "" }
    guard let total = invoices.total else { return "nothing loaded yet" }
    return invoices.isComplete ? "of all \(total) invoices" : "of \(invoices.loaded) loaded, \(total) in all"
  }

  private func drawLoaded(_ page: StartPage, in rect: Rect, on frame: inout Frame) {
    frame.box(rect, title: [Span("In these books", "title")])
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, section) in Section.allCases.dropFirst().enumerated() {
      guard let kind = section.kind, let completeness = page.figures.completeness[kind] else { continue }
      let total = completeness.total.map(String.init) ?? "?"
      let words = completeness.isComplete ? total : "\(completeness.loaded) of \(total) loaded"
      let row = inside.row(index)
      frame.write([Span("\(section.digit) ", "hint.key"), Span(section.title)], in: row)
      frame.write(words, x: row.x, y: row.y, width: row.width, role: "text.dim", align: .trailing)
    }
    drawKey(in: inside.below(7), on: &frame)
  }

  /// What the key may do, so that nobody is surprised later.
  private func drawKey(in rect: Rect, on frame: inout Frame) {
    var lines: [[Span]] = []
    if let name = state.session.keyName { lines.append([Span("key ", "text.dim"), Span(name)]) }
    if let end = state.session.keyExpiresAt {
      lines.append([Span("until ", "text.dim"), Span(String(end.prefix(10)))])
    }
    if let scopes = state.session.scopes {
      lines += DisplayText.wrapped("may use \(ScopeWords.short(scopes))", to: rect.width).map { [Span($0)] }
    }
    if state.session.isReadOnly { lines.append([Span("read-only: nothing is sent", "warning")]) }
    for (index, line) in lines.enumerated() { frame.write(line, in: rect.row(index)) }
  }
}

extension StartPage {
  func isComplete(_ kind: ResourceKind) -> Bool { figures.completeness[kind]?.isComplete ?? false }
}
