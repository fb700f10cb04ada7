import BillingAPI
import TerminalUI
import Testing

@testable import Dashboard

struct PageUpdateTests {
  @Test func `O opens the outbox over a section and asks for its writes, and Esc or q leave it`() {
    for way in ["Esc", "q", "^C"] {
      var state = Given.invoices(3)
      #expect(state.press("O") == [.readOutbox])
      #expect(state.mode == .outbox)
      #expect(state.press("O") == [])
      #expect(state.pages.count == 1)
      state.press(way)
      #expect(state.pages.isEmpty)
      #expect(state.section == .invoices)
    }
  }

  @Test func `a page stays open under a form, and a section's key leaves all pages`() {
    var state = Given.invoices(3)
    state.press("O")
    _ = state.openForm(.new(.invoices), Given.environment)
    #expect(state.mode == .form)
    state.press("Esc")
    if !state.forms.isEmpty { state.press("Esc") }
    #expect(state.mode == .outbox)
    state.press("3")
    #expect(state.pages.isEmpty)
    #expect(state.section == .customers)
  }

  @Test func `keys that move, move in the page and not in the list beneath`() {
    var state = Given.invoices(3)
    state.press("O")
    state.take(.outbox([Given.outboxRow("a"), Given.outboxRow("b"), Given.outboxRow("c")]))
    state.press("j", "j")
    #expect(state.outboxPage?.list.selected?.id == "c")
    #expect(state.invoices.selectedIndex == 0)
    state.press("g", "g")
    #expect(state.outboxPage?.list.selected?.id == "a")
  }

  @Test func `the selection keeps to its write while others are settled`() {
    var state = Given.invoices(3)
    state.press("O")
    state.take(.outbox([Given.outboxRow("a"), Given.outboxRow("b"), Given.outboxRow("c")]))
    state.press("j")
    state.take(.outbox([Given.outboxRow("b"), Given.outboxRow("c")]))
    #expect(state.outboxPage?.list.selected?.id == "b")
    state.take(.outbox([Given.outboxRow("c")]))
    #expect(state.outboxPage?.list.selected?.id == "c")
  }

  @Test func `news of writes are read again only while the outbox is open`() {
    var state = Given.invoices(3)
    #expect(state.hear(.outbox(OutboxFacts(unsettled: 1))) == [])
    state.press("O")
    #expect(state.hear(.outbox(OutboxFacts(unsettled: 2))) == [.readOutbox])
  }

  @Test func `a key that filters a list does nothing behind a page`() {
    var state = Given.invoices(3)
    state.press("O", "/")
    #expect(!state.isFilterFocused)
    #expect(!state.invoices.isFilterFocused)
  }
}
