import TerminalUI

/// Where the parts of the customer page lie; `update` scrolls by it.
struct CustomerPageLayout: Equatable {
  /// Three boxes side by side, or two lines where there is no room for them.
  let isWide: Bool
  let contact: Rect
  /// Empty where there is no room.
  let balance: Rect
  /// Empty where there is no room, or where the balance's box says it.
  let behaviour: Rect
  let tabs: Rect
  let list: Rect
  /// The lines under the rows: what is kept where, and what was reconciled.
  let notes: Rect

  init(_ size: Size) { self.init(body: ScreenLayout(size: size).body) }

  private init(body: Rect) {
    isWide = body.width >= 100 && body.height >= 26
    let hasBalance = isWide || (body.width >= 60 && body.height >= 16)
    let top = isWide ? 9 : hasBalance ? 7 : 2
    let head = body.top(top)
    let boxes = head.columns([.percent(42), .percent(28), .flexible(minimum: 10, weight: 1)])
    contact = isWide ? boxes[0] : head.top(2)
    balance = isWide ? boxes[1] : hasBalance ? head.below(2) : head.bottom(0)
    behaviour = isWide ? boxes[2] : head.bottom(0)
    let rest = body.below(top)
    tabs = rest.top(1)
    list = rest.below(1)
    notes = isWide ? list.inset(columns: 2, rows: 1).bottom(1) : list.bottom(0)
  }

  /// The part of the list that the table draws in: header and rows.
  var table: Rect { isWide ? list.inset(columns: 1, rows: 1).above(1) : list }
  var listHeight: Int { max(0, table.height - 1) }
}
