/// An answer that a dialog offers.
package struct DialogChoice: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case normal
    /// Takes its key letter; Enter never means it.
    case destructive
    /// Taken by Esc too.
    case cancel
  }

  package var key: Character
  package var label: String
  package var kind: Kind

  package init(key: Character, label: String, kind: Kind = .normal) {
    self.key = key
    self.label = label
    self.kind = kind
  }
}

/// A question that must be answered before anything else.
package struct Dialog: Hashable, Sendable {
  package var title: String
  /// Paragraphs; each is wrapped.
  package var body: [String]
  package var choices: [DialogChoice]
  /// The role of the title: `warning` or `error` for what cannot be undone.
  package var titleRole: Role

  package init(title: String, body: [String], choices: [DialogChoice], titleRole: Role = "overlay.title") {
    self.title = title
    self.body = body
    self.choices = choices
    self.titleRole = titleRole
  }

  /// The index of the choice that a key means; nil for none.
  ///
  /// Enter means the first choice that is normal, and only where nothing is destructive; Esc the one that cancels.
  package func answer(to key: Key) -> Int? {
    switch (key.code, key.modifiers) {
    case (.character(let letter), []): choices.firstIndex { $0.key == letter }
    case (.enter, []):
      choices.contains { $0.kind == .destructive } ? nil : choices.firstIndex { $0.kind == .normal }
    case (.escape, []), (.character("c"), .control): choices.firstIndex { $0.kind == .cancel }
    default: nil
    }
  }

  /// The size that shows all of it, at most that of an area.
  package func size(in area: Size, columns: Int = 60) -> Size {
    let width = min(area.width, max(20, columns))
    return Size(width: width, height: min(area.height, lines(width).count + 5))
  }

  /// Draws it in the middle of an area, whose other cells stand back.
  package func draw(in area: Rect, on frame: inout Frame) {
    let rect = area.centered(size(in: area.size))
    guard rect.width > 4, rect.height > 2 else { return }
    frame.dim(area)
    frame.fill(rect, ground: "overlay")
    frame.box(rect, title: [Span(title, titleRole)], style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    // On a screen too low for all, the answers stay and the text is cut.
    let text = rect.height >= 6 ? inside.inset(columns: 0, rows: 1).above(1) : inside.above(1)
    for (index, line) in lines(rect.width).prefix(text.height).enumerated() {
      frame.write(line, x: text.x, y: text.y + index, width: text.width)
    }
    frame.write(answers, in: inside.bottom(1))
    frame.caret = nil
  }

  private func lines(_ width: Int) -> [String] { body.flatMap { DisplayText.wrapped($0, to: width - 4) } }

  private var answers: [Span] {
    choices.enumerated().flatMap { place, choice in
      [
        Span((place == 0 ? "" : "   ") + String(choice.key), "hint.key"),
        Span(" \(choice.label)", choice.kind == .destructive ? "error" : "hint"),
      ]
    }
  }
}
