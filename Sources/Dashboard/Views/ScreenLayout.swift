import TerminalUI

/// Where everything goes on a screen of a size; views draw by it and `update` scrolls by it.
///
/// From 110 columns the detail stands right of the list, below that under it; on a small screen one of the two is shown.
package struct ScreenLayout: Sendable, Equatable {
  /// Below this size only one line says so; what was typed is kept.
  package static let minimum = Size(width: 40, height: 10)
  /// Columns that a list and the pane beside it keep.
  static let leastListWidth = 46
  static let leastDetailWidth = 40
  private static let wideFrom = 110
  private static let detailBelowRows = 7

  package let bounds: Rect
  package let isTooSmall: Bool
  /// The list stands in a box of its own.
  package let isWide: Bool
  package let title: Rect
  package let tabs: Rect
  /// Everything between tabs and the lines at the foot.
  package let body: Rect
  package let chips: Rect
  package let filter: Rect
  package let list: Rect
  /// Empty where there is no room for a detail beside the list.
  package let detail: Rect
  /// The sentence about what just happened and the check of sums; shares the state line on a low screen.
  package let strip: Rect
  package let stateLine: Rect
  package let hints: Rect

  package init(_ state: State) {
    self.init(size: state.size, isZoomed: state.isZoomed, preview: state.preview, previewWidth: state.previewWidth)
  }

  package init(
    size: Size, isZoomed: Bool = false, preview: PreviewPlace = .beside, previewWidth: Int? = nil
  ) {
    bounds = Rect(size)
    isTooSmall = size.width < Self.minimum.width || size.height < Self.minimum.height
    isWide = size.width >= Self.wideFrom
    title = bounds.row(0)
    tabs = bounds.row(1)
    hints = bounds.row(size.height - 1)
    stateLine = bounds.row(size.height - 2)
    let isLow = size.height < 30
    strip = isLow ? stateLine : bounds.row(size.height - 3)
    body = bounds.below(2).above(isLow ? 2 : 3)
    chips = body.row(0)
    filter = body.row(1)
    let pane = body.below(2)
    if isZoomed {
      list = Rect(x: 0, y: 0, width: 0, height: 0)
      detail = body
    } else if isWide, preview == .beside {
      let width = min(previewWidth ?? max(46, size.width * 3 / 8), pane.width - Self.leastListWidth)
      list = pane.left(pane.width - width)
      detail = pane.right(width)
    } else if size.width < 70 || size.height < 20 || preview == .hidden {
      list = pane
      detail = pane.bottom(0)
    } else {
      let rows = max(Self.detailBelowRows, pane.height * 2 / 5)
      list = pane.above(rows)
      detail = pane.bottom(rows)
    }
  }

  /// The part of the list's area that the table draws in: header and rows.
  package var table: Rect { isWide ? list.inset(columns: 1, rows: 1).above(2) : list }

  /// How many records the list shows at once.
  package var listHeight: Int { max(0, table.height - 1) }
}
