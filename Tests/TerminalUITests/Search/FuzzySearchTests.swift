import Testing

@testable import TerminalUI

@Suite struct FuzzySearchTests {
  private func ranked(_ query: String, _ candidates: [String]) -> [String] {
    candidates.compactMap { text in FuzzySearch.match(query, in: text).map { (text, $0.score) } }
      .sorted { $0.1 > $1.1 }.map(\.0)
  }

  @Test(arguments: [
    ("doe", ["Doernbecher Clinic", "Jane Doeringer", "Dover Estates"]),
    ("pay", ["Payments", "Record payment", "Partly"]),
    ("rp", ["Record payment", "Harp", "Grape"]), ("inv 371", ["Invoice 371", "Invoice 3 of 71"]),
  ])
  func `runs and starts of words come first`(query: String, order: [String]) {
    #expect(ranked(query, order.reversed()) == order.filter { FuzzySearch.match(query, in: $0) != nil })
    #expect(ranked(query, order).first == order.first)
  }

  @Test(arguments: [
    ("zoe", "Zoë"), ("ZOË", "zoe"), ("lodz", "Łódź"), ("nguyen", "Nguyễn"), ("e\u{301}", "É"), ("o'brien", "O'Brien"),
  ])
  func `case and accents do not matter`(query: String, text: String) {
    #expect(FuzzySearch.match(query, in: text) != nil)
  }

  @Test func `all words must match, in any order`() {
    #expect(FuzzySearch.match("doe 371", in: "INV-000371 Doe Industries") != nil)
    #expect(FuzzySearch.match("doe 999", in: "INV-000371 Doe Industries") == nil)
    #expect(FuzzySearch.match("eod", in: "Doe") == nil)
    #expect(FuzzySearch.match("  ", in: "anything") == FuzzyMatch(score: 0, positions: []))
    #expect(FuzzySearch.match("a", in: "") == nil)
  }

  @Test func `positions are the characters that matched`() {
    #expect(FuzzySearch.match("rpay", in: "Record payment")?.positions == [0, 7, 8, 9])
    #expect(FuzzySearch.match("in", in: "Zoë Industries")?.positions == [4, 5])
  }
}
