import CursesTerminal
import TerminalTestSupport
import TerminalUI
import Testing

extension OnPseudoTerminal {
  @Suite struct Colors {
    private static let theme = Theme(
      name: "test",
      styles: [
        "text": Style(foreground: .palette(7)),
        "error": Style(foreground: .rgb(red: 250, green: 10, blue: 20), attributes: .bold),
        "warning": Style(foreground: .palette(11)),
        "selection": Style(background: .rgb(red: 0, green: 0, blue: 40)),
        "surface": Style(background: .rgb(red: 0, green: 0, blue: 0)),
      ])

    /// Draws an error, a warning and a selected blank, and returns the styles that a person would see.
    private func styles(_ environment: [String: String]) throws -> (depth: ColorDepth, cells: [ScreenStyle]) {
      let bench = try TerminalBench(environment: environment, theme: Self.theme)
      var frame = Frame(size: bench.terminal.size)
      frame.write("E", x: 0, y: 0, role: "error")
      frame.write("W", x: 1, y: 0, role: "warning")
      frame.paint(Rect(x: 2, y: 0, width: 1, height: 1), ground: "selection")
      bench.draw(frame)
      #expect(bench.screen.unknown == [])
      return (bench.terminal.colorDepth, (0..<3).map { bench.screen[$0, 0].style })
    }

    @Test func `24-bit colours need nothing but the terminal's word and keep the palette`() throws {
      let (depth, cells) = try styles(["COLORTERM": "truecolor"])
      #expect(depth == .truecolor)
      #expect(cells[0].foreground == .rgb(red: 250, green: 10, blue: 20))
      #expect(cells[0].isBold)
      #expect(cells[1].foreground == .palette(11))
      #expect(!cells[1].isBold)
      #expect(cells[2].background == .rgb(red: 0, green: 1, blue: 40))
    }

    @Test func `black is shown as almost black where its number would be one of the palette`() throws {
      let (_, cells) = try styles(["COLORTERM": "24bit", "TERM": "tmux-256color"])
      #expect(cells[0].background == .rgb(red: 0, green: 1, blue: 0))
    }

    @Test func `a terminal of 256 colours gets the nearest of them`() throws {
      let (depth, cells) = try styles([:])
      #expect(depth == .colors256)
      #expect(cells[0].foreground == .palette(196))
      #expect(cells[1].foreground == .palette(11))
    }

    @Test func `a terminal of eight colours gets the nearest of them`() throws {
      let (depth, cells) = try styles(["TERM": "xterm"])
      #expect(depth == .colors8)
      #expect(cells[0].foreground == .palette(1))
      #expect(cells[0].isBold)
    }

    @Test(arguments: [["TERM": "vt220"], ["NO_COLOR": "1"], ["NO_COLOR": "1", "COLORTERM": "truecolor"]])
    func `without colours what matters is bold or reversed`(environment: [String: String]) throws {
      let (depth, cells) = try styles(environment)
      #expect(depth == .monochrome)
      #expect(cells[0].foreground == .terminal)
      #expect(cells[0].background == .terminal)
      #expect(cells[0].isBold)
      #expect(cells[2].isReversed)
    }

    @Test func `a gap between coloured texts keeps its ground`() throws {
      let bench = try TerminalBench(environment: ["COLORTERM": "truecolor"], theme: Self.theme)
      var frame = Frame(size: bench.terminal.size)
      frame.write("a", x: 0, y: 0, role: "error")
      frame.write("b", x: 3, y: 0, role: "error")
      frame.paint(Rect(x: 2, y: 0, width: 2, height: 1), ground: "selection")
      bench.draw(frame)
      #expect(bench.screen[1, 0].style.background == .rgb(red: 0, green: 1, blue: 0))
      #expect(bench.screen[2, 0].style.background == .rgb(red: 0, green: 1, blue: 40))
    }

    @Test func `a gap between underlined texts is not underlined`() throws {
      let bench = try TerminalBench(theme: Theme(name: "lines", styles: ["link": Style(attributes: .underline)]))
      var frame = Frame(size: bench.terminal.size)
      frame.write("a", x: 0, y: 0, role: "link")
      frame.write("b", x: 2, y: 0, role: "link")
      bench.draw(frame)
      #expect((0..<3).map { bench.screen[$0, 0].style.isUnderlined } == [true, false, true])
    }

    @Test func `GNU screen, which misreads 24-bit colours, is not sent any`() throws {
      let (depth, _) = try styles(["TERM": "screen-256color", "COLORTERM": "truecolor", "STY": "1.pts"])
      #expect(depth == .colors256)
    }

    @Test func `the user's palette is never changed`() throws {
      let bench = try TerminalBench(environment: ["COLORTERM": "truecolor"], theme: Self.theme)
      bench.draw("x", role: "error")
      bench.terminal.close()
      bench.receive()
      #expect(bench.screen.commands == [])
    }
  }
}
