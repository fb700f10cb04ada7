import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `A review` {
  /// Invoices 1 to 6, of which 2, 4 and 5 are marked, in their review.
  private func review() -> State {
    var state = Given.invoices(6)
    _ = state.mark([2, 4, 5], in: .invoices)
    state.press("g", "r")
    return state
  }

  private func sitting(_ state: State) -> ReviewSitting? { state.reviewPage?.sitting }

  @Test func `gr goes through the marked records in the order of the list, and is on the disk at once`() {
    var state = Given.invoices(6)
    _ = state.mark([5, 2, 4], in: .invoices)
    let effects = state.press("g", "r")
    let sitting = ReviewSitting(id: "draft-1", kind: .invoices, title: "3 marked", records: [2, 4, 5])
    #expect(effects.contains(.keep(.sitting(sitting))))
    #expect(effects.contains(.readForReview(.invoices, ids: [2, 4, 5])))
  }

  @Test func `without marks it goes through the list, from the selected record on`() {
    var state = Given.invoices(6)
    state.press("j", "g", "r")
    #expect(sitting(state)?.records == [1, 2, 3, 4, 5, 6])
    #expect(state.reviewPage?.current == 2)
  }

  @Test func `marked records that the filter hides are looked at too`() {
    var state = Given.invoices(6)
    _ = state.mark([2, 99], in: .invoices)
    state.press("g", "r")
    #expect(sitting(state)?.records == [2, 99])
  }

  @Test func `a accepts and Space skips; each is kept on the disk and shows the next`() {
    var state = review()
    let accepted = state.press("a")
    #expect(accepted.contains(.keep(.decision("draft-1", record: 2, ReviewDecision(.accepted)))))
    #expect(accepted.contains(.keep(.reviewPlace("draft-1", 1))))
    #expect(state.press("Space").contains(.keep(.decision("draft-1", record: 4, ReviewDecision(.skipped)))))
    #expect(state.reviewPage?.current == 5)
  }

  @Test func `f asks for a note in which keys are text, and Enter flags`() {
    var state = review()
    state.press("f")
    state.type("ask jan")
    #expect(state.reviewPage?.current == 2)
    let decision = ReviewDecision(.flagged, note: "ask jan")
    #expect(state.press("Enter").contains(.keep(.decision("draft-1", record: 2, decision))))
    #expect(sitting(state)?.decisions == [2: decision])
    #expect(state.reviewPage?.current == 4)
  }

  @Test func `Esc leaves the note and flags nothing`() {
    var state = review()
    state.press("f")
    state.type("x")
    state.press("Esc")
    #expect(sitting(state)?.decisions == [:])
    #expect(state.reviewPage != nil)
  }

  @Test func `j and k go to the neighbours, which are read ahead`() {
    var state = Given.invoices(20)
    state.press("g", "r")
    state.take(.reviewDetails([], .invoices, asked: [1, 2, 3, 4]))
    #expect(state.press("j") == [.readForReview(.invoices, ids: [5]), .keep(.reviewPlace("draft-1", 1))])
    #expect(state.press("k") == [.keep(.reviewPlace("draft-1", 0))])
    #expect(state.press("k") == [])
  }

  @Test func `Enter stays at a record, where keys scroll; Esc leaves it before it leaves the review`() {
    var state = review()
    state.press("Enter", "j")
    #expect(state.reviewPage?.current == 2)
    state.press("Esc")
    #expect(state.reviewPage?.isReadingOn == false)
    state.press("Esc")
    #expect(state.reviewPage == nil)
  }

  @Test func `a decision can be taken back`() {
    var state = review()
    state.press("a", "k")
    #expect(state.press("Backspace").contains(.keep(.decision("draft-1", record: 2, nil))))
    #expect(sitting(state)?.decisions == [:])
  }

  @Test func `decisions become marks in place of those of the sitting; others stay`() {
    var state = review()
    _ = state.mark([6], in: .invoices)
    state.press("a", "Space", "a")
    #expect(state.notice?.text.hasPrefix("All 3 are decided") == true)
    state.press("m", "a")
    #expect(state.invoices.marks.ids == [2, 5, 6])
    #expect(state.invoices.marks.isAlone)
    #expect(state.pages.isEmpty)
  }

  @Test func `a verdict under which nothing stands marks nothing`() {
    var state = review()
    state.press("m", "f")
    #expect(state.invoices.marks.ids == [2, 4, 5])
    #expect(state.notice?.text == "None is flagged.")
  }

  @Test func `a record that is gone says so`() {
    var state = review()
    state.take(.reviewDetails([], .invoices, asked: [2, 4, 5]))
    #expect(view(state).characters.contains { $0.contains("not loaded any more") })
  }

  @Test func `a sitting is gone on with where it was left, over its own section`() {
    var state = Given.state(.customers)
    state.press(":")
    state.type("review sittings")
    #expect(state.press("Enter") == [.readSittings])
    let summary = SittingSummary(
      id: "s", title: "invoices: 3 marked", records: 3, decided: 1, flagged: 0, changed: "14:02")
    state.take(.sittings([summary]))
    #expect(state.press("Enter") == [.openSitting("s")])
    let kept = ReviewSitting(
      id: "s", kind: .invoices, title: "3 marked", records: [2, 4, 5], position: 1,
      decisions: [2: ReviewDecision(.accepted)])
    state.take(.sitting(kept))
    #expect(state.section == .invoices)
    #expect(state.reviewPage?.current == 4)
  }

  @Test func `throwing a sitting away asks first, and Enter is no answer`() {
    var state = Given.invoices(2)
    _ = state.openSittings()
    state.take(
      .sittings([
        SittingSummary(id: "s", title: "invoices: all", records: 2, decided: 0, flagged: 0, changed: "14:02")
      ]))
    state.press("X", "Enter")
    #expect(state.overlays.count == 2)
    #expect(state.press("y") == [.keep(.discardSitting("s")), .readSittings])
  }

  @Test func `what a customer owes is told by currency, with the age of the oldest`() {
    var euro = Given.openInvoice(1, cents: 5_000)
    euro.currencyID = Identifier(3)
    let standings = CustomerStanding.of(
      [Given.openInvoice(1, cents: 10_000), Given.openInvoice(9, cents: 7_000), euro], on: Given.today)
    #expect(standings.map(\.balance) == [Money(cents: 17_000), Money(cents: 5_000)])
    #expect(standings.first?.lateCount == 1)
    #expect(standings.first?.oldestDays == 20)
  }
}
