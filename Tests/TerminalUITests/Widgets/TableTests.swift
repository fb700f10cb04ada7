import Testing

@testable import TerminalUI

@Suite struct TableTests {
  private let columns = [
    TableColumn("NUMBER", width: .fixed(10), priority: 9),
    TableColumn("CUSTOMER", width: .flexible(minimum: 8, weight: 1), priority: 5),
    TableColumn("DUE", width: .fixed(8), alignment: .trailing, priority: 3, sortMark: "↑"),
    TableColumn("AMT", width: .fixed(8), alignment: .trailing, priority: 7),
  ]

  private func row(_ number: String, _ customer: String, isMarked: Bool = false) -> TableRow {
    TableRow(
      [
        TableCell(number), TableCell(customer), TableCell("26d late", role: "status.overdue"),
        TableCell("1,980.00", role: "money"),
      ], isMarked: isMarked)
  }

  @Test(arguments: [
    (60, [10, 24, 8, 8]), (44, [10, 8, 8, 8]), (43, [10, 17, 0, 8]), (34, [10, 8, 0, 8]), (33, [10, 0, 0, 8]),
    (24, [10, 0, 0, 8]), (23, [10, 0, 0, 0]), (10, [6, 0, 0, 0]), (3, [0, 0, 0, 0]), (0, [0, 0, 0, 0]),
  ])
  func `columns give way by priority`(total: Int, widths: [Int]) {
    #expect(Table(columns: columns, rows: []).columnWidths(total) == widths)
  }

  @Test func `of equal columns the rightmost goes first`() {
    let equal = (0..<3).map { TableColumn("\($0)", width: .fixed(5)) }
    #expect(Table(columns: equal, rows: []).columnWidths(16) == [5, 5, 0])
  }

  @Test func `a table shows header, marks, selection and what is not loaded`() {
    let table = Table(
      columns: columns,
      rows: [row("INV-000341", "Northwind"), row("INV-000361", "漢字 Industries", isMarked: true), nil],
      firstRow: 40, selected: 41)
    expect(
      screen(46, 5) { table.draw(in: $0, on: &$1) },
      """
         NUMBER      CUSTOMER       DUE ↑       AMT
         INV-000341  Northwind   26d late  1,980.00
      ▶■ INV-000361  漢字 Indu…  26d late  1,980.00
         ·           ·                  ·         ·

      --
      ...aaaaaa......aaaaaaaa.......aaabb.......aaa.
      ...........................cccccccc..dddddddd.
      efggggggggggggggggggggggggghhhhhhhhggiiiiiiiig
      ...j...........j..................j.........j.
      ..............................................
      a header
      b header.sorted
      c status.overdue
      d money
      e selection.mark on selection
      f marked on selection
      g text on selection
      h status.overdue on selection
      i money on selection
      j text.dim
      """)
  }

  @Test func `a narrow table without header or focus`() {
    let table = Table(
      columns: columns, rows: [row("INV-000341", "Northwind")], selected: 0, header: false, isFocused: false)
    expect(
      screen(24, 1) { table.draw(in: $0, on: &$1) },
      """
      ▶  INV-000341  1,980.00
      --
      abbbbbbbbbbbbbbccccccccb
      a selection.mark on selection.unfocused
      b text on selection.unfocused
      c money on selection.unfocused
      """)
  }

  @Test func `rows short of cells and areas of no size are no trouble`() {
    let table = Table(columns: columns, rows: [TableRow([TableCell("INV")])])
    #expect(screen(30, 2) { table.draw(in: $0, on: &$1) }.characters[1].contains("INV"))
    #expect(screen(0, 0) { table.draw(in: $0, on: &$1) }.cells.isEmpty)
    #expect(Table.visibleRows(in: Rect(x: 0, y: 0, width: 9, height: 5)) == 4)
    #expect(Table.visibleRows(in: Rect(x: 0, y: 0, width: 9, height: 0)) == 0)
  }
}
