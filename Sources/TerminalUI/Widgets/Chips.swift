/// A row of short choices or filters, the current one set off: `‹All 412› ‹Draft 4›`.
package struct Chips: Hashable, Sendable {
  package var labels: [String]
  package var current: Int?

  package init(_ labels: [String], current: Int? = nil) {
    self.labels = labels
    self.current = current
  }

  /// Draws the chips that fit whole, among them always the current one.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    var x = rect.x
    for index in visible(in: rect.width) {
      let text = "‹\(labels[index])›"
      frame.write(
        text, x: x, y: rect.y, width: rect.maxX - x, role: index == current ? "chip.current" : "chip",
        ground: index == current ? "chip.current" : nil)
      x += DisplayText.width(text) + 1
    }
  }

  /// The offsets of the chips that so many columns show.
  package func visible(in columns: Int) -> Range<Int> {
    let widths = labels.map { DisplayText.width($0) + 3 }
    let current = self.current.flatMap { labels.indices.contains($0) ? $0 : nil }
    var first = 0
    while let current, first < current, widths[first...current].reduce(-1, +) > columns { first += 1 }
    var used = -1
    let count = widths[first...].prefix {
      used += $0; return used <= columns
    }.count
    return first..<max(first + count, min(labels.count, first + (current == first ? 1 : 0)))
  }
}
