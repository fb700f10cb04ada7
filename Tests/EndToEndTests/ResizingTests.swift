import TerminalTestSupport
import Testing

extension EndToEnd {
  /// Sizes that change while something is open.
  @Suite struct Resizing {
    @Test func `a form keeps what was typed through every size, even one that shows nothing`() throws {
      let home = try Home()
      let program = try home.start("--demo")
      try program.see("● live since")
      try program.beginInvoice(for: "Resized & Sons")
      for size in [(20, 5), (80, 24), (120, 36), (20, 5), (120, 36), (80, 24)] {
        program.resize(width: size.0, height: size.1)
        try program.see("a form of \(size.0)x\(size.1)") { screen in
          guard size.0 > 20 else { return screen.lines[0].hasPrefix("Too small") }
          return screen.text.contains("[ Resized & Sons") && screen.lines[size.1 - 1].contains("^S save")
            && screen.lines[0].count > size.0 - 5
        }
      }
      program.send("!")
      try program.see("[ Resized & Sons! ")
    }

    @Test func `a screen that is too small says what it needs and that nothing is lost`() throws {
      let home = try Home()
      let program = try home.start("--demo", size: (39, 9))
      try program.see("Too small: 40x10 at least.")
      program.resize(width: 40, height: 10)
      try program.see("live")
      program.send("n")
      try program.see("FORM")
      program.resize(width: 39, height: 10)
      try program.see("that it is kept") { $0.lines.joined(separator: " ").contains("What you typed is kept.") }
    }

    @Test func `each size is drawn over all of its lines`() throws {
      let home = try Home()
      let program = try home.start("--demo")
      try program.see("● live since")
      try program.open("2", "Invoices")
      for (width, height) in [(120, 36), (80, 24), (200, 60), (40, 10), (110, 24)] {
        program.resize(width: width, height: height)
        try program.see("a list of \(width)x\(height)") { screen in
          screen.lines[0].contains("Fernhill") && screen.lines[height - 1].contains("open")
            && screen.lines.contains { $0.contains("INV-000400") } && screen.lines[height - 1].hasSuffix("LIST")
        }
      }
    }
  }
}
