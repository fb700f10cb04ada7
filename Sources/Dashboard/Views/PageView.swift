import TerminalUI

/// The page on top; this only chooses its view.
struct PageView {
  let page: Page
  let state: State

  func draw(in rect: Rect, on frame: inout Frame) {
    switch page {
    case .outbox(let page): OutboxPageView(page: page, state: state).draw(on: &frame)
    case .activity(let page): ActivityPageView(page: page, state: state).draw(on: &frame)
    case .write(let page): WritePageView(page: page, rect: rect).draw(on: &frame)
    case .conflict(let page): ConflictPageView(page: page, state: state).draw(on: &frame)
    case .customer(let page): CustomerPageView(page: page, state: state).draw(on: &frame)
    case .bulk(let page): BulkPageView(page: page, state: state)?.draw(on: &frame)
    case .bankRows(let page): BankRowsView(page: page, state: state).draw(on: &frame)
    case .review(let page): ReviewView(page: page, state: state).draw(on: &frame)
    }
  }
}

/// Where a page of rows puts them and what it tells of the selected one; a low screen shows the rows alone.
struct PageLayout {
  private static let detailFrom = 14

  let list: Rect
  let detail: Rect

  init(_ state: State) {
    let body = ScreenLayout(state).body
    let rows = body.height < Self.detailFrom ? 0 : max(7, body.height * 2 / 5)
    list = body.above(rows)
    detail = body.bottom(rows)
  }

  /// The part of the list's box that the table draws in: header and rows.
  var table: Rect { list.inset(columns: 1, rows: 1) }
  var listHeight: Int { max(0, table.height - 1) }
}
