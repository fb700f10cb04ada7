@testable import CursesTerminal
import Testing

@Suite struct CapabilityTests {
  @Test(arguments: [
    ("\u{1B}[m\u{F}$<2>", "\u{1B}[m\u{F}"), ("$<5/>a$<1*>b", "ab"), ("cost $5", "cost $5"), ("open $<2", "open $<2"),
    ("", ""),
  ]) func `marks for padding are left out, other dollars stay`(sequence: String, sent: String) {
    #expect(Capability.withoutPadding(sequence) == sent)
  }

  @Test func `no colour of a theme is taken for one of the palette`() {
    #expect(Palette.number(red: 0, green: 0, blue: 0) == 0x100)
    #expect(Palette.number(red: 0, green: 0, blue: 255) == 0x1FF)
    #expect(Palette.number(red: 1, green: 2, blue: 3) == 0x010203)
  }
}
