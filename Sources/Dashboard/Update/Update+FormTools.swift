import Billing
import BillingAPI
import TerminalUI

extension State {
  /// Puts the result of the calculation under the keyboard in its place.
  mutating func calculate(_ environment: Environment) -> [Effect] {
    guard let form = forms.last, form.isEditable else { return sayFormIsBusy() }
    let text = form.focusedText.text.trimmingBlanks
    switch form.focusedCalculation(figures.style) {
    case .success(let result) where result.text != text:
      let rounded = result.isExact ? "" : ", rounded"
      return type { field in
        field.replaceAll(with: result.text)
        return true
      } + inform(.information, "\(text) = \(result.text)\(rounded). ^Z takes it back.")
    case .failure(let problem) where !text.isEmpty: return inform(.warning, problem.sentence)
    default: return inform(.information, "Type a calculation, such as 12*85.50 or 240+20%; = works it out.")
    }
  }

  /// Shows a month to pick the day of the field from.
  mutating func openCalendar() -> [Effect] {
    guard let form = forms.last, form.isEditable, case .field(let index) = form.focus else { return sayFormIsBusy() }
    overlays.append(
      .calendar(CalendarState(title: form.fields[index].label, day: form.focusedDay(figures) ?? figures.today)))
    return []
  }

  /// Shows what would be sent, or what is missing for it.
  mutating func showRequest() -> [Effect] {
    guard let form = forms.last else { return [] }
    let reading = form.reading(figures)
    guard let body = reading.body else {
      let problem = reading.firstProblem(in: form).flatMap { reading.problems[$0] } ?? ""
      return inform(.warning, "There is no request yet. \(problem)")
    }
    let request = form.base.map { form.edits(body, since: $0) } ?? body
    let title = form.base == nil ? "The request as JSON" : "What is sent of it as JSON"
    overlays.append(.text(TextPage(title: title, text: request.prettyPrinted())))
    return []
  }
}

extension Form {
  /// Whether the field under the keyboard holds a number, which can be calculated.
  var isNumberFocused: Bool {
    switch focusedKind {
    case .amount, .quantity, .discount, .tax: true
    default: false
    }
  }

  /// What the text under the keyboard comes to: quantities to four places, amounts to the cent.
  func focusedCalculation(_ style: NumberStyle) -> Result<Calculation.Result, CalculationProblem> {
    let text = focusedText.text.trimmingBlanks
    return focusedKind == .quantity
      ? Calculation.decimal(text, style: style) : Calculation.amount(text, style: style)
  }

  /// The day in the field under the keyboard, as the form understands it.
  func focusedDay(_ figures: Figures) -> CalendarDate? {
    guard case .date(let origin) = focusedKind else { return nil }
    let base = origin.map(text).flatMap { try? DateEntry.parse($0, today: figures.today).get() }
    // What cannot be read shows the month of today instead.
    return try? DateEntry.parse(focusedText.text, today: figures.today, relativeTo: base).get()
  }
}
