import Testing

@testable import BillingServer

/// A page of a narrowed list is read from the end that it is nearer to.
@Suite struct PageWindowTests {
  @Test(arguments: [
    (0, 25, 100, 25, 0, false), (50, 25, 100, 25, 25, true), (75, 25, 100, 25, 0, true),
    (99_975, 25, 100_000, 25, 0, true),
    (90, 25, 100, 10, 0, true), (100, 25, 100, 0, 100, false), (1_000_000, 25, 100, 0, 1_000_000, false),
    (0, 25, 3, 3, 0, false), (0, 25, 0, 0, 0, false),
  ])
  func `a page has so many records, that far from one end`(
    offset: Int, limit: Int, total: Int, count: Int, skipped: Int, isFromEnd: Bool
  ) {
    let window = PageWindow(offset: offset, limit: limit, total: total)
    #expect(window.count == count && window.skipped == skipped && window.isFromEnd == isFromEnd)
  }
}
