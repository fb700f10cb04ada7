import TerminalUI

/// A notice that the strip is too narrow for: it grows upwards over what stands there, until it is read or replaced.
///
/// What is wrong and what was kept must not end in an ellipsis; where it fits one line, the strip shows it alone.
struct LongNoticeView {
  private static let mostRows = 3

  let state: State
  let layout: ScreenLayout

  func draw(on frame: inout Frame) {
    guard state.heldBatch == nil, let notice = state.notice else { return }
    let room = layout.strip.inset(columns: 1, rows: 0)
    let rows = DisplayText.wrapped(notice.text, to: max(1, room.width - 1))
    guard rows.count > 1 else { return }
    let shown = rows.prefix(Self.mostRows)
    let area = Rect(
      x: layout.strip.x, y: layout.strip.y - shown.count + 1, width: layout.strip.width, height: shown.count)
    frame.fill(area, ground: "overlay")
    for (place, text) in shown.enumerated() {
      frame.write(
        [Span("▏", notice.tone.role), Span(text, notice.tone.role)], in: area.row(place).inset(columns: 1, rows: 0))
    }
  }
}
