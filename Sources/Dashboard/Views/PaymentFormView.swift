import Billing
import Store
import TerminalUI

/// The form of a new payment: its fields, what it does to what the customer owes, and how it is divided.
struct PaymentFormView {
  /// The fewest rows of the fields and of the effect beside them, with their boxes.
  private static let least = 9
  private static let labelWidth = 9

  private let picture: FormPicture
  private let sitting: PaymentSitting

  init(_ picture: FormPicture, sitting: PaymentSitting) {
    self.picture = picture
    self.sitting = sitting.counted(for: picture.form.text("statement"))
  }

  private var form: Form { picture.form }
  private var figures: Figures { picture.figures }

  func draw(in rect: Rect, on frame: inout Frame) {
    let height = max(Self.least, shown.count + 2)
    let top = rect.top(min(rect.height, height))
    let parts = top.columns([.percent(54), .flexible(minimum: 20, weight: 1)])
    drawFields(in: parts[0], on: &frame)
    PaymentEffectView(picture: picture, sitting: sitting).draw(in: parts[1], on: &frame)
    AllocationView(picture: picture).draw(in: rect.below(height), on: &frame)
    drawSuggestions(parts[0].inset(columns: 2, rows: 1), in: rect, on: &frame)
  }

  /// The fields that stand on the screen, by their place in the form.
  private var shown: [Int] { form.fields.indices.filter { form.isUnfolded || !form.fields[$0].group.isFolded } }

  private func drawFields(in rect: Rect, on frame: inout Frame) {
    let about = form.context.invoiceNumber ?? form.context.customerName
    frame.box(
      rect, title: [Span(about.map { "Payment of \($0)" } ?? "New payment", "title")],
      footer: [Span("^X m", "hint.key"), Span(form.isUnfolded ? " less" : " exchange rate", "hint")],
      role: form.isInAllocation ? "border" : "border.focused")
    let inside = rect.inset(columns: 2, rows: 1)
    for (row, index) in shown.prefix(inside.height).enumerated() {
      FormFieldView(
        picture: picture, index: index, labelWidth: Self.labelWidth, valueWidth: valueWidth(index, in: inside.width)
      ).draw(in: inside.row(row), on: &frame)
    }
  }

  /// In a narrow terminal a day takes no more than its digits, so that what is understood of it stands beside it.
  private func valueWidth(_ index: Int, in width: Int) -> Int {
    if ["notes", "customer_id"].contains(form.fields[index].name) { return width - 17 }
    if case .date = form.fields[index].kind, width < 46 { return 11 }
    return 16
  }

  private func drawSuggestions(_ inside: Rect, in rect: Rect, on frame: inout Frame) {
    guard let suggestions = form.suggestions, suggestions.query.focus == form.focus,
      case .field(let index) = form.focus,
      let row = shown.firstIndex(of: index)
    else { return }
    SuggestionsView(suggestions: suggestions, figures: figures).draw(
      below: Point(x: inside.x + Self.labelWidth + 2, y: inside.y + row), in: rect, on: &frame)
  }
}

/// What a payment does: what is owed before and after, whether it looks recorded already, and the sitting's sum.
struct PaymentEffectView {
  let picture: FormPicture
  let sitting: PaymentSitting

  private var form: Form { picture.form }
  private var figures: Figures { picture.figures }
  private var currency: Identifier<Currency>? { form.context.currencyID.map { Identifier($0) } }

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.box(
      rect, title: [Span("Effect", "title")], trailing: [Span("before → after", "text.dim")],
      footer: [Span("nothing is sent until ^S", "text.dim")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines(inside.width).prefix(inside.height).enumerated() {
      line.draw(in: inside.row(index), on: &frame)
    }
  }

  private func lines(_ width: Int) -> [DetailLine] {
    guard form.context.openInvoices != nil else {
      let isForNobody = form.context.customerID == nil
      return [DetailLine([Span(isForNobody ? "Pick who paid." : "Reading the open invoices…", "text.dim")])]
    }
    guard !form.openInvoices.isEmpty else {
      return [DetailLine([Span("No open invoice: there is nothing to pay.", "warning")])] + elsewhere + [rest, doubts]
    }
    return DetailLine.aligned([moved("open") { _ in true }, moved("overdue") { $0.daysLate(on: figures.today) != nil }])
      + [rest] + elsewhere + [doubts, statement(width), DetailLine([Span("⚠ cannot be deleted: check it", "warning")])]
  }

  /// A sum over some of the open invoices, before and after.
  private func moved(_ label: String, where isMeant: (InvoiceRow) -> Bool) -> DetailLine {
    let places = form.openInvoices.indices.filter { isMeant(form.openInvoices[$0]) }
    // Sums beyond all bounds are not shown.
    let before = (try? places.map { form.openInvoices[$0].balance ?? .zero }.sum()) ?? .zero
    let after = picture.reading.allocation.flatMap { allocation in try? places.map(allocation.balanceAfter).sum() }
    return DetailLine(
      [Span(label, "text.dim")],
      figures: [
        .init(figures.full(before, currency), 0), .init(after == nil ? "" : "→", 1, "text.dim"),
        .init(after.map { figures.full($0, currency) } ?? "", 0, "money.strong"),
      ])
  }

  private var rest: DetailLine {
    let rest = picture.reading.allocation?.unapplied ?? .zero
    guard rest > .zero, form.allocation.keepsRest else {
      return DetailLine([
        Span("unapplied  ", "text.dim"), Span(figures.full(rest, currency), rest.isZero ? "money" : "error"),
        Span(rest > .zero ? "  ^X r keeps it" : "", "text.dim"),
      ])
    }
    return DetailLine([
      Span("unapplied  ", "text.dim"), Span(figures.full(rest, currency), "warning"),
      Span("  kept for no invoice", "warning"),
    ])
  }

  private var elsewhere: [DetailLine] {
    let count = form.context.otherCurrencies
    guard count > 0 else { return [] }
    return [DetailLine([Span("\(count) open in other currencies: not in this payment", "text.dim")])]
  }

  private var doubts: DetailLine {
    guard let warnings = form.doubts.warnings else { return DetailLine([Span("…", "text.dim")]) }
    guard let first = warnings.first else {
      return DetailLine([Span("✓ ", "ok"), Span("no equal payment within 14 days", "text.dim")])
    }
    return DetailLine([Span("⚠ the same: \(first.words)", "warning")])
  }

  /// What was recorded since the program was started, against the statement where its total is typed.
  private func statement(_ width: Int) -> DetailLine {
    let sum = sitting.sums[currency] ?? .zero
    let head = Span(width < 48 ? "" : "sitting  ", "text.dim")
    guard let total = picture.reading.statement else {
      return DetailLine([head, Span("\(sitting.count) recorded, \(figures.full(sum, currency))", "text.dim")])
    }
    // With this payment, for that is what is compared with the statement.
    let with = (try? sum.adding(picture.reading.amount ?? .zero)) ?? sum
    let left = (try? total.subtracting(with)) ?? .zero
    let words =
      left.isZero
      ? "✓ adds up"
      : left.isNegative ? "\(figures.bare(left.magnitude, currency)) over" : "\(figures.bare(left, currency)) to go"
    return DetailLine([
      head, Span("\(figures.bare(with, currency)) of \(figures.bare(total, currency)), "),
      Span(words, left.isZero ? "ok" : left.isNegative ? "error" : "text"),
    ])
  }
}
