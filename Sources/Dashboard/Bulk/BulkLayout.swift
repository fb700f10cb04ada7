import TerminalUI

/// Where the page of a plan puts its parts; a screen of less than 100 columns or 28 rows has fewer of them.
struct BulkLayout {
  /// The plan in words: a box on a large screen, a line on a small one.
  let plan: Rect
  let rows: Rect
  let progress: Rect
  /// Before and after; empty on a small screen.
  let effect: Rect
  /// All about the selected row.
  let selected: Rect
  let isLarge: Bool

  init(_ state: State) {
    let body = ScreenLayout(state).body
    isLarge = body.width >= 100 && body.height >= 26
    if isLarge {
      plan = body.top(5)
      let foot = body.bottom(9)
      progress = body.above(9).bottom(3)
      rows = body.below(5).above(12)
      let width = foot.width * 4 / 7
      effect = foot.left(width)
      selected = foot.right(foot.width - width)
    } else {
      let detail = body.height >= 16 ? 6 : 0
      plan = body.top(1)
      rows = body.below(1).above(2 + detail)
      progress = body.above(detail).bottom(2)
      selected = body.bottom(detail)
      effect = body.bottom(0)
    }
  }

  /// Where the table draws: header and rows.
  var table: Rect { isLarge ? rows.inset(columns: 1, rows: 1) : rows }
  var listHeight: Int { max(0, table.height - 1) }
}
