/// A part of a status bar: a few words that stand or fall together.
package struct StatusSegment: Hashable, Sendable {
  package var spans: [Span]
  /// Which parts stay when space lacks: the lowest goes first, of equal ones the last.
  package var priority: Int

  package init(_ spans: [Span], priority: Int = 0) {
    self.spans = spans
    self.priority = priority
  }

  package init(_ text: String, role: Role = "text", priority: Int = 0) {
    self.init([Span(text, role)], priority: priority)
  }

  var width: Int { spans.reduce(0) { $0 + DisplayText.width($1.text) } }
}

/// One line of state: parts from the left and from the right, as many as fit.
package struct StatusBar: Hashable, Sendable {
  package var leading: [StatusSegment]
  package var trailing: [StatusSegment]
  package var separator: String
  package var ground: Role?

  package init(
    leading: [StatusSegment], trailing: [StatusSegment] = [], separator: String = "   ", ground: Role? = nil
  ) {
    self.leading = leading
    self.trailing = trailing
    self.separator = separator
    self.ground = ground
  }

  /// Which segments fit into so many columns, as offsets into `leading + trailing`; the most important always stays.
  package func kept(in columns: Int) -> [Int] {
    let segments = leading + trailing
    let gap = DisplayText.width(separator)
    var kept = segments.indices.filter { segments[$0].width > 0 }
    while kept.count > 1, kept.reduce(-gap, { $0 + segments[$1].width + gap }) > columns {
      let least = kept.min { (segments[$0].priority, $1) < (segments[$1].priority, $0) }
      kept.removeAll { $0 == least }
    }
    return kept
  }

  /// Draws with a blank column at either end.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    if let ground { frame.fill(rect.top(1), ground: ground) }
    let room = rect.top(1).inset(columns: 1, rows: 0)
    let kept = kept(in: room.width)
    frame.write(line(kept.filter { $0 < leading.count }.map { leading[$0] }), in: room)
    let right = line(kept.filter { $0 >= leading.count }.map { trailing[$0 - leading.count] })
    frame.write(right, in: room, align: .trailing)
  }

  private func line(_ segments: [StatusSegment]) -> [Span] {
    Array(segments.map(\.spans).joined(separator: [Span(separator, "text.dim")]))
  }
}
