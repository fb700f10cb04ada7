import TerminalUI

/// The story of one write: its steps with times, what was sent and answered, and the line that sends the same.
struct WritePageView {
  let page: WritePage
  let rect: Rect

  func draw(on frame: inout Frame) {
    guard let story = page.story else {
      frame.box(rect, role: "border.focused")
      return frame.write("Reading…", x: rect.x + 3, y: rect.y + 2, width: rect.width - 4, role: "text.dim")
    }
    let rest = scrollLimit - page.offset
    frame.box(
      rect, title: [Span(story.title.capitalizedFirst, "title")], trailing: [Span(story.outcome, story.tone)],
      footer: [Span("y", "hint.key"), Span(" copies the curl line", "hint")],
      footerTrailing: [Span(rest > 0 ? "\(rest) more ↓" : "", "text.dim")], role: "border.focused")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines(story).dropFirst(page.offset).prefix(inside.height).enumerated() {
      line.draw(in: inside.row(index), on: &frame)
    }
  }

  /// How far it can be scrolled on this screen, in rows.
  var scrollLimit: Int { max(0, (page.story.map(lines)?.count ?? 0) - (rect.height - 2)) }

  private func lines(_ story: WriteStory) -> [DetailLine] {
    let width = rect.width - 4
    let key = DetailLine([Span("key  ", "text.dim"), Span(story.key)])
    let failure = story.failure.map { wrapped($0, width, "error") + [.blank] } ?? []
    return [key, .blank] + failure + [DetailLine(heading: "Steps")] + story.steps.flatMap { lines($0, width) }
      + [.blank, DetailLine([Span("REQUEST  ", "heading"), Span(story.request)])]
      + story.body.flatMap { wrapped($0, width, "text") }
      + [.blank, DetailLine(heading: "The same with curl")] + wrapped(story.curl, width, "text")
  }

  private func wrapped(_ text: String, _ width: Int, _ role: Role) -> [DetailLine] {
    DisplayText.wrapped(text, to: width).map { DetailLine([Span($0, role)]) }
  }

  private func lines(_ step: WriteStory.Step, _ width: Int) -> [DetailLine] {
    let indent = String(repeating: " ", count: step.at.count + 2)
    return DisplayText.wrapped(step.words, to: max(10, width - indent.count)).enumerated().map { index, line in
      DetailLine([Span(index == 0 ? "\(step.at)  " : indent, "text.dim"), Span(line, step.tone)])
    }
  }
}
