import Testing

@testable import invoicematic

@Suite struct SpellingTests {
  @Test(arguments: [
    ("base_ulr", "base_url"), ("theem", "theme"), ("read-only", "read_only"), ("base_urll", "base_url"),
  ])
  func `a word with a slip in it is recognised`(written: String, meant: String) {
    #expect(Spelling.nearest(to: written, in: ["base_url", "read_only", "theme"]) == meant)
  }

  @Test func `a word that resembles none is left alone`() {
    #expect(Spelling.nearest(to: "colour", in: ["base_url", "theme"]) == nil)
  }

  @Test(arguments: [("", "", 0), ("ab", "ba", 1), ("theme", "them", 1), ("theme", "tree", 2)])
  func `two words differ by so many slips`(one: String, other: String, slips: Int) {
    #expect(Spelling.distance(one, other) == slips)
  }
}
