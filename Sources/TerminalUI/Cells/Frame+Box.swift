/// The lines that a box is drawn with: rounded for panels, heavy for what lies above them.
package enum BoxStyle: Hashable, Sendable {
  case rounded, heavy

  var lines: BoxLines { self == .rounded ? .rounded : .heavy }
}

/// The six characters of a box.
struct BoxLines {
  let topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical: Glyph

  init(_ lines: String) {
    let glyphs = DisplayText.glyphs(lines)
    (topLeft, topRight, bottomLeft) = (glyphs[0], glyphs[1], glyphs[2])
    (bottomRight, horizontal, vertical) = (glyphs[3], glyphs[4], glyphs[5])
  }

  static let rounded = BoxLines("╭╮╰╯─│")
  static let heavy = BoxLines("┏┓┗┛━┃")
}

extension Frame {
  /// Draws a border with texts set into it: `╭─ title ──── trailing ─╮` above, the footers below.
  ///
  /// What does not fit is cut; a trailing text that would touch the leading one is left out. The inside stays.
  package mutating func box(
    _ rect: Rect, title: [Span] = [], trailing: [Span] = [], footer: [Span] = [], footerTrailing: [Span] = [],
    style: BoxStyle = .rounded, role: Role = "border", ground: Role? = nil
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let lines = style.lines
    for x in rect.x + 1..<rect.maxX - 1 {
      put(lines.horizontal, x: x, y: rect.y, role: role, ground: ground)
      put(lines.horizontal, x: x, y: rect.maxY - 1, role: role, ground: ground)
    }
    for y in rect.y + 1..<rect.maxY - 1 {
      put(lines.vertical, x: rect.x, y: y, role: role, ground: ground)
      put(lines.vertical, x: rect.maxX - 1, y: y, role: role, ground: ground)
    }
    put(lines.topLeft, x: rect.x, y: rect.y, role: role, ground: ground)
    put(lines.topRight, x: rect.maxX - 1, y: rect.y, role: role, ground: ground)
    put(lines.bottomLeft, x: rect.x, y: rect.maxY - 1, role: role, ground: ground)
    put(lines.bottomRight, x: rect.maxX - 1, y: rect.maxY - 1, role: role, ground: ground)
    set(title, trailing, into: rect.top(1), ground: ground)
    set(footer, footerTrailing, into: rect.bottom(1), ground: ground)
  }

  /// Sets texts into one border row, a blank on either side of each.
  private mutating func set(_ leading: [Span], _ trailing: [Span], into row: Rect, ground: Role?) {
    let room = row.inset(columns: 2, rows: 0)
    let leadingWidth = min(width(of: leading), room.width)
    if leadingWidth > 2 {
      write([" "] + leading + [" "], in: room, ground: ground)
    }
    let trailingWidth = width(of: trailing)
    let used = leadingWidth > 2 ? leadingWidth + 1 : 0
    if trailingWidth > 2, trailingWidth <= room.width - used {
      write([" "] + trailing + [" "], in: room.right(trailingWidth), ground: ground)
    }
  }

  private func width(of spans: [Span]) -> Int { spans.reduce(2) { $0 + DisplayText.width($1.text) } }
}
