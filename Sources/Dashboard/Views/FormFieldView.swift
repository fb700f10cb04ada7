import Billing
import Store
import TerminalUI

/// One field of a form with what is understood of it, or what is wrong, at its right.
struct FormFieldView {
  let picture: FormPicture
  let index: Int
  let labelWidth: Int
  let valueWidth: Int

  private var form: Form { picture.form }
  private var field: FormField { form.fields[index] }
  private var hasKeyboard: Bool { form.focus == .field(index) }

  func draw(in row: Rect, on frame: inout Frame) {
    let room = row.width - labelWidth - valueWidth - 8
    FieldView(
      label: field.label, field: field.text, placeholder: placeholder, hint: hint(in: room), error: field.problem,
      opensPicker: field.kind.isPicker, isFocused: hasKeyboard, isEnabled: form.isEditable && field.lock == nil,
      labelWidth: labelWidth, valueWidth: valueWidth
    ).draw(in: row, on: &frame)
    guard hasKeyboard, form.holdsProposal, form.isEditable else { return }
    let width = min(valueWidth, DisplayText.width(field.text.text))
    frame.paint(Rect(x: row.x + labelWidth + 4, y: row.y, width: width, height: 1), ground: "selection")
  }

  private var placeholder: String {
    switch field.kind {
    case .customer: "type a name"
    case .discount: "10 % / 25"
    case .tax: "20 % / 4.50"
    case .date: "+30, eom, fri"
    case .amount: "0.00"
    case .lookUp: "pick, or 17 Name"
    case .currency: form.hasLines ? "as the customer" : "the company's"
    case .invoice: "none"
    default: ""
    }
  }

  /// How many numbers of the sequence no record bears; which, the strip says.
  private var missing: String? {
    guard case .number = field.kind, let missing = form.missingNumbers else { return nil }
    return "\(missing.count) missing"
  }

  /// A complaint wins over what is understood; both stand in full in the strip while the field has the keyboard.
  private func hint(in room: Int) -> [Span] {
    if let problem = field.problem { return room < 8 ? [] : [Span(problem, "error")] }
    if field.lock != nil { return [Span(room < 20 ? "fixed" : "cannot be changed", "text.dim")] }
    if let hint = picture.reading.hints[field.name] { return [Span(hint.withoutAside(in: room), "text.dim")] }
    if let missing, DisplayText.width(missing) <= room { return [Span(missing, "text.dim")] }
    if hasKeyboard || field.text.text.isEmpty { return [] }
    return picture.reading.problems[field.name].map { [Span($0, "warning")] } ?? []
  }
}

extension String {
  /// This text, less what stands in brackets or behind a comma at its end where so many columns are too few for all;
  /// a figure that does not fit is left out, for half of one is another figure.
  fileprivate func withoutAside(in room: Int) -> String {
    var text = self
    for sign in [" (", ", "] where DisplayText.width(text) > room {
      guard let aside = text.firstRange(of: sign) else { continue }
      text = String(text[..<aside.lowerBound])
    }
    if DisplayText.width(text) > room, text.hasPrefix(Self.owing) { text = String(text.dropFirst(Self.owing.count)) }
    return DisplayText.width(text) > room && text.contains(where: \.isNumber) ? "" : text
  }

  private static let owing = "owes "
}
