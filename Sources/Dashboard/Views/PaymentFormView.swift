import Billing
import TerminalUI

/// The payment form: its fields, and what the payment will do to the invoice.
struct PaymentFormView {
  /// The rows that the form takes.
  static let height = 9
  private static let labelWidth = 8

  private let picture: FormPicture

  init(_ picture: FormPicture) { self.picture = picture }

  private var form: Form { picture.form }
  private var figures: Figures { picture.figures }
  private var reading: FormReading { picture.reading }

  func draw(in rect: Rect, on frame: inout Frame) {
    let height = min(rect.height, Self.height)
    let parts = rect.top(height).columns([.percent(54), .flexible(minimum: 20, weight: 1)])
    frame.box(
      parts[0], title: [Span("Payment of \(form.context.invoiceNumber ?? "…")", "title")],
      footer: [Span(form.context.customerName ?? "", "text.dim")], role: "border.focused")
    let inside = parts[0].inset(columns: 2, rows: 1)
    for index in form.fields.indices {
      FormFieldView(
        picture: picture, index: index, labelWidth: Self.labelWidth,
        valueWidth: form.fields[index].name == "notes" ? inside.width - 16 : 18
      ).draw(in: inside.row(index + 1), on: &frame)
    }
    drawEffect(in: parts[1], on: &frame)
    drawSuggestions(inside, in: rect, on: &frame)
  }

  private func drawEffect(in rect: Rect, on frame: inout Frame) {
    frame.box(
      rect, title: [Span("Effect", "title")], trailing: [Span("before → after", "text.dim")],
      footer: [Span("nothing is sent until ^S", "text.dim")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in effect.prefix(inside.height).enumerated() { line.draw(in: inside.row(index), on: &frame) }
  }

  private var currency: Identifier<Currency>? { form.context.currencyID.map { Identifier($0) } }

  private var effect: [DetailLine] {
    guard let balance = form.context.balance, let total = form.context.total else {
      return [DetailLine([Span("Reading the invoice…", "text.dim")])]
    }
    var lines = [pair("total", figures.full(total, currency)), pair("balance", figures.full(balance, currency))]
    guard let amount = reading.amount, let after = try? balance.subtracting(amount) else { return lines }
    if after.isNegative {
      return lines + [.blank, DetailLine([Span("More than the balance is refused.", "error")])]
    }
    lines.append(pair("after", figures.full(after, currency), "text.strong"))
    lines.append(.blank)
    lines.append(
      DetailLine([
        Span("becomes  ", "text.dim"),
        after.isZero ? Span("✓ PAID", "status.paid") : Span("◐ PARTIALLY PAID", "status.partial"),
      ]))
    return lines + [DetailLine([Span("⚠ cannot be deleted: check it", "warning")])]
  }

  private func pair(_ label: String, _ value: String, _ role: Role = "money") -> DetailLine {
    DetailLine([Span(label, "text.dim")], figures: [.init(value, 18, role)])
  }

  private func drawSuggestions(_ inside: Rect, in rect: Rect, on frame: inout Frame) {
    guard let suggestions = form.suggestions, suggestions.query.focus == form.focus, case .field(let index) = form.focus
    else { return }
    let anchor = Point(x: inside.x + Self.labelWidth + 2, y: inside.y + 1 + index)
    SuggestionsView(suggestions: suggestions, figures: figures).draw(
      below: anchor, in: rect, on: &frame)
  }
}
