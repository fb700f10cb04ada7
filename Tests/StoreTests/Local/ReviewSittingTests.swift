import BillingAPI
import Foundation
import Testing

@testable import Store

@Suite struct `Review sittings on disk` {
  private let sitting = ReviewSitting(id: "s", kind: .invoices, title: "3 marked", records: [9, 4, 7])
  private let moment = Date(timeIntervalSince1970: 1_000)

  @Test func `a sitting is there again with its order, its place and what was decided`() throws {
    let store = try LocalStore.inMemory()
    try store.save(sitting, at: moment)
    try store.decide(ReviewDecision(.flagged, note: "ask"), of: 4, in: "s")
    try store.decide(ReviewDecision(.accepted), of: 9, in: "s")
    try store.place(2, in: "s", at: moment)
    let kept = try #require(try store.sitting("s"))
    #expect(kept.records == [9, 4, 7])
    #expect(kept.position == 2)
    #expect(kept.decisions == [4: ReviewDecision(.flagged, note: "ask"), 9: ReviewDecision(.accepted)])
    #expect(kept.undecided == [7])
  }

  @Test func `a decision can be changed and taken back`() throws {
    let store = try LocalStore.inMemory()
    try store.save(sitting, at: moment)
    try store.decide(ReviewDecision(.flagged), of: 4, in: "s")
    try store.decide(ReviewDecision(.skipped), of: 4, in: "s")
    #expect(try store.sitting("s")?.records(.skipped) == [4])
    try store.decide(nil, of: 4, in: "s")
    #expect(try store.sitting("s")?.decisions == [:])
  }

  @Test func `sittings are listed with how far they are, the last one first`() throws {
    let store = try LocalStore.inMemory()
    try store.save(sitting, at: moment)
    try store.save(ReviewSitting(id: "t", kind: .items, title: "all", records: [1]), at: moment.addingTimeInterval(1))
    try store.decide(ReviewDecision(.flagged), of: 4, in: "s")
    let listed = try store.sittings()
    #expect(listed.map(\.id) == ["t", "s"])
    #expect(listed.map(\.records) == [1, 3])
    #expect(listed.map(\.flagged) == [0, 1])
  }

  @Test func `what is thrown away is gone with its decisions`() throws {
    let store = try LocalStore.inMemory()
    try store.save(sitting, at: moment)
    try store.decide(ReviewDecision(.flagged), of: 4, in: "s")
    try store.discardSitting("s")
    #expect(try store.sitting("s") == nil)
    try store.save(sitting, at: moment)
    #expect(try store.sitting("s")?.decisions == [:])
  }
}
