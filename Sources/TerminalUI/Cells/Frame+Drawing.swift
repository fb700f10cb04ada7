extension Frame {
  /// Writes a line of text, cut with an ellipsis to a width and to the frame.
  ///
  /// It pads nothing. Without a ground the ground of the cells underneath stays. An alignment needs a width.
  package mutating func write(
    _ text: String, x: Int, y: Int, width: Int? = nil, role: Role = "text", ground: Role? = nil,
    align: Alignment = .leading
  ) {
    let columns = min(width ?? size.width - x, size.width - x)
    guard y >= 0, y < size.height, columns > 0 else { return }
    if x >= 0, align == .leading, text.utf8.count <= columns, DisplayText.isASCII(text) {
      var column = x
      for byte in text.utf8 {
        put(DisplayText.asciiGlyphs[Int(byte)], x: column, y: y, role: role, ground: ground)
        column += 1
      }
      return
    }
    let glyphs = DisplayText.clipped(DisplayText.glyphs(text), to: columns, ellipsis: "…")
    var column = x + align.offset(of: glyphs.reduce(0) { $0 + $1.width }, in: columns)
    for glyph in glyphs {
      put(glyph, x: column, y: y, role: role, ground: ground)
      column += glyph.width
    }
  }

  /// Writes a line of several meanings into the first row of an area, cut with an ellipsis.
  package mutating func write(
    _ spans: [Span], in rect: Rect, align: Alignment = .leading, ground: Role? = nil
  ) {
    let widths = spans.map { DisplayText.width($0.text) }
    let total = widths.reduce(0, +)
    var column = rect.x + align.offset(of: total, in: rect.width)
    for (index, span) in spans.enumerated() where rect.height > 0 && column < rect.maxX {
      // A span that ends exactly at the edge is cut for the mark when more would follow.
      let isCut = total > rect.width && column + widths[index] >= rect.maxX
      let text = isCut && column + widths[index] == rect.maxX ? span.text + "…" : span.text
      write(text, x: column, y: rect.y, width: rect.maxX - column, role: span.role, ground: ground)
      column += widths[index]
      if isCut { return }
    }
  }

  /// Makes an area blank, on a ground.
  package mutating func fill(_ rect: Rect, ground: Role = "surface") {
    let blank = Cell(ground: ground)
    for y in rows(of: rect) {
      for x in columns(of: rect) { replace(x, y, with: blank) }
    }
  }

  /// Changes what cells mean and leaves their text.
  package mutating func paint(_ rect: Rect, role: Role? = nil, ground: Role? = nil) {
    for y in rows(of: rect) {
      for x in columns(of: rect) {
        if let role { cells[y * size.width + x].role = role }
        if let ground { cells[y * size.width + x].ground = ground }
      }
    }
  }

  /// Takes the meaning from what lies under an overlay, so that it stands back.
  package mutating func dim(_ rect: Rect) { paint(rect, role: "text.dim", ground: "surface") }

  /// Sets one glyph; of a wide one that does not fit nothing but a blank is left.
  mutating func put(_ glyph: Glyph, x: Int, y: Int, role: Role, ground: Role?) {
    guard x >= 0, y >= 0, x < size.width, y < size.height else {
      // The right half of a character whose left half lies outside.
      if x == -1, glyph.width == 2 { put(Glyph(" "), x: 0, y: y, role: role, ground: ground) }
      return
    }
    let ground = ground ?? cells[y * size.width + x].ground
    guard glyph.width == 2 else {
      replace(x, y, with: Cell(glyph.text, role: role, ground: ground))
      return
    }
    guard x + 1 < size.width else {
      replace(x, y, with: Cell(role: role, ground: ground))
      return
    }
    replace(x, y, with: Cell(role: role, ground: ground))
    replace(x + 1, y, with: Cell("", width: 0, role: role, ground: ground))
    cells[y * size.width + x] = Cell(glyph.text, width: 2, role: role, ground: ground)
  }

  /// Sets a narrow cell inside the frame and blanks the other half of a wide character that it breaks.
  private mutating func replace(_ x: Int, _ y: Int, with cell: Cell) {
    let index = y * size.width + x
    if cells[index].width != 1 {
      let other = cells[index].width == 2 ? index + 1 : index - 1
      cells[other].text = " "
      cells[other].width = 1
    }
    cells[index] = cell
  }

  private func rows(of rect: Rect) -> Range<Int> {
    let low = max(0, min(rect.y, size.height))
    return low..<max(low, min(rect.maxY, size.height))
  }

  private func columns(of rect: Rect) -> Range<Int> {
    let low = max(0, min(rect.x, size.width))
    return low..<max(low, min(rect.maxX, size.width))
  }
}
