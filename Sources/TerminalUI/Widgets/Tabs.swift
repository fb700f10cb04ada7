/// A line of tabs, the current one in brackets: ` 1 Dash  [2 Invoices 412]  3 Customers 87 `.
package struct Tabs: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    package var label: String
    /// Shown behind the label while there is room for all of them.
    package var detail: String

    package init(_ label: String, detail: String = "") {
      self.label = label
      self.detail = detail
    }
  }

  package var tabs: [Tab]
  package var current: Int

  package init(_ tabs: [Tab], current: Int) {
    self.tabs = tabs
    self.current = current
  }

  /// Draws as much as fits: with details, without them, close together, with the name of the current tab alone.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let room = rect.top(1)
    let forms = [
      spans(details: true, names: true), spans(details: false, names: true),
      spans(details: false, names: true, gap: ""), spans(details: false, names: false),
    ]
    let fitting = forms.first { width(of: $0) <= room.width } ?? forms[3]
    frame.write(fitting, in: room)
  }

  private func width(of spans: [Span]) -> Int { spans.reduce(0) { $0 + DisplayText.width($1.text) } }

  private func spans(details: Bool, names: Bool, gap: Span = " ") -> [Span] {
    tabs.enumerated().flatMap { index, tab -> [Span] in
      let isCurrent = index == current
      let label = names || isCurrent ? tab.label : String(tab.label.prefix { !$0.isWhitespace })
      let role: Role = isCurrent ? "tab.current" : "tab"
      var spans = [Span(isCurrent ? "[" : " ", role), Span(label, role)]
      if details, !tab.detail.isEmpty { spans.append(Span(" \(tab.detail)", isCurrent ? role : "tab.count")) }
      spans.append(Span(isCurrent ? "]" : " ", role))
      return index == 0 || gap.text.isEmpty ? spans : [gap] + spans
    }
  }
}
