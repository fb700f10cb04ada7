import Billing
import BillingAPI
import Store
import TerminalUI

/// How a document adds up as it is typed, what was rounded, and what was checked of it.
struct DocumentTotalsView {
  /// Rows from which the checks stand in a box of their own.
  private static let roomForChecks = 20
  /// Roundings that are told where there are many.
  private static let mostRoundings = 4

  private let picture: FormPicture

  init(_ picture: FormPicture) { self.picture = picture }

  private var form: Form { picture.form }
  private var figures: Figures { picture.figures }
  private var reading: FormReading { picture.reading }

  func draw(in rect: Rect, on frame: inout Frame) {
    let checks = DocumentChecksView(picture)
    guard rect.height >= Self.roomForChecks else {
      let rest = paidLines + owingLines + checks.lines
      let room = rect.height - 2 - sums.count - rest.count - 2
      return draw(sums + roundingLines(atMost: room) + rest, in: rect, on: &frame)
    }
    let lines = sums + paidLines + owingLines + roundingLines(atMost: Self.mostRoundings)
    let height = min(lines.count + 2, rect.height - checks.lines.count - 2)
    draw(lines, in: rect.top(height), on: &frame)
    checks.draw(in: rect.below(height), on: &frame)
  }

  private func draw(_ lines: [DetailLine], in rect: Rect, on frame: inout Frame) {
    frame.box(rect, title: [Span("Totals", "title")], trailing: [Span("as you type", "text.dim")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines.prefix(inside.height).enumerated() { line.draw(in: inside.row(index), on: &frame) }
  }

  func drawBriefly(in rect: Rect, on frame: inout Frame) {
    for (index, line) in brief.prefix(rect.height).enumerated() { line.draw(in: rect.row(index), on: &frame) }
  }

  /// What did not come out in whole cents, in words; the first of it where there is much.
  func roundings(atMost count: Int) -> [String] {
    let all = reading.totals?.roundings ?? []
    guard !all.isEmpty, count > 0 else { return [] }
    let rows = form.lines.indices.filter { !form.lines[$0].isBlank }
    return all.prefix(count).map { rounding in
      let half = rounding.isHalfCent ? " (half up)" : ""
      return "\(rounding.place.words(rows)): \(rounding.exact) → \(bare(rounding.rounded))\(half)"
    }
  }

  /// What is taken off; nothing is simply 0.00.
  private func minus(_ money: Money) -> String { money.isZero ? bare(money) : "-\(bare(money))" }

  private func bare(_ money: Money) -> String { figures.bare(money, picture.currency) }

  private var brief: [DetailLine] {
    guard let totals = reading.totals else {
      return [DetailLine([Span("TOTAL", "text.strong")], figures: [.init("…", 16, "text.dim")])]
    }
    let total = figures.full(totals.total, picture.currency)
    return [
      DetailLine([Span("TOTAL", "text.strong")], figures: [.init(total, 17, "text.strong")]),
      DetailLine([Span("items", "text.dim")], figures: [.init(bare(totals.subTotal), 15)]),
      DetailLine([Span("discount", "text.dim")], figures: [.init(minus(totals.discountValue), 14)]),
      DetailLine([Span("tax", "text.dim")], figures: [.init(bare(totals.tax), 15)]),
    ]
  }

  private var sums: [DetailLine] {
    guard let totals = reading.totals else {
      return [DetailLine([Span("as soon as every line can be read", "text.dim")]), .blank]
    }
    return [
      line("items (\(totals.lineTotals.count))", bare(totals.subTotal)),
      line("discount \(rate(form.text("discount")))", minus(totals.discountValue)),
      line("after discount", bare(totals.net)),
      line("tax \(rate(form.text("tax")))", bare(totals.tax)),
      .rule,
      DetailLine(
        [Span("TOTAL", "text.strong")],
        figures: [.init(figures.full(totals.total, picture.currency), 18, "text.strong")]),
      .blank,
    ]
  }

  private func line(_ label: String, _ figure: String) -> DetailLine {
    DetailLine([Span(label, "text.dim")], figures: [.init(figure, 14)])
  }

  /// The rate behind an amount, where one was typed.
  private func rate(_ text: String) -> String { text.contains("%") ? text : "" }

  private func roundingLines(atMost count: Int) -> [DetailLine] {
    let roundings = roundings(atMost: count)
    guard !roundings.isEmpty else { return [] }
    return [DetailLine(heading: "Rounded")] + roundings.map { DetailLine([Span($0, "text.dim")]) } + [.blank]
  }

  /// What the customer owes once a new invoice is sent, in its currency.
  private var owingLines: [DetailLine] {
    guard form.recordKind == .invoices, form.base == nil, let owing = form.context.owing,
      let total = reading.totals?.total
    else { return [] }
    let known = owing.first { $0.currencyID == picture.currency }?.balance ?? .zero
    // A sum beyond all bounds is not shown.
    guard let sum = try? known.adding(total) else { return [] }
    return [line("customer then owes", bare(sum)), .blank]
  }

  /// What stays due of a document of which something is paid.
  private var paidLines: [DetailLine] {
    guard let paid = form.context.paid, paid > .zero, let total = reading.totals?.total,
      let due = try? total.subtracting(paid)  // both are within the limit
    else { return [] }
    return [line("paid already", minus(paid)), line("balance", bare(due)), .blank]
  }
}

extension Rounding.Place {
  /// As people count: the first line is line 1. `rows` are those of the form that are sent.
  fileprivate func words(_ rows: [Int]) -> String {
    switch self {
    case .line(let sent): "line \((rows.indices.contains(sent) ? rows[sent] : sent) + 1)"
    case .discount: "discount"
    case .tax: "tax"
    }
  }
}
