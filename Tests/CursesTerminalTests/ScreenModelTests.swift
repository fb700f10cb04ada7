import TerminalTestSupport
import Testing

@Suite struct ScreenModelTests {
  private func screen(_ text: String, width: Int = 10, height: Int = 4) -> ScreenModel {
    var screen = ScreenModel(width: width, height: height)
    screen.feed(text.utf8)
    return screen
  }

  @Test func `text wraps at the edge only when more follows`() {
    #expect(screen("0123456789").row == 0)
    #expect(screen("0123456789a").lines == ["0123456789", "a", "", ""])
  }

  @Test func `the cursor goes where it is sent`() {
    #expect(screen("\u{1B}[2;3Hx\u{1B}[1dy\u{1B}[1Gz").lines == ["z  y", "  x", "", ""])
  }

  @Test func `erasing keeps the background`() {
    let screen = screen("abc\u{1B}[44m\u{1B}[1;2H\u{1B}[K")
    #expect(screen.lines[0] == "a")
    #expect(screen[5, 0].style.background == .palette(4))
  }

  @Test func `characters are inserted, deleted, erased and repeated`() {
    #expect(screen("abcd\u{1B}[1;2H\u{1B}[2@").lines[0] == "a  bcd")
    #expect(screen("abcd\u{1B}[1;2H\u{1B}[2P").lines[0] == "ad")
    #expect(screen("abcd\u{1B}[1;2H\u{1B}[2X").lines[0] == "a  d")
    #expect(screen("a\u{1B}[3b").lines[0] == "aaaa")
  }

  @Test func `a line feed at the end of a region scrolls the region alone`() {
    #expect(screen("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[3;1H\n").lines == ["a", "c", "", "d"])
    #expect(screen("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[2;1H\u{1B}M").lines == ["a", "", "b", "d"])
  }

  @Test func `colours of all kinds are understood`() {
    let screen = screen("\u{1B}[1;31;48;5;200ma\u{1B}[38;2;1;2;3;49mb\u{1B}[mc\u{1B}[97md")
    #expect(screen[0, 0].style.foreground == .palette(1))
    #expect(screen[0, 0].style.background == .palette(200))
    #expect(screen[1, 0].style.foreground == .rgb(red: 1, green: 2, blue: 3))
    #expect(screen[1, 0].style.isBold)
    #expect(screen[2, 0].style == ScreenStyle())
    #expect(screen[3, 0].style.foreground == .palette(15))
  }

  @Test func `the alternate screen gives the ordinary one back`() {
    let screen = screen("shell\u{1B}[?1049hprogram\u{1B}[?1049l")
    #expect(screen.lines[0] == "shell")
    #expect(screen.column == 5)
  }

  @Test func `lines of the graphics set are drawn`() {
    #expect(screen("\u{1B}(0lqk\u{1B}(Bq").lines[0] == "┌─┐q")
  }

  @Test func `titles and what is not understood are kept`() {
    let screen = screen("\u{1B}]2;Invoices\u{1B}\\\u{1B}[5y")
    #expect(screen.title == "Invoices")
    #expect(screen.unknown == ["CSI 5y"])
  }
}
