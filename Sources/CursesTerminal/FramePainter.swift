import CCurses
import TerminalUI

/// Hands frames to ncurses: rows that changed since the last frame, the caret, and one update of the screen.
struct FramePainter {
  private(set) var palette: Palette
  private var shown: Frame?
  private var isCaretVisible: Bool?
  private var encoder = CellEncoder()

  init(palette: Palette) { self.palette = palette }

  /// Forgets what is on the screen: the next frame is drawn as a whole.
  mutating func invalidate() {
    shown = nil
    isCaretVisible = nil
  }

  /// - Parameter repaints: sends even what ncurses believes to be on the screen.
  mutating func paint(_ frame: Frame, theme: Theme, repaints: Bool) {
    let screen = curses_standard_screen()
    if palette.adopt(theme) || shown?.size != frame.size {
      shown = nil
      werase(screen)
    }
    for row in 0..<min(frame.size.height, Int(curses_lines())) where !isShown(row, of: frame) {
      paint(row: row, of: frame)
    }
    place(frame.caret)
    if repaints { clearok(curses_current_screen(), true) }
    wnoutrefresh(screen)
    doupdate()
    shown = frame
  }

  private func isShown(_ row: Int, of frame: Frame) -> Bool {
    shown.map { $0.row(row) == frame.row(row) } ?? false
  }

  private mutating func paint(row: Int, of frame: Frame) {
    let width = min(frame.size.width, Int(curses_columns()))
    var run: [cchar_t] = []
    var (start, x) = (0, 0)
    let renditions = renditions(row: row, of: frame, width: width)
    while x < width {
      let cell = frame[x, row]
      let rendition = renditions[x]
      let pair = palette.pair(of: rendition)
      run.append(encoder.encode(cell, room: width - x, attributes: rendition.attributes, pair: pair))
      x += encoder.columns
      // What follows a wide character is placed by its column, whatever ncurses made of the character.
      if encoder.columns > 1 || x == width {
        mvwadd_wchnstr(curses_standard_screen(), Int32(row), Int32(start), run, Int32(run.count))
        run.removeAll(keepingCapacity: true)
        start = x
      }
    }
  }

  /// How each cell of a row is shown; a gap between texts of another rendition goes with the text before it.
  private mutating func renditions(row: Int, of frame: Frame, width: Int) -> [Palette.Rendition] {
    var renditions = (0..<width).map { x in
      palette.rendition(role: frame[x, row].role, ground: frame[x, row].ground)
    }
    var next = 0
    for x in 1..<max(1, width) where frame[x, row].text == " " {
      if next <= x { next = (x..<width).first { frame[$0, row].text != " " } ?? width }
      guard next < width, renditions[next] != renditions[x] else { continue }
      renditions[x] = renditions[x].ofBlank(after: renditions[x - 1])
    }
    return renditions
  }

  private mutating func place(_ caret: Point?) {
    let screen = curses_standard_screen()
    leaveok(screen, caret == nil)
    if let caret { wmove(screen, Int32(clamping: caret.y), Int32(clamping: caret.x)) }
    if isCaretVisible != (caret != nil) { curs_set(caret == nil ? 0 : 1) }
    isCaretVisible = caret != nil
  }
}

extension Frame {
  fileprivate func row(_ index: Int) -> ArraySlice<Cell> {
    cells[(index * size.width)..<((index + 1) * size.width)]
  }
}
