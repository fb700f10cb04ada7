import Testing

@testable import TerminalUI

@Suite struct ChartTests {
  private static let months = [
    ColumnChart.Group("Jan", values: [24, 12]), ColumnChart.Group("Feb", values: [8, 20]),
    ColumnChart.Group("Mar", values: [16, 1]),
  ]

  private static let chart = ColumnChart(
    months, maximum: 24, axis: [ColumnChart.Tick(8, "8"), ColumnChart.Tick(16, "16"), ColumnChart.Tick(24, "24")],
    selected: 1)

  @Test func `an axis names the height of its columns, and the selected group is marked`() {
    expect(
      screen(15, 4) { Self.chart.draw(in: $0, on: &$1) },
      """
      24 █    ▄
      16 █▄   ▒  █
       8 █▒  █▒  █▁
         Jan Feb Mar
      --
      aa.b....c......
      aa.bc...c..b...
      .a.bc..bc..bc..
      ...aaa.ddd.aaa.
      a chart.axis
      b chart.invoiced
      c chart.received
      d selection.mark on selection
      """)
  }

  @Test(
    arguments: [
      (9.7, 4, 5.0, 10.0), (100, 4, 50, 100), (17_715.5, 3, 10_000, 20_000), (0.3, 2, 0.2, 0.4), (1, 1, 1, 1),
    ] as [(Double, Int, Double, Double)])
  func `a scale has round steps and ends above the greatest value`(
    greatest: Double, steps: Int, step: Double, maximum: Double
  ) throws {
    let scale = try #require(ChartScale(upTo: greatest, steps: steps))
    #expect(abs(scale.step - step) < step / 1_000)
    #expect(abs(scale.maximum - maximum) < step / 1_000)
    #expect(scale.ticks.count <= steps)
  }

  @Test(arguments: [0, -1, Double.nan, .infinity])
  func `nothing to measure has no scale`(greatest: Double) {
    #expect(ChartScale(upTo: greatest, steps: 4) == nil)
  }

  @Test(
    arguments: [
      ([5, 3, 2], 10, [5, 3, 2]), ([98, 1, 1], 10, [8, 1, 1]), ([1, 1, 1], 10, [4, 3, 3]), ([0, 0], 10, [0, 0]),
      ([0, 4], 6, [0, 6]), ([.nan, -3, 1], 4, [0, 0, 4]),
    ] as [([Double], Int, [Int])])
  func `the parts of a bar fill it, and each that is there shows`(values: [Double], total: Int, columns: [Int]) {
    let bar = SegmentBar(values.map { SegmentBar.Segment(value: $0, role: "chart", fill: "█") })
    #expect(bar.columns(of: total) == columns)
  }

  @Test func `charts can be read in ASCII`() {
    let frame = screen(15, 4) { Self.chart.draw(in: $0, on: &$1) }
    #expect(
      GlyphSet.asciiOnly(frame).characters == [
        "24 #    -      ", "16 #-   :  #   ", " 8 #:  #:  #_  ", "   Jan Feb Mar ",
      ])
  }
}
