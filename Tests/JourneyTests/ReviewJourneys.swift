import Billing
import BillingAPI
import Dashboard
import Store
import Testing
import TerminalUI

@Suite struct `Marking and reviewing` {
  @Test func `marks survive sorting, filtering, refreshing and the end of the program`() async throws {
    let journey = try await Journey(.withInvoices(5))
    try await journey.press("2", "Space", "j", "Space")
    let marked = try #require(journey.list?.marks.ids)
    #expect(marked.count == 2)
    journey.expect("■ 2 marked")
    try await journey.press("S", "R", "/")
    try await journey.type("INV-000001")
    try await journey.press("Enter")
    #expect(journey.list?.marks.ids == marked)
    await journey.end()

    let later = try await Journey(journey.office, after: journey)
    try await later.press("2")
    #expect(later.list?.marks.ids == marked)
    later.expect("■ 2 marked")
    try await later.press("'")
    #expect(later.list?.order.map(Set.init) == marked)
    await later.end()
  }

  @Test func `a review is gone on with after a restart, and its decisions become marks`() async throws {
    let journey = try await Journey(.withInvoices(4))
    try await journey.press("2", "*", "g", "r")
    let records = try #require(journey.review?.records)
    #expect(records.count == 4)
    journey.expect("1 of 4")
    journey.expect("sums ✓")
    try await journey.press("a", "f")
    try await journey.type("ask for the order")
    try await journey.press("Enter", "Space")
    await journey.end()

    let later = try await Journey(journey.office, after: journey)
    try await later.command("Review sittings")
    later.expect("3/4 decided, 1 flagged")
    try await later.press("Enter")
    #expect(later.review?.position == 3)
    try await later.press("k", "k")
    later.expect("flagged: ask for the order")
    try await later.press("m", "f")
    #expect(later.list?.marks.ids == [records[1]])
    #expect(later.list?.order == [records[1]])
    #expect(later.opener.tap.writes.isEmpty, "nothing of a review is sent")
    await later.end()
  }
}

extension Journey {
  /// The sitting of the review that is open.
  fileprivate var review: ReviewSitting? {
    if case .review(let page) = state.pages.last { page.sitting } else { nil }
  }
}
