import TerminalUI

/// Where the page of a plan puts its parts; a screen of less than 100 columns or 28 rows has fewer of them.
struct BulkLayout {
  /// The plan in words: a box on a large screen, a line on a small one.
  let plan: Rect
  let rows: Rect
  /// All about the selected row: two lines below the rows of a large screen, one of a small.
  let selected: Rect
  let progress: Rect
  /// Before and after; empty on a small screen.
  let effect: Rect
  /// What stands and what does not, if it were left now.
  let standing: Rect
  /// The same from a script; empty on a small screen.
  let script: Rect
  let isLarge: Bool

  init(_ state: State) {
    let body = ScreenLayout(state).body
    isLarge = body.width >= 100 && body.height >= 26
    if isLarge {
      plan = body.top(5)
      script = body.bottom(1)
      let foot = body.above(1).bottom(8)
      progress = body.above(9).bottom(3)
      rows = body.below(5).above(12)
      selected = rows.inset(columns: 2, rows: 1).bottom(2)
      let width = foot.width / 2
      effect = foot.left(width)
      standing = foot.right(foot.width - width)
    } else {
      let foot = body.height >= 16 ? 6 : 0
      plan = body.top(1)
      rows = body.below(1).above(3 + foot)
      selected = body.above(2 + foot).bottom(1).inset(columns: 1, rows: 0)
      progress = body.above(foot).bottom(2)
      standing = body.bottom(foot)
      effect = body.bottom(0)
      script = body.bottom(0)
    }
  }

  /// Where the table draws: header and rows.
  var table: Rect { isLarge ? rows.inset(columns: 1, rows: 1).above(3) : rows }
  var listHeight: Int { max(0, table.height - 1) }
}
