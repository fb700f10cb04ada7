import TerminalUI

/// The overview of books in which nothing is yet: what to do first.
struct FirstStepsView {
  let session: SessionFacts

  func draw(in rect: Rect, on frame: inout Frame) {
    let width = min(rect.width - 2, 76)
    let area = rect.inset(columns: 1, rows: 0).top(min(rect.height, lines(width - 4).count + 3)).left(width)
    Panel("Nothing is in these books yet", isFocused: true).draw(in: area, on: &frame)
    let inside = Panel.content(of: area)
    for (index, line) in lines(inside.width).prefix(inside.height).enumerated() {
      frame.write(line, in: inside.row(index))
    }
  }

  private func lines(_ width: Int) -> [[Span]] {
    let wrapped = DisplayText.wrapped(Self.whatComes, to: width).map { [Span($0, "text.dim")] }
    return [[]] + steps + [[]] + wrapped
  }

  private var steps: [[Span]] {
    guard !session.isReadOnly else {
      return [[Span("Read-only: what others write shows here as it comes.", "warning")]]
    }
    return [
      step("n", "writes the first invoice; its customer is made on the way"),
      step("3 n", "adds a customer"),
      step("R", "asks the service again, where others work in these books"),
      step(":", "runs anything by its name"),
      step("?", "shows the keys of the place where you are"),
    ]
  }

  private func step(_ key: String, _ words: String) -> [Span] {
    [
      Span(key + String(repeating: " ", count: max(1, 6 - key.count)), "hint.key"), Span(words),
    ]
  }

  private static let whatComes =
    "With the first invoice this page shows what is outstanding and overdue, how old it is, what was received, and who needs attention today."
}
