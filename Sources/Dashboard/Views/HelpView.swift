import TerminalUI

/// All keys of this place by chapter, straight from the commands; those that cannot run say why.
struct HelpView {
  private static let columnWidth = 37
  /// Columns of the keys, in front of what they do.
  private static let keysWidth = 11

  let help: HelpState
  let state: State

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = Self.box(in: bounds)
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span("Keys here: \(state.placeTitle)", "overlay.title")],
      trailing: [Span("type to search", "text.dim")],
      footer: [Span("Esc", "hint.key"), Span(" close  ", "hint"), Span("↓ ↑", "hint.key"), Span(" scroll", "hint")],
      footerTrailing: [Span("\(commands.count) commands", "text.dim")], style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    frame.write("⌕", x: inside.x, y: inside.y, role: "text.dim")
    TextFieldView(field: help.query, placeholder: "", isFocused: true)
      .draw(in: Rect(x: inside.x + 2, y: inside.y, width: inside.width - 2, height: 1), on: &frame)
    drawChapters(in: inside.below(2), on: &frame)
  }

  /// How far the chapters can be scrolled on this screen, in rows.
  var scrollLimit: Int {
    let area = Self.box(in: Rect(state.size)).inset(columns: 2, rows: 1).below(2)
    return max(0, rowsPerColumn(in: area) - area.height)
  }

  private static func box(in bounds: Rect) -> Rect {
    bounds.inset(columns: bounds.width >= 100 ? 3 : 0, rows: bounds.height >= 30 ? 1 : 0)
  }

  private func rowsPerColumn(in area: Rect) -> Int {
    let columns = max(1, area.width / Self.columnWidth)
    return max(area.height, (lines.count + columns - 1) / columns)
  }

  private var commands: [Command] {
    let query = help.query.text.trimmingBlanks
    return Registry.commands.filter { command in
      guard command.modes.contains(state.mode), command.availability(state) != .absent else { return false }
      return query.isEmpty || FuzzySearch.match(query, in: "\(command.title) \(command.help)") != nil
    }
  }

  /// The chapters flow into as many columns as fit; the order is the one of the groups.
  private func drawChapters(in rect: Rect, on frame: inout Frame) {
    let columns = max(1, rect.width / Self.columnWidth)
    let lines = self.lines
    let perColumn = rowsPerColumn(in: rect)
    let offset = max(0, min(help.offset, perColumn - rect.height))
    for column in 0..<columns {
      let area = Rect(
        x: rect.x + column * Self.columnWidth, y: rect.y, width: min(Self.columnWidth - 2, rect.width),
        height: rect.height)
      for (index, line) in lines.dropFirst(column * perColumn).prefix(perColumn).dropFirst(offset).prefix(area.height)
        .enumerated()
      {
        line.draw(in: area.row(index), on: &frame)
      }
    }
  }

  /// Chapter by chapter; what has no key comes last, since it is not what one looks for here.
  private var lines: [DetailLine] {
    let commands = self.commands
    let chapters = CommandGroup.allCases.flatMap { group in
      chapter(group.rawValue, commands.filter { $0.group == group && !$0.keys.isEmpty })
    }
    return (chapters + chapter("By name", commands.filter(\.keys.isEmpty)))
      .flatMap { $0.rows(in: Self.columnWidth - 2) }
  }

  private func chapter(_ title: String, _ members: [Command]) -> [DetailLine] {
    members.isEmpty ? [] : [DetailLine(heading: title)] + members.flatMap(lines) + [.blank]
  }

  private func lines(_ command: Command) -> [DetailLine] {
    let keys = command.keys.isEmpty ? ":" : command.keys.map(\.symbol).joined(separator: " ")
    let padded = keys + String(repeating: " ", count: max(1, Self.keysWidth - DisplayText.width(keys)))
    guard case .unavailable(let reason) = command.availability(state) else {
      return [DetailLine([Span(padded, "hint.key"), Span(command.title)])]
    }
    return [
      DetailLine([Span(padded, "text.dim"), Span(command.title, "text.dim")]),
      .text(below: reason, indent: Self.keysWidth, role: "warning"),
    ]
  }
}
