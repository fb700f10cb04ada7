import TerminalUI

/// The letters that a key press can jump to, in the gutter of the list beside their rows.
struct JumpView {
  let labels: JumpLabels

  /// - Parameter table: where the list is drawn, its header in the first row.
  func draw(over table: Rect, on frame: inout Frame) {
    for (index, letter) in labels.labels.enumerated() where index + 1 < table.height {
      let row = table.row(index + 1).left(Table.gutter)
      frame.write(" \(letter) ", x: row.x, y: row.y, width: row.width, role: "hint.key")
    }
  }
}
