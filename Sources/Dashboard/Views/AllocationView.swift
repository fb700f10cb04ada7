import Billing
import Store
import TerminalUI

/// How the amount is divided: a row for each open invoice, with its balance before and after.
struct AllocationView {
  let picture: FormPicture

  private var form: Form { picture.form }
  private var figures: Figures { picture.figures }
  private var allocation: Allocation? { picture.reading.allocation }
  private var currency: Identifier<Currency>? { form.context.currencyID.map { Identifier($0) } }

  func draw(in rect: Rect, on frame: inout Frame) {
    guard rect.height >= 4, !form.openInvoices.isEmpty else { return }
    frame.box(
      rect, title: [Span("Allocation", "title")], trailing: methods, footer: hints, footerTrailing: [allocated],
      role: form.isInAllocation ? "border.focused" : "border")
    let inside = rect.inset(columns: 1, rows: 1)
    let hasSum = inside.height >= 5 && form.openInvoices.count > 1
    let area = hasSum ? inside.above(2) : inside
    draw(table(rows: area.height - 1), in: area, on: &frame)
    if hasSum { drawSum(in: inside.bottom(2), on: &frame) }
    drawRules(in: area.below(form.openInvoices.count + 2), on: &frame)
  }

  /// How a division is sent, where the rows leave room to say it.
  private func drawRules(in rect: Rect, on frame: inout Frame) {
    let count = picture.reading.parts.count
    guard count > 1, rect.height >= 3 else { return }
    let rules = [
      "The API ties a payment to one invoice, so this becomes \(count) payments, each with a number and a key of its own.",
      "They wait \(PaymentBatch.hold) seconds after ^S (u takes them back), then go one after another, each once its balance is read again.",
      "If one is refused, the others stand; what was not recorded comes back into this form.",
    ]
    let rows = rules.flatMap { DisplayText.wrapped($0, to: max(1, rect.width - Table.gutter)) }
    for (row, text) in rows.prefix(rect.height).enumerated() {
      frame.write(text, x: rect.x + Table.gutter, y: rect.y + row, width: rect.width - Table.gutter, role: "text.dim")
    }
  }

  private var methods: [Span] {
    let all: [(String, Allocation.Method)] = [("a", .oldestFirst), ("e", .even), ("m", .byHand)]
    return all.flatMap { key, method in
      [
        Span("\(key) ", "hint.key"),
        Span("\(method.rawValue)  ", method == form.allocation.method ? "chip.current" : "hint"),
      ]
    }
  }

  private var hints: [Span] {
    guard form.openInvoices.count > 1 else { return [Span("never above the balance", "text.dim")] }
    guard form.isInAllocation else { return [Span("Tab", "hint.key"), Span(" divides it otherwise", "hint")] }
    return [
      Span("Space", "hint.key"), Span(" skips  ", "hint"), Span("digits", "hint.key"), Span(" set a share", "hint"),
    ]
  }

  private var allocated: Span {
    guard let allocation, let given = try? allocation.amount.subtracting(allocation.unapplied) else {
      return Span("", "text")
    }
    return Span(
      "\(figures.bare(given, currency)) of \(figures.full(allocation.amount, currency))",
      allocation.problems.isEmpty ? "ok" : form.allocation.keepsRest ? "warning" : "error")
  }

  // MARK: Rows

  private func table(rows height: Int) -> Table {
    let invoices = form.openInvoices
    var viewport = ListViewport()
    viewport.follow(selected: focusedPlace ?? 0, count: invoices.count, height: height, margin: 1)
    let visible = viewport.visible(count: invoices.count, height: height)
    return Table(
      columns: [
        TableColumn("INVOICE", width: .fixed(12), priority: 9), TableColumn("DUE", width: .fixed(12), priority: 2),
        TableColumn("AGE", width: .fixed(9), priority: 4),
        TableColumn("BALANCE", width: .flexible(minimum: 10, weight: 1), alignment: .trailing, priority: 8),
        TableColumn("PAYS", width: .fixed(14), alignment: .trailing, priority: 9),
        TableColumn("AFTER", width: .flexible(minimum: 10, weight: 1), alignment: .trailing, priority: 7),
        TableColumn("BECOMES", width: .fixed(9), priority: 3), TableColumn("NUMBER", width: .fixed(12), priority: 1),
      ], rows: visible.map(row), firstRow: visible.lowerBound, selected: focusedPlace)
  }

