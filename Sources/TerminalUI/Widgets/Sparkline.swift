/// A row of small columns, one for each value: `▁▂▂▃▃▄▅▅▆▇▇█`.
package struct Sparkline: Hashable, Sendable {
  /// In whatever unit; nil is a value that is not known and leaves a gap.
  package var values: [Double?]
  package var role: Role

  package init(_ values: [Double?], role: Role = "chart.invoiced") {
    self.values = values
    self.role = role
  }

  /// Draws the last values that fit.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    frame.write(Self.text(values.suffix(rect.width)), x: rect.x, y: rect.y, width: rect.width, role: role)
  }

  /// The columns as text, from 0 at the bottom to the greatest value at the top.
  package static func text(_ values: some Collection<Double?>) -> String {
    let steps = Array("▁▂▃▄▅▆▇█")
    let greatest = values.compactMap(\.self).filter(\.isFinite).max() ?? 0
    return String(
      values.map { value in
        guard let value, value.isFinite else { return " " }
        guard greatest > 0, value > 0 else { return steps[0] }
        return steps[min(7, Int(value / greatest * 8))]
      })
  }
}
