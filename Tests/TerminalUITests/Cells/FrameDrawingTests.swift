import Testing

@testable import TerminalUI

@Suite struct FrameDrawingTests {
  private func frame(_ width: Int, _ height: Int = 1) -> Frame { Frame(size: Size(width: width, height: height)) }

  @Test func `text is cut at the edge of the frame`() {
    var frame = frame(6)
    frame.write("Northwind", x: 2, y: 0)
    #expect(frame.characters == ["  Nor…"])
  }

  @Test func `text left of the frame shows its rest`() {
    var frame = frame(4)
    frame.write("abcdef", x: -2, y: 0, width: 6)
    #expect(frame.characters == ["cdef"])
    frame.write("漢字", x: -1, y: 0)
    #expect(frame.characters == [" 字f"])
  }

  @Test func `drawing outside does nothing`() {
    var frame = frame(3, 2)
    let before = frame
    frame.write("x", x: 0, y: 2)
    frame.write("x", x: 3, y: 0)
    frame.write("x", x: 0, y: -1)
    frame.write("x", x: 0, y: 0, width: 0)
    frame.fill(Rect(x: 5, y: 5, width: 4, height: 4), ground: "overlay")
    frame.paint(Rect(x: -9, y: 0, width: 4, height: 1), role: "error")
    frame.box(Rect(x: 0, y: 0, width: 1, height: 1))
    #expect(frame == before)
  }

  @Test(arguments: [(Alignment.leading, "ab    "), (.trailing, "    ab"), (.center, "  ab  ")])
  func `text is aligned in its width`(alignment: Alignment, line: String) {
    var frame = frame(6)
    frame.write("ab", x: 0, y: 0, width: 6, align: alignment)
    #expect(frame.characters == [line])
  }

  @Test func `overwriting half of a wide character blanks the other half`() {
    var left = frame(4)
    left.write("漢字", x: 0, y: 0)
    left.write("x", x: 0, y: 0)
    #expect(left.characters == ["x 字"])
    var right = frame(4)
    right.write("漢字", x: 0, y: 0)
    right.write("x", x: 1, y: 0)
    #expect(right.characters == [" x字"])
    var across = frame(4)
    across.write("漢字", x: 0, y: 0)
    across.write("語", x: 1, y: 0)
    #expect(across.characters == [" 語 "])
  }

  @Test func `a fill that cuts a wide character leaves no half`() {
    var frame = frame(5)
    frame.write("漢字", x: 0, y: 0)
    frame.fill(Rect(x: 1, y: 0, width: 2, height: 1), ground: "overlay")
    #expect(frame.characters == ["     "])
    #expect(frame.cells.map(\.width) == [1, 1, 1, 1, 1])
  }

  @Test func `text without a ground keeps the ground underneath`() {
    var frame = frame(3)
    frame.fill(frame.bounds, ground: "selection")
    frame.write("a", x: 0, y: 0)
    frame.write("b", x: 1, y: 0, ground: "overlay")
    #expect(frame.cells.map(\.ground) == ["selection", "overlay", "selection"])
  }

  @Test func `spans are cut together and say that something is missing`() {
    var frame = frame(8)
    frame.write([Span("Doe ", "text"), Span("Industries", "title")], in: frame.bounds)
    #expect(frame.characters == ["Doe Ind…"])
    var edge = self.frame(4)
    edge.write([Span("Doe!", "text"), Span("more", "title")], in: edge.bounds)
    #expect(edge.characters == ["Doe…"])
    var trailing = self.frame(8)
    trailing.write(["a", "bc"], in: trailing.bounds, align: .trailing)
    #expect(trailing.characters == ["     abc"])
  }

  @Test func `a box carries texts in its border`() {
    var frame = frame(30, 3)
    frame.box(frame.bounds, title: ["Plan"], trailing: ["2 review"], footer: ["⏎ open"], footerTrailing: ["3 of 7"])
    #expect(
      frame.characters == [
        "╭─ Plan ────────── 2 review ─╮",
        "│                            │",
        "╰─ ⏎ open ────────── 3 of 7 ─╯",
      ])
  }

  @Test func `a narrow box drops the trailing text, then cuts the title`() {
    var frame = frame(14, 2)
    frame.box(frame.bounds, title: ["Invoices"], trailing: ["28"], style: .heavy)
    #expect(frame.characters == ["┏━ Invoices ━┓", "┗━━━━━━━━━━━━┛"])
    var narrow = self.frame(10, 2)
    narrow.box(narrow.bounds, title: ["Invoices"])
    #expect(narrow.characters[0] == "╭─ Invo…─╮")
  }

  @Test func `what lies under an overlay loses its meaning and keeps its text`() {
    var frame = frame(3)
    frame.write("abc", x: 0, y: 0, role: "error", ground: "selection")
    frame.dim(frame.bounds)
    #expect(frame.characters == ["abc"])
    #expect(frame.roles == ["aaa", "a text.dim"])
  }

  @Test func `a frame in ASCII keeps its columns`() {
    var frame = frame(20, 3)
    frame.box(frame.bounds, title: ["Zoë – 漢"])
    frame.write("▲◐●○✓· → ±", x: 1, y: 1)
    #expect(
      GlyphSet.asciiOnly(frame).characters == ["+- Zoe - ?? -------+", "|^%*o+. > +        |", "+------------------+"])
  }

  @Test func `every sign has an ASCII one of one column`() {
    for child in Mirror(reflecting: GlyphSet.ascii).children {
      let sign = child.value as? String ?? ""
      #expect(DisplayText.isASCII(sign) && sign.count == 1)
      #expect(sign != "?" || child.label == "unknown", "\(child.label ?? "")")
    }
  }

  @Test func `any frame becomes ASCII`() {
    var frame = frame(0x40, 0x400)
    for value in UInt32(0)..<0x10000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      frame.write(String(scalar), x: Int(value % 0x40), y: Int(value / 0x40))
    }
    for line in GlyphSet.asciiOnly(frame).characters { #expect(DisplayText.isASCII(line) && line.utf8.count == 0x40) }
  }
}
