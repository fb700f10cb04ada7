import Testing

@testable import TerminalUI

@Suite struct BarTests {
  private let state = StatusBar(
    leading: [
      StatusSegment("● live", role: "connection.live", priority: 9), StatusSegment("412/412 loaded", priority: 2),
      StatusSegment("↑3 queued", priority: 5),
    ], trailing: [StatusSegment("rw", priority: 3)])

  @Test(arguments: [
    (43, " ● live   412/412 loaded   ↑3 queued    rw "), (42, " ● live   412/412 loaded   ↑3 queued   rw "),
    (40, " ● live   ↑3 queued                  rw "), (23, " ● live   ↑3 queued    "), (10, " ● live   "),
    (6, " ● l… "),
  ])
  func `a status bar drops the least important first`(width: Int, line: String) {
    #expect(screen(width, 1) { state.draw(in: $0, on: &$1) }.characters == [line])
  }

  private let hints = HintsBar(
    [Hint("⏎", "open", priority: 5), Hint("e", "edit", priority: 3), Hint("p", "pay", priority: 4), Hint(":", "cmd")],
    trailing: [Span("NORMAL", "mode")])

  @Test(arguments: [
    (40, " ⏎ open  e edit  p pay  : cmd    NORMAL "), (36, " ⏎ open  e edit  p pay       NORMAL "),
    (24, " ⏎ open  p pay   NORMAL "), (17, " ⏎ open   NORMAL "), (14, "       NORMAL "),
  ])
  func `hints are left out whole, never cut and never wrapped`(width: Int, line: String) {
    #expect(screen(width, 1) { hints.draw(in: $0, on: &$1) }.characters == [line])
  }

  private let tabs = Tabs(
    [Tabs.Tab("1 Dash"), Tabs.Tab("2 Invoices", detail: "412"), Tabs.Tab("3 Customers", detail: "87")], current: 1)

  @Test(arguments: [
    (44, " 1 Dash  [2 Invoices 412]  3 Customers 87   "), (36, " 1 Dash  [2 Invoices]  3 Customers  "),
    (22, " 1  [2 Invoices]  3   "),
  ])
  func `tabs give up details, then names`(width: Int, line: String) {
    #expect(screen(width, 1) { tabs.draw(in: $0, on: &$1) }.characters == [line])
  }

  @Test func `the current tab and the key of a hint mean what they are`() {
    let frame = screen(36, 2) { rect, frame in
      tabs.draw(in: rect, on: &frame)
      hints.draw(in: rect.below(1), on: &frame)
    }
    expect(
      frame,
      """
       1 Dash  [2 Invoices]  3 Customers
       ⏎ open  e edit  p pay       NORMAL
      --
      aaaaaaaa.bbbbbbbbbbbb.aaaaaaaaaaaaa.
      .cddddd..cddddd..cdddd.......eeeeee.
      a tab
      b tab.current
      c hint.key
      d hint
      e mode
      """)
  }

  @Test func `chips keep the current one visible`() {
    let chips = Chips(["All 412", "Draft 4", "Open 28", "Paid 380"], current: 2)
    expect(
      screen(32, 1) { chips.draw(in: $0, on: &$1) },
      """
      ‹All 412› ‹Draft 4› ‹Open 28›
      --
      aaaaaaaaa.aaaaaaaaa.bbbbbbbbb...
      a chip
      b chip.current on chip.current
      """)
    #expect(chips.visible(in: 30) == 0..<3)
    #expect(chips.visible(in: 20) == 1..<3)
    #expect(chips.visible(in: 4) == 2..<3)
    #expect(Chips([]).visible(in: 4).isEmpty)
    #expect(Chips(["All"], current: 5).visible(in: 9) == 0..<1)
  }

  @Test(
    arguments: [
      (0.0, ""), (0.001, "▏"), (0.5, "██"), (0.54, "██▏"), (0.97, "███▉"), (1, "████"), (7, "████"), (-1, ""),
      (.nan, ""),
      (.infinity, "████"),
    ] as [(Double, String)])
  func `bars are exact to an eighth`(fraction: Double, bar: String) {
    #expect(ProgressBar.blocks(fraction, columns: 4) == bar)
  }

  @Test func `charts share one scale`() {
    let chart = BarChart([
      BarChart.Bar(label: ["current"], value: 18_420, figure: ["18,420"]),
      BarChart.Bar(label: ["1–30"], value: 9_210, figure: ["9,210"], role: "chart.overdue"),
      BarChart.Bar(label: ["none"], value: 0, figure: ["0"]),
    ])
    expect(
      screen(24, 4) { rect, frame in
        chart.draw(in: rect, on: &frame)
        ProgressBar(fraction: 0.4).draw(in: rect.row(3), on: &frame)
      },
      """
      current █████████ 18,420
      1–30    ████▌      9,210
      none                   0
      █████████▌░░░░░░░░░░░░░░
      --
      ........aaaaaaaaa.......
      ........bbbbb...........
      ........................
      ccccccccccdddddddddddddd
      a chart.invoiced
      b chart.overdue
      c progress
      d progress.track
      """)
  }

  @Test func `columns stand in groups above their labels`() {
    let chart = ColumnChart([
      ColumnChart.Group("Dec", values: [9, 9]), ColumnChart.Group("Jan", values: [16, 4]),
      ColumnChart.Group("Feb", values: [0.01, nil]), ColumnChart.Group("Mar", values: [8, 0]),
    ])
    expect(
      screen(16, 3) { chart.draw(in: $0, on: &$1) },
      """
      ▁▁  █
      █▒  █▄  ▁   █
      Dec Jan Feb Mar
      --
      ab..a...........
      ab..ab..a...a...
      ccc.ccc.ccc.ccc.
      a chart.invoiced
      b chart.received
      c chart.axis
      """)
    #expect(screen(7, 2) { chart.draw(in: $0, on: &$1) }.characters == ["▁  ▄   ", "Fe Ma  "])
  }

  @Test func `a sparkline shows the last values and gaps for unknown ones`() {
    #expect(Sparkline.text([0, 1, 4, nil, 8]) == "▁▂▅ █")
    #expect(Sparkline.text([0, 0]) == "▁▁")
    #expect(Sparkline.text([.infinity, .nan, 2]) == "  █")
    #expect(screen(2, 1) { Sparkline([9, 9, 0, 4]).draw(in: $0, on: &$1) }.characters == ["▁█"])
  }

  @Test func `a panel that keys go to has another border`() {
    expect(
      screen(20, 3) { rect, frame in
        Panel("Plan", trailing: "3 of 7", isFocused: true).draw(in: rect, on: &frame)
        frame.write("x", x: Panel.content(of: rect).x, y: Panel.content(of: rect).y)
      },
      """
      ╭─ Plan ── 3 of 7 ─╮
      │ x                │
      ╰──────────────────╯
      --
      aa.bbbb.aa.cccccc.aa
      a..................a
      aaaaaaaaaaaaaaaaaaaa
      a border.focused
      b title
      c text.dim
      """)
  }
}
