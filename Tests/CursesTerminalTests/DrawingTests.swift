import CursesTerminal
import TerminalTestSupport
import TerminalUI
import Testing

extension OnPseudoTerminal {
  @Suite struct Drawing {
    @Test func `a frame appears on the alternate screen, character by character`() throws {
      let bench = try TerminalBench(width: 40, height: 10)
      var frame = Frame(size: bench.terminal.size)
      for row in 0..<10 { frame.write("row \(row) ", x: row, y: row) }
      frame.write("╭─ Zürich ─╮", x: 20, y: 4)
      bench.draw(frame)
      #expect(bench.screen.isAlternate)
      #expect(bench.screen.lines == frame.characters.map(withoutTrailingBlanks))
      #expect(bench.screen.unknown == [])
    }

    @Test func `every corner of the screen can be written, the last one too`() throws {
      let bench = try TerminalBench(width: 20, height: 5)
      var frame = Frame(size: bench.terminal.size)
      for y in 0..<5 { frame.write(String(repeating: "\(y)", count: 20), x: 0, y: y) }
      bench.draw(frame)
      #expect(bench.screen.lines == (0..<5).map { String(repeating: "\($0)", count: 20) })
    }

    @Test func `wide characters take two columns and marks none`() throws {
      let bench = try TerminalBench(width: 20, height: 4)
      bench.draw("株e\u{301}社|")
      #expect(bench.screen[0, 0].text == "株")
      #expect(bench.screen[2, 0].text == "e\u{301}")
      #expect(bench.screen[3, 0].text == "社")
      #expect(bench.screen[5, 0].text == "|")
    }

    @Test func `what follows stays in its column when this system cannot print a character`() throws {
      let bench = try TerminalBench(width: 20, height: 4)
      var frame = Frame(size: bench.terminal.size)
      frame[0, 0] = Cell("\u{E0FFF}")
      frame[1, 0] = Cell("\u{378}", width: 2)
      frame[2, 0] = Cell("", width: 0)
      frame[3, 0] = Cell("|")
      bench.draw(frame)
      #expect(bench.screen[0, 0].text == "\u{FFFD}")
      #expect(bench.screen[1, 0].text == "\u{FFFD}")
      #expect(bench.screen[3, 0].text == "|")
    }

    @Test func `half a wide character at the edge is left blank`() throws {
      let bench = try TerminalBench(width: 4, height: 2)
      var frame = Frame(size: bench.terminal.size)
      frame.write("abc", x: 0, y: 0)
      frame[3, 0] = Cell("株", width: 2)
      bench.draw(frame)
      #expect(bench.screen.lines.first == "abc")
    }

    @Test func `the caret is shown where the frame has one and hidden where it has none`() throws {
      let bench = try TerminalBench()
      var frame = Frame(size: bench.terminal.size)
      frame.caret = Point(x: 7, y: 3)
      bench.draw(frame)
      #expect(bench.screen.isCaretVisible)
      #expect((bench.screen.column, bench.screen.row) == (7, 3))
      frame.caret = nil
      bench.draw(frame)
      #expect(!bench.screen.isCaretVisible)
    }

    @Test func `the same frame again sends nothing`() throws {
      let bench = try TerminalBench()
      bench.draw("unchanged")
      #expect(bench.draw("unchanged") == [])
    }

    @Test func `after invalidation everything is sent again`() throws {
      let bench = try TerminalBench()
      bench.draw("precious")
      bench.terminal.invalidate()
      let bytes = String(decoding: bench.draw("precious"), as: UTF8.self)
      #expect(bytes.contains("precious"))
      #expect(bench.screen.lines.first == "precious")
    }

    @Test func `another theme changes colours of a frame that is on the screen`() throws {
      let bench = try TerminalBench(theme: Theme(name: "one", styles: ["text": Style(foreground: .palette(1))]))
      bench.draw("x")
      bench.theme = Theme(name: "two", styles: ["text": Style(foreground: .palette(2))])
      bench.draw("x")
      #expect(bench.screen[0, 0].style.foreground == .palette(2))
    }

    @Test func `what is sent beside frames arrives as it is`() throws {
      let bench = try TerminalBench()
      bench.draw("text")
      bench.terminal.send("\u{1B}]2;ledger\u{7}")
      bench.receive()
      #expect(bench.screen.title == "ledger")
      #expect(bench.screen.lines.first == "text")
    }

    @Test func `a frame of another size than the screen is cut, never an error`() throws {
      let bench = try TerminalBench(width: 10, height: 3)
      var frame = Frame(size: Size(width: 30, height: 9))
      for y in 0..<9 { frame.write(String(repeating: "\(y)", count: 30), x: 0, y: y) }
      bench.draw(frame)
      #expect(bench.screen.lines == ["0000000000", "1111111111", "2222222222"])
    }
  }
}

/// As the model tells rows.
private func withoutTrailingBlanks(_ row: String) -> String {
  String(row.reversed().drop { $0 == " " }.reversed())
}
