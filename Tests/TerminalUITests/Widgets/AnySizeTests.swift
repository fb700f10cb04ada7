import Testing

@testable import TerminalUI

/// Every widget in every size: nothing fails, and no half of a wide character is left.
@Suite struct AnySizeTests {
  typealias Drawing = @Sendable (Rect, inout Frame) -> Void

  private static let text = "Zoë 漢字 👍🏽 a\u{202E}b\u{301}"

  private static let widgets: [(String, Drawing)] = [
    (
      "table",
      {
        Table(
          columns: columns, rows: [TableRow([TableCell(text), TableCell(text)], isMarked: true), nil], selected: 0
        ).draw(in: $0, on: &$1)
      }
    ),
    (
      "picker",
      {
        PickerView(state: PickerState(items: [PickerItem(id: 1, title: text, detail: text)], query: "z"), title: text)
          .draw(in: $0, on: &$1)
      }
    ),
    ("form", { FormLayout(fields: [field, field], focus: 1).draw(in: $0, on: &$1) }),
    (
      "dialog",
      { Dialog(title: text, body: [text, text], choices: [DialogChoice(key: "y", label: text)]).draw(in: $0, on: &$1) }
    ),
    ("toast", { Toast(text).draw(in: $0, on: &$1) }),
    (
      "status bar", { StatusBar(leading: [StatusSegment(text)], trailing: [StatusSegment(text)]).draw(in: $0, on: &$1) }
    ),
    ("hints", { HintsBar([Hint("x", text)], trailing: [Span(text)]).draw(in: $0, on: &$1) }),
    ("tabs", { Tabs([Tabs.Tab(text), Tabs.Tab(text, detail: text)], current: 1).draw(in: $0, on: &$1) }),
    ("chips", { Chips([text, text], current: 1).draw(in: $0, on: &$1) }),
    ("panel", { Panel(text, trailing: text).draw(in: $0, on: &$1) }),
    ("progress", { ProgressBar(fraction: 0.3).draw(in: $0, on: &$1) }),
    ("chart", { BarChart([BarChart.Bar(label: [Span(text)], value: 3, figure: [Span(text)])]).draw(in: $0, on: &$1) }),
    ("columns", { ColumnChart([ColumnChart.Group(text, values: [1, nil])]).draw(in: $0, on: &$1) }),
    (
      "columns with an axis",
      {
        ColumnChart(
          [ColumnChart.Group(text, values: [1, 2]), ColumnChart.Group(text, values: [2, 4])],
          axis: [ColumnChart.Tick(2, text), ColumnChart.Tick(4, "4")], selected: 1
        ).draw(in: $0, on: &$1)
      }
    ),
    (
      "segments",
      {
        SegmentBar([
          SegmentBar.Segment(value: 3, role: "chart.invoiced", fill: "█"),
          SegmentBar.Segment(value: 1, role: "chart.overdue", fill: "▒"),
        ]).draw(in: $0, on: &$1)
      }
    ),
    ("sparkline", { Sparkline([1, nil, 3]).draw(in: $0, on: &$1) }),
  ]

  private static let columns = [
    TableColumn(text, width: .flexible(minimum: 3, weight: 1), sortMark: "↑"),
    TableColumn(text, width: .fixed(7), alignment: .trailing),
  ]

  private static let field = FieldView(
    label: text, field: TextField(text), hint: [Span(text)], error: text, opensPicker: true, valueWidth: 9)

  @Test(arguments: widgets.map(\.0))
  func `a widget draws in any area`(name: String) throws {
    let draw = try #require(Self.widgets.first { $0.0 == name }?.1)
    for width in 0...24 {
      for height in 0...7 {
        for x in [-3, 18] {
          var frame = Frame(size: Size(width: 24, height: 6))
          for y in 0..<6 { frame.write("漢漢漢漢漢漢漢漢漢漢漢漢", x: y % 2, y: y) }
          draw(Rect(x: x, y: x == 18 ? 3 : 0, width: width, height: height), &frame)
          #expect(isSound(frame), "\(name) at \(x), \(width)×\(height)")
        }
      }
    }
  }

  @Test(arguments: widgets.map(\.0))
  func `a widget draws nothing outside its area`(name: String) throws {
    // A dialog dims what it stands on.
    let draw = try #require(Self.widgets.first { $0.0 == name }?.1)
    let area = Rect(x: 6, y: 2, width: 12, height: 3)
    var frame = Frame(size: Size(width: 24, height: 8))
    frame.fill(frame.bounds, ground: "chart")
    draw(area, &frame)
    for y in 0..<8 {
      for x in 0..<24 where !(6..<18).contains(x) || !(2..<5).contains(y) {
        #expect(frame[x, y] == Cell(ground: "chart"), "\(name) at \(x), \(y)")
      }
    }
  }

  @Test(arguments: widgets.map(\.0))
  func `every role that a widget draws with is in the catalogue`(name: String) throws {
    let draw = try #require(Self.widgets.first { $0.0 == name }?.1)
    let roles = Set(RoleCatalog.entries.map(\.0))
    for cell in screen(60, 12, draw).cells {
      #expect(roles.contains(cell.role) && roles.contains(cell.ground), "\(cell.role) on \(cell.ground)")
    }
  }

  /// Whether every wide character has both halves.
  private func isSound(_ frame: Frame) -> Bool {
    frame.cells.indices.allSatisfy { index in
      let cell = frame.cells[index]
      let isRowEnd = index % frame.size.width == frame.size.width - 1
      let isRowStart = index % frame.size.width == 0
      switch cell.width {
      case 2: return !isRowEnd && frame.cells[index + 1].width == 0
      case 0: return !isRowStart && frame.cells[index - 1].width == 2 && cell.text.isEmpty
      default: return DisplayText.width(cell.text) == 1
      }
    }
  }
}
