import Billing
import Testing

struct NumberSequenceTests {
  @Test(arguments: [
    (["INV-000041", "INV-000040"], "INV-000042"), (["INV-000009", "INV-000010"], "INV-000011"), (["7"], "8"),
    (["INV-999", "INV-998"], "INV-1000"), (["INV-1000", "INV-999"], "INV-1001"), (["2026/007/A"], "2026/008/A"),
    (["R\u{2116} 12"], "R\u{2116} 13"), (["A-0"], "A-1"),
  ])
  func `the next number keeps prefix, width and what follows`(known: [String], expected: String) {
    #expect(NumberSequence.next(after: known) == expected)
  }

  @Test func `the highest counts, not the newest`() {
    #expect(NumberSequence.next(after: ["INV-000003", "INV-000117", "INV-000020"]) == "INV-000118")
  }

  @Test func `a stray number does not lead, however high`() {
    #expect(NumberSequence.next(after: ["TEST-9999", "INV-000012", "INV-000011"]) == "INV-000013")
  }

  @Test func `a new pattern leads once most of the newest follow it`() {
    let old = (1...40).reversed().map { "INV-\($0 + 100)" }
    let new = (1...8).reversed().map { "R-00\($0)" }
    #expect(NumberSequence.next(after: new + old) == "R-009")
    #expect(NumberSequence.next(after: Array(new.suffix(2)) + old) == "INV-141")
  }

  @Test func `where nothing ends in digits there is no next`() {
    #expect(NumberSequence.next(after: []) == nil)
    #expect(NumberSequence.next(after: ["draft", ""]) == nil)
    #expect(NumberSequence.next(after: ["1234567890123456789012345"]) == nil)
    #expect(NumberSequence.next(after: ["999999999999999999"]) == nil)
  }

  @Test(arguments: [
    (["INV-000003", "INV-000001"], "INV-000002 is missing"),
    (["INV-000009", "INV-000004", "INV-000005"], "INV-000006 and 2 more are missing"),
    (["INV-2026-3", "INV-2026-1", "INV-2025-9"], "INV-2026-2 is missing"),
    (["INV-3", "INV-2"], nil), (["INV-3"], nil),
  ])
  func `what is missing of a sequence is told in words`(_ known: [String], _ words: String?) throws {
    #expect(try #require(NumberSequence(known: known)).missing?.words == words)
  }

  @Test func `gaps are reported, and no more than asked for`() throws {
    let sequence = try #require(NumberSequence(known: ["INV-000009", "INV-000004", "INV-000006", "INV-000004"]))
    #expect(sequence.gaps() == ["INV-000005", "INV-000007", "INV-000008"])
    #expect(sequence.gaps(limit: 2) == ["INV-000005", "INV-000007"])
    let wide = try #require(NumberSequence(known: ["1", "999999999999999998"]))
    #expect(wide.gaps().count == 20)
    #expect(try #require(NumberSequence(known: ["INV-1", "INV-2"])).gaps().isEmpty)
  }

  @Test func `every kind has a first number`() {
    #expect(
      NumberedKind.allCases.map { $0.proposal(after: []) } == ["INV-000001", "EST-000001", "PAY-000001", "EXP-000001"])
    #expect(NumberedKind.invoice.proposal(after: ["R-7"]) == "R-8")
  }
}

struct YearInNumberTests {
  private let lastYear = ["INV-2026-0042", "INV-2026-0041", "INV-2026-0001"]

  @Test func `within the year the counter goes on`() {
    #expect(NumberSequence.next(after: lastYear, on: day("2026-12-31")) == "INV-2026-0043")
    #expect(NumberSequence.next(after: lastYear) == "INV-2026-0043")
  }

  @Test func `a new year begins again at one`() {
    #expect(NumberSequence.next(after: lastYear, on: day("2027-01-01")) == "INV-2027-0001")
  }

  @Test func `a counter that ran through the last new year runs through this one`() {
    let known = ["INV-2026-0102", "INV-2026-0101", "INV-2025-0100", "INV-2025-0099"]
    #expect(NumberSequence.next(after: known, on: day("2027-01-01")) == "INV-2027-0103")
  }

  @Test func `the first numbers of a year lead although last year's are more`() {
    #expect(NumberSequence.next(after: ["INV-2027-0001"] + lastYear, on: day("2027-01-02")) == "INV-2027-0002")
  }

  @Test func `a number that is not a year stays`() {
    #expect(NumberSequence.next(after: ["INV-1999-0042"], on: day("2027-01-01")) == "INV-1999-0043")
    #expect(NumberSequence.next(after: ["20261-0042"], on: day("2027-01-01")) == "20261-0043")
  }
}
