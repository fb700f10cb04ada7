import Testing

@testable import TerminalUI

@Suite struct FramePlanesTests {
  @Test func `the second plane has a letter for each meaning and says which`() {
    let frame = screen(5, 2) { _, frame in
      frame.write("ab", x: 0, y: 0, role: "error")
      frame.write("cd", x: 1, y: 1, role: "error", ground: "selection")
      frame.write("漢", x: 3, y: 0, role: "title")
    }
    #expect(frame.characters == ["ab 漢", " cd  "])
    #expect(frame.roles == ["aa.bb", ".cc..", "a error", "b title", "c error on selection"])
  }

  @Test func `more meanings than letters are told as unknown`() {
    let frame = screen(60, 1) { _, frame in
      for x in 0..<60 { frame.write("x", x: x, y: 0, role: Role("role\(x)")) }
    }
    #expect(frame.roles.first?.suffix(9) == "Z????????")
  }
}
