import TerminalUI

/// Where the panes of the overview lie: all of them where there is room, the most important ones where there is not.
struct OverviewLayout: Equatable {
  /// The panes in rows, as `h j k l` go through them.
  let grid: [[OverviewPane]]
  let areas: [OverviewPane: Rect]
  /// Each figure has a box of its own.
  let hasTiles: Bool
  /// The figures stand below each other.
  let isNarrow: Bool

  private static let tilesFrom = Size(width: 100, height: 27)
  private static let narrowBelow = 70
  private static let middleFrom = 16

  init(_ body: Rect) {
    isNarrow = body.width < Self.narrowBelow
    hasTiles = body.width >= Self.tilesFrom.width && body.height >= Self.tilesFrom.height
    let isSplit = !isNarrow && body.height >= Self.middleFrom
    let figures = isNarrow ? min(5, body.height) : hasTiles ? 5 : 2
    let middle = isSplit ? max(8, min(18, body.height * 2 / 5)) : 0
    let hasActivity = body.width >= 100
    let strip = isSplit && !hasActivity ? 1 : 0
    let rows = body.rows([.fixed(figures), .fixed(middle), .flexible(minimum: 3, weight: 1), .fixed(strip)])
    var areas = [OverviewPane.figures: rows[0]]
    if isSplit {
      let halves = rows[1].columns([.percent(body.width >= 100 ? 50 : 48), .flexible(minimum: 10, weight: 1)])
      areas[.ageing] = halves[0]
      areas[.cashFlow] = halves[1]
    }
    let bottom =
      hasActivity ? rows[2].columns([.percent(62), .flexible(minimum: 20, weight: 1)]) : [rows[2]]
    if rows[2].height >= 3 { areas[.attention] = bottom[0] }
    areas[.activity] = hasActivity ? bottom[1] : strip > 0 ? rows[3] : nil
    self.areas = areas
    let last: [[OverviewPane]] = hasActivity ? [[.attention, .activity]] : [[.attention], [.activity]]
    let all = [[.figures], [.ageing, .cashFlow]] + last
    grid = all.map { row in row.filter { areas[$0] != nil } }.filter { !$0.isEmpty }
  }

  /// The panes in the order in which Tab goes through them.
  var order: [OverviewPane] { grid.flatMap(\.self) }

  /// Whether `h` and `l` go through the parts of a pane; in the others `j` and `k` do.
  func isHorizontal(_ pane: OverviewPane) -> Bool { pane == .cashFlow || pane == .figures && !isNarrow }

  func area(_ pane: OverviewPane) -> Rect { areas[pane] ?? Rect(x: 0, y: 0, width: 0, height: 0) }
}
