import BillingAPI
import TerminalUI

/// The form on top; a small one stands over the form that it was opened from.
struct FormView {
  let form: Form
  /// The form underneath, which goes on when this one is done.
  let under: Form?
  let state: State
  /// The record of the section's list as lines.
  let record: DetailPage?

  func draw(in rect: Rect, on frame: inout Frame) {
    if let under {
      FormView(form: under, under: nil, state: state, record: record).draw(in: rect, on: &frame)
      frame.dim(rect)
      frame.caret = nil
    }
    switch form.kind {
    case .invoice: InvoiceFormView(form: form, figures: state.figures).draw(in: rect, on: &frame)
    case .payment(let invoice): drawPayment(of: invoice, in: rect, on: &frame)
    case .customer: drawCustomer(in: rect, on: &frame)
    }
    if frame.caret == nil, form.isEditable { LoneFieldView(form: form).draw(in: rect.bottom(1), on: &frame) }
  }

  /// Below the form there is room for the invoice that is paid.
  private func drawPayment(of invoice: Int64, in rect: Rect, on frame: inout Frame) {
    let below = rect.below(PaymentFormView.height)
    if below.height >= 4, let list = state.lists[.invoices], let detail = list.detail, detail.id == invoice {
      let page = state.section == .invoices ? record : DetailPage(detail, state.figures)
      RecordView(state: state, list: list, record: page).draw(in: below, on: &frame)
    }
    PaymentFormView(form: form, figures: state.figures).draw(in: rect, on: &frame)
  }

  private func drawCustomer(in rect: Rect, on frame: inout Frame) {
    let size = Size(width: min(70, rect.width), height: min(form.fields.count + 4, rect.height))
    let area = under == nil ? rect.top(size.height).left(size.width) : rect.centered(size)
    frame.fill(area, ground: under == nil ? "surface" : "overlay")
    frame.box(
      area, title: [Span("New customer", "title")],
      footer: [Span("^S", "hint.key"), Span(" saves the customer", "hint")], role: "border.focused")
    let inside = area.inset(columns: 2, rows: 1)
    for index in form.fields.indices {
      FormFieldView(form: form, index: index, figures: state.figures, labelWidth: 8, valueWidth: 34)
        .draw(in: inside.row(index + 1), on: &frame)
    }
  }
}

extension String {
  /// This text, less what stands in brackets at its end where so many columns are too few for all.
  fileprivate func withoutAside(in room: Int) -> String {
    guard DisplayText.width(self) > room, let aside = firstIndex(of: "(") else { return self }
    return String(self[..<aside]).trimmingBlanks
  }
}

/// One field of a form with what is understood of it, or what is wrong, at its right.
struct FormFieldView {
  let form: Form
  let index: Int
  let figures: Figures
  var reading: FormReading?
  let labelWidth: Int
  let valueWidth: Int

  init(
    form: Form, index: Int, figures: Figures, reading: FormReading? = nil, labelWidth: Int, valueWidth: Int
  ) {
    self.form = form
    self.index = index
    self.figures = figures
    self.reading = reading
    self.labelWidth = labelWidth
    self.valueWidth = valueWidth
  }

  func draw(in row: Rect, on frame: inout Frame) {
    let field = form.fields[index]
    let room = row.width - labelWidth - valueWidth - 8
    FieldView(
      label: field.label, field: field.text, placeholder: placeholder, hint: hint(in: room), error: field.problem,
      opensPicker: field.kind.isPicker, isFocused: form.focus == .field(index), isEnabled: form.isEditable,
      labelWidth: labelWidth, valueWidth: valueWidth
    ).draw(in: row, on: &frame)
    guard form.focus == .field(index), form.holdsProposal, form.isEditable else { return }
    let width = min(valueWidth, DisplayText.width(field.text.text))
    frame.paint(Rect(x: row.x + labelWidth + 4, y: row.y, width: width, height: 1), ground: "selection")
  }

  private var placeholder: String {
    switch form.fields[index].kind {
    case .customer: "type a name"
    case .discount: "10 % or 25.00"
    case .tax: "20 % or 4.50"
    case .date: "+30, eom, fri"
    default: ""
    }
  }

  /// A complaint wins over what is understood; both stand in full in the strip while the field has the keyboard.
  private func hint(in room: Int) -> [Span] {
    let field = form.fields[index]
    if let problem = field.problem { return [Span(problem, "error")] }
    let shown = reading ?? form.reading(figures)
    if let hint = shown.hints[field.name] { return [Span(hint.withoutAside(in: room), "text.dim")] }
    if form.focus == .field(index) || field.text.text.isEmpty { return [] }
    return shown.problems[field.name].map { [Span($0, "warning")] } ?? []
  }
}
