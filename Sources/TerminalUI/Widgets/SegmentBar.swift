/// One bar whose parts add up to a whole, told apart by their signs as much as by their colours.
package struct SegmentBar: Hashable, Sendable {
  package struct Segment: Hashable, Sendable {
    /// In whatever unit; below 0 counts as 0.
    package var value: Double
    package var role: Role
    package var fill: String

    package init(value: Double, role: Role, fill: String) {
      self.value = value
      self.role = role
      self.fill = fill
    }
  }

  package var segments: [Segment]

  package init(_ segments: [Segment]) { self.segments = segments }

  /// The columns of each part out of so many: whole ones that add up, and one at least for what is more than nothing.
  package func columns(of total: Int) -> [Int] {
    let values = segments.map { $0.value.isFinite ? max(0, $0.value) : 0 }
    let sum = values.reduce(0, +)
    guard sum > 0, total > 0 else { return values.map { _ in 0 } }
    var columns = values.map { $0 > 0 ? max(1, Int(($0 / sum * Double(total)).rounded(.down))) : 0 }
    while columns.reduce(0, +) != total, let widest = columns.indices.max(by: { columns[$0] < columns[$1] }) {
      let difference = total - columns.reduce(0, +)
      guard columns[widest] + difference > 0 else { break }
      columns[widest] += difference
    }
    return columns
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    var x = rect.x
    for (segment, columns) in zip(segments, columns(of: rect.width)) {
      frame.write(
        String(repeating: segment.fill, count: columns), x: x, y: rect.y, width: min(columns, max(0, rect.maxX - x)),
        role: segment.role)
      x += columns
    }
  }
}
