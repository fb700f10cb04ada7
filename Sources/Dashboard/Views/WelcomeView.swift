import TerminalUI

/// The first screen of somebody who has configured nothing.
struct WelcomeView {
  private static let choices = [
    ("Try the demo", "Sample books of a small business. Nothing is kept."),
    ("Keep local books", "Your own company, in a file on this machine."),
    ("Use an API key", "Your company at the Invoicematic service, or another address."),
  ]

  let welcome: WelcomeState

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.centered(Size(width: min(72, bounds.width), height: min(18, bounds.height)))
    let hints: [Span] = [
      Span("⏎", "hint.key"), Span(" go on  ", "hint"), Span("Esc", "hint.key"), Span(" back", "hint"),
    ]
    frame.box(rect, title: [Span("invoicematic", "title")], footer: hints, role: "border.focused")
    let inside = rect.inset(columns: 3, rows: 1)
    switch welcome.page {
    case .choice: drawChoices(in: inside, on: &frame)
    case .company: drawCompany(in: inside, on: &frame)
    case .key: drawKey(in: inside, on: &frame)
    }
    if let problem = welcome.problem { drawProblem(problem, in: inside, on: &frame) }
  }

  private func drawChoices(in rect: Rect, on frame: inout Frame) {
    frame.write(
      "Invoices from the keyboard. Where are your books?", x: rect.x, y: rect.y + 1, width: rect.width,
      role: "text.strong")
    for (index, choice) in Self.choices.enumerated() {
      let row = rect.y + 3 + index * 3
      guard row < rect.maxY else { return }
      let area = Rect(x: rect.x, y: row, width: rect.width, height: 1)
      if index == welcome.selected {
        frame.paint(area, ground: "selection")
        frame.write("▶", x: area.x, y: row, role: "selection.mark")
      }
      frame.write(
        [Span("\(index + 1) ", "hint.key"), Span(choice.0, "text.strong")],
        in: Rect(x: area.x + 2, y: row, width: area.width - 2, height: 1))
      if row + 1 < rect.maxY {
        frame.write(choice.1, x: rect.x + 4, y: row + 1, width: rect.width - 4, role: "text.dim")
      }
    }
  }

  private func drawCompany(in rect: Rect, on frame: inout Frame) {
    frame.write(
      "Your books are empty: two questions.", x: rect.x, y: rect.y + 1, width: rect.width, role: "text.strong")
    FormLayout(
      fields: [
        FieldView(label: "Company", field: welcome.companyName, placeholder: "Acme Corp", valueWidth: 36),
        FieldView(
          label: "Currency", field: welcome.currency, hint: [Span("three letters: USD, EUR, GBP", "text.dim")],
          valueWidth: 6),
      ], focus: welcome.focus
    ).draw(in: rect.below(3).top(2), on: &frame)
  }

  private func drawKey(in rect: Rect, on frame: inout Frame) {
    frame.write(
      "The key is tried, then kept in a file that only you can read.", x: rect.x, y: rect.y + 1, width: rect.width,
      role: "text.strong")
    FormLayout(
      fields: [
        FieldView(label: "Service", field: welcome.address, valueWidth: 46),
        FieldView(
          label: "API key", field: welcome.key, placeholder: "is_key_…  (not shown)", isSecret: true, valueWidth: 46),
      ], focus: welcome.focus
    ).draw(in: rect.below(3).top(2), on: &frame)
  }

  private func drawProblem(_ problem: String, in rect: Rect, on frame: inout Frame) {
    let lines = DisplayText.wrapped(problem, to: rect.width)
    for (index, line) in lines.suffix(3).enumerated() {
      frame.write(line, x: rect.x, y: rect.maxY - min(3, lines.count) + index, width: rect.width, role: "error")
    }
  }
}

/// What is shown while the books are being opened.
struct OpeningView {
  let sentence: String

  func draw(in bounds: Rect, on frame: inout Frame) {
    frame.write(sentence, x: bounds.x, y: bounds.height / 2, width: bounds.width, role: "text.dim", align: .center)
  }
}
