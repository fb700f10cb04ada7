/// What the screen shows at one moment: every cell and the place of the caret.
///
/// A view draws into it; a terminal sends it. Drawing outside is clipped, never an error.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row after row, `size.width × size.height` cells.
  package internal(set) var cells: [Cell]
  /// Where typed text appears; the terminal hides its cursor when there is none.
  package var caret: Point?

  package init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  package var bounds: Rect { Rect(size) }

  package subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * size.width + x] : .blank }
    set { if contains(x, y) { cells[y * size.width + x] = newValue } }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.width && y < size.height
  }
}