  private var focusedPlace: Int? {
    if case .share(let place) = form.focus { place } else { nil }
  }

  private func row(_ place: Int) -> TableRow {
    let invoice = form.openInvoices[place]
    let isSkipped = form.allocation.isSkipped(invoice)
    let isLate = invoice.daysLate(on: figures.today) != nil
    return TableRow([
      TableCell(invoice.number, role: isSkipped ? "disabled" : "text"), figures.dayCell(invoice.dueDate),
      TableCell(figures.dueText(invoice.dueDate, isOpen: true), role: isLate ? "status.overdue" : "text.dim"),
      figures.amountCell(invoice.balance, currency), pays(place, invoice, isSkipped),
      after(place), becomes(place), TableCell(numbers[place] ?? "", role: "text.dim"),
    ])
  }

  private func pays(_ place: Int, _ invoice: InvoiceRow, _ isSkipped: Bool) -> TableCell {
    if isSkipped { return TableCell("skipped", role: "disabled") }
    let isWrong = picture.reading.problems["allocation.\(place)"] != nil
    let role: Role = isWrong ? "error" : "field.text"
    if form.allocation.method == .byHand { return TableCell("[ \(form.allocation.text(invoice).text) ]", role: role) }
    let share = allocation?.shares[place] ?? .zero
    return TableCell(
      share.isZero ? "–" : "[ \(figures.bare(share, currency)) ]", role: share.isZero ? "text.dim" : role)
  }

  private func after(_ place: Int) -> TableCell {
    guard let allocation, allocation.shares[place] > .zero else { return TableCell("", role: "text.dim") }
    return figures.amountCell(allocation.balanceAfter(place), currency, role: "money.strong")
  }

  private func becomes(_ place: Int) -> TableCell {
    guard let allocation, allocation.shares[place] > .zero else { return TableCell("") }
    let after = allocation.balanceAfter(place)
    if after.isNegative { return TableCell("✗ above", role: "error") }
    return after.isZero
      ? TableCell("✓ PAID", role: "status.paid") : TableCell("◐ PARTIAL", role: "status.partial")
  }

  /// The number of each row's payment, by its place.
  private var numbers: [Int: String] {
    let first = form.text("payment_number")
    guard let allocation, !first.isEmpty else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: allocation.parts.enumerated().map { order, part in
        (part.place, AllocationReader.number(order, after: first))
      })
  }

  private func draw(_ table: Table, in rect: Rect, on frame: inout Frame) {
    table.draw(in: rect, on: &frame)
    guard let place = focusedPlace, form.isEditable else { return }
    let widths = table.columnWidths(rect.width)
    let pays = 4
    let end = widths[...pays].filter { $0 > 0 }.reduce(Table.gutter) { $0 + $1 + Table.spacing } - Table.spacing
    frame.caret = Point(x: rect.x + end - 2, y: rect.y + 1 + place - table.firstRow)
  }

  /// What is divided over what, in one line.
  private func drawSum(in rect: Rect, on frame: inout Frame) {
    frame.write(String(repeating: "╌", count: rect.width), x: rect.x, y: rect.y, role: "border")
    guard let allocation else { return }
    let count = picture.reading.parts.isEmpty ? allocation.parts.count : picture.reading.parts.count
    let odd = allocation.oddCents > 0 ? ", \(allocation.oddCents) odd cents to the first" : ""
    let words = "\(form.openInvoices.count) open invoices → \(count) \(count == 1 ? "payment" : "payments")\(odd)"
    frame.write(words, x: rect.x + Table.gutter, y: rect.y + 1, width: rect.width - Table.gutter, role: "text.strong")
  }
}
