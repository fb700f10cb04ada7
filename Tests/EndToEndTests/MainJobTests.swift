import TerminalTestSupport
import Testing

extension EndToEnd {
  /// What the program is for: an invoice, and its payment.
  @Suite struct MainJob {
    @Test func `an invoice of two catalogue lines is written, shown and paid`() throws {
      let home = try Home()
      let program = try home.start("--demo")
      try program.see("● live since")
      try program.open("2", "Invoices")
      try program.see("INV-000400")
      program.send("n")
      try program.see("▸ New invoice INV-000401")
      try program.pick("Bright Harb", "Bright Harbour Clinic")
      program.send("\t\t\t\t")
      try program.see("▶1")
      try program.pick("Accessib", "Accessibility Review")
      try program.see("$960.00")
      program.send("\(Keys.clear)2")
      try program.see("TOTAL          $1,920.00")
      program.send("\r\r")
      try program.see("▶2")
      try program.pick("Brand", "Brand Guidelines")
      try program.see("TOTAL          $3,720.00")
      program.send(Keys.save)
      try program.see("Saved invoice INV-000401.")
      try program.see("the new invoice in the list") {
        $0.lines.contains {
          $0.hasPrefix("▶  INV-000401  Bright Harbour Clinic") && $0.contains("·  DRAFT ") && $0.hasSuffix(" 3,720.00")
        }
      }

      program.send("p")
      try program.see("─ Payment of INV-000401 ─")
      try program.see("✓ PAID")
      program.send(Keys.save)
      try program.see("takes it back")
      try program.see("Recorded payment PAY-")
      try program.see("the paid invoice in the list") {
        $0.lines.contains { $0.hasPrefix("▶  INV-000401") && $0.contains("✓  PAID") && $0.hasSuffix(" 0.00") }
      }
    }

    @Test func `more than the balance is refused with the reason, and stays in the form`() throws {
      let home = try Home()
      let program = try home.start("--demo")
      try program.see("● live since")
      try program.open("2", "Invoices")
      try program.see("INV-000400")
      program.send("p")
      try program.see("─ Payment of INV-000400 ─")
      try program.see("✓ PAID")
      program.send("\(Keys.clear)999999")
      program.send(Keys.save)
      try program.see("why it is refused") {
        $0.lines.contains { $0.contains("is left over that no open invoice takes") || $0.contains("balance is $") }
      }
      #expect(program.screen.contains { $0.contains("[ 999999 ") })
    }
  }
}

extension PseudoTerminal {
  /// Types the beginning of a name and takes the offer of that name.
  fileprivate func pick(_ beginning: String, _ name: String) throws {
    send(beginning)
    try see("▶ \(name)")
    send("\r")
    try seeNoMore("▶ \(name)")
  }
}
