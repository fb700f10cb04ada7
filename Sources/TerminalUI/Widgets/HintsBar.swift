/// A key and what it does here.
package struct Hint: Hashable, Sendable {
  package var key: String
  package var label: String
  /// Which hints stay when space lacks: the lowest goes first, of equal ones the last.
  package var priority: Int
  /// False dims it: it belongs here but cannot be done now. It keeps its place, so that the others keep theirs.
  package var isAvailable: Bool

  package init(_ key: String, _ label: String, priority: Int = 0, isAvailable: Bool = true) {
    self.key = key
    self.label = label
    self.priority = priority
    self.isAvailable = isAvailable
  }
}

/// One line of hints; it never wraps and never cuts one, the least important are left out.
package struct HintsBar: Hashable, Sendable {
  package var hints: [Hint]
  /// Always shown at the right end: the mode.
  package var trailing: [Span]

  package init(_ hints: [Hint], trailing: [Span] = []) {
    self.hints = hints
    self.trailing = trailing
  }

  /// The hints that fit into so many columns, in their order.
  package func kept(in columns: Int) -> [Hint] {
    let bar = StatusBar(leading: hints.map(segment), separator: "  ")
    let kept = bar.kept(in: columns).map { hints[$0] }
    return kept.count == 1 && segment(kept[0]).width > columns ? [] : kept
  }

  /// Draws with a blank column at either end.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let room = rect.top(1).inset(columns: 1, rows: 0)
    let trailingWidth = trailing.reduce(0) { $0 + DisplayText.width($1.text) }
    let left = trailing.isEmpty ? room : room.left(max(0, room.width - trailingWidth - 2))
    let segments = kept(in: left.width).map(segment)
    frame.write(Array(segments.map(\.spans).joined(separator: ["  "])), in: left)
    frame.write(trailing, in: room, align: .trailing)
  }

  private func segment(_ hint: Hint) -> StatusSegment {
    StatusSegment(
      [Span(hint.key, hint.isAvailable ? "hint.key" : "hint"), Span(" \(hint.label)", "hint")],
      priority: hint.priority)
  }
}
