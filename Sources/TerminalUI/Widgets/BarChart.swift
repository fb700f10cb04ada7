/// Horizontal bars with a label before and a figure behind each, all to one scale.
package struct BarChart: Hashable, Sendable {
  package struct Bar: Hashable, Sendable {
    package var label: [Span]
    /// In whatever unit the chart has; below 0 counts as 0.
    package var value: Double
    package var figure: [Span]
    package var role: Role

    package init(label: [Span], value: Double, figure: [Span] = [], role: Role = "chart.invoiced") {
      self.label = label
      self.value = value
      self.figure = figure
      self.role = role
    }
  }

  package var bars: [Bar]
  /// The value of a full bar; the greatest one without it.
  package var maximum: Double?

  package init(_ bars: [Bar], maximum: Double? = nil) {
    self.bars = bars
    self.maximum = maximum
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    let labelWidth = bars.map { width(of: $0.label) }.max() ?? 0
    let figureWidth = bars.map { width(of: $0.figure) }.max() ?? 0
    let full = maximum ?? bars.map(\.value).max() ?? 0
    let areas = rect.columns(
      [.fixed(labelWidth), .flexible(minimum: 0, weight: 1), .fixed(figureWidth)], spacing: 1)
    for (index, bar) in bars.prefix(rect.height).enumerated() {
      frame.write(bar.label, in: areas[0].row(index))
      let row = areas[1].row(index)
      let text = ProgressBar.blocks(full > 0 ? bar.value / full : 0, columns: row.width)
      frame.write(text, x: row.x, y: row.y, width: row.width, role: bar.role)
      frame.write(bar.figure, in: areas[2].row(index), align: .trailing)
    }
  }

  private func width(of spans: [Span]) -> Int { spans.reduce(0) { $0 + DisplayText.width($1.text) } }
}
