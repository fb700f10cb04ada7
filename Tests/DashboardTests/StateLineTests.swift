import BillingAPI
import FoundationEssentials
import Store
import Testing
import TerminalUI

@testable import Dashboard

/// How true the screen is, in one line.
struct StateLineTests {
  private let read = ReadMoment(date: Date(timeIntervalSince1970: 1_773_835_200), text: "14:23")

  private func line(_ state: State) -> String {
    view(state).characters.reversed().first { $0.contains("queued") } ?? ""
  }

  @Test func `a live list says how much of it is there, and how far all of it is`() {
    var state = Given.invoices(60, total: 412)
    state.hear(.connection(.live(since: "14:20")))
    state.hear(.readAt(.invoices, read))
    state.hear(.sweep(percent: 37))
    #expect(line(state).contains("● live since 14:20"))
    #expect(line(state).contains("60/412 loaded"))
    #expect(line(state).contains("sweep 37%"))
    #expect(!line(state).contains("○"))
    state.hear(.sweep(percent: nil))
    #expect(!line(state).contains("sweep"))
  }

  @Test func `a notice over it leaves how far the background is at the top`() {
    var state = Given.invoices(60, total: 412, width: 80, height: 24)
    state.hear(.sweep(percent: 37))
    #expect(!(view(state).characters.first ?? "").contains("sweep"))
    state.take(.told("Copied."))
    #expect(line(state) == "", "the notice has its row")
    #expect((view(state).characters.first ?? "").contains("sweep 37%"))
  }

  @Test func `without the service it says of what time the list is`() {
    var state = Given.invoices(60, total: 412)
    state.hear(.readAt(.invoices, read))
    state.hear(.readAt(.customers, ReadMoment(date: .distantPast, text: "2026-03-01 09:00")))
    state.hear(.connection(.off(since: "15:00", reason: "Nobody answers.")))
    #expect(line(state).contains("✗ off since 15:00: Nobody answers."))
    #expect(line(state).contains("○ as of 14:23"))
  }

  @Test func `the start page is as old as the oldest list that it adds up`() {
    var state = Given.state(.start)
    state.hear(.readAt(.invoices, read))
    state.hear(.readAt(.customers, ReadMoment(date: .distantPast, text: "2026-03-01 09:00")))
    state.hear(.connection(.connecting))
    #expect(line(state).contains("⟳ connecting"))
    #expect(line(state).contains("○ as of 2026-03-01 09:00"))
  }

  @Test func `records that cannot be kept are counted`() {
    var state = Given.invoices(60, total: 62)
    state.lists[.invoices]?.completeness.skipped = 2
    #expect(line(state).contains("60/62 loaded, 2 without an id"))
  }

  @Test func `the next page is not asked for again until something has come by itself`() {
    var state = Given.invoices(60, total: 400, height: 20)
    #expect(state.press("G").contains(.fetchMore(.invoices)))
    #expect(!state.hear(.nothingMore(.invoices)).contains(.fetchMore(.invoices)))
    #expect(!state.press("k").contains(.fetchMore(.invoices)))
    let more = Completeness(loaded: 80, total: 400, oldest: nil)
    #expect(state.hear(.progress(.invoices, more)).contains(.fetchMore(.invoices)))
  }

  @Test func `whoever waits at the end of a list gets the rest when the service is back`() {
    var state = Given.invoices(60, total: 400, height: 20)
    #expect(state.press("G").contains(.fetchMore(.invoices)))
    state.hear(.connection(.off(since: "14:32", reason: "")))
    state.hear(.nothingMore(.invoices))
    #expect(state.hear(.connection(.live(since: "14:33"))).contains(.fetchMore(.invoices)))
    state.hear(.nothingMore(.invoices))
    #expect(state.hear(.connection(.live(since: "14:34"))).isEmpty, "it was live all the while")
  }

  @Test func `a refresh names what is on the screen`() {
    var state = Given.invoices(60, height: 20)
    guard case .refresh(.invoices, let visible)? = state.press("R").first else { return #expect(Bool(false)) }
    #expect(visible.first == 1 && visible.count == ScreenLayout(state).listHeight)
  }
}
