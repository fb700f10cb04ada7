import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct RefreshUpdateTests {
  private func asksForOrder(_ effects: [Effect]) -> Bool {
    effects.contains { if case .order = $0 { true } else { false } }
  }

  @Test func `pages that come fast make the list anew once, and once more after its rest`() {
    var state = Given.invoices(5)
    let first = state.hear(.rowsChanged([.invoices]))
    #expect(asksForOrder(first))
    #expect(first.contains(.timer(.listRest, after: .milliseconds(250))))
    for _ in 0..<20 { #expect(state.hear(.rowsChanged([.invoices])) == []) }
    state.take(.order(Given.order([1, 2, 3, 4, 5, 6], total: 6, generation: state.invoices.generation)))
    #expect(state.invoices.count == 6, "the answer is shown although more came meanwhile")
    #expect(asksForOrder(update(&state, .timer(.listRest), Given.environment)))
  }

  @Test func `a list that nothing came for asks for nothing after its rest`() {
    var state = Given.invoices(5)
    state.hear(.rowsChanged([.invoices]))
    state.take(.order(Given.order([1, 2], total: 2, generation: state.invoices.generation)))
    #expect(update(&state, .timer(.listRest), Given.environment) == [])
    #expect(!state.invoices.isResting)
  }

  @Test func `a list that a page covers is made anew when the page is left`() {
    var state = Given.invoices(5)
    state.press("O")
    #expect(!asksForOrder(state.hear(.rowsChanged([.invoices]))))
    #expect(asksForOrder(state.press("Esc")))
    #expect(!asksForOrder(update(&state, .timer(.listRest), Given.environment)), "nothing has changed since")
  }

  @Test func `no page is fetched for want of rows that came and are not shown yet`() {
    var state = Given.invoices(20, total: 400)
    state.hear(.fetching(.invoices, false))
    state.hear(.rowsChanged([.invoices]))
    state.hear(.rowsChanged([.invoices]))
    let effects = state.hear(.fetching(.invoices, false))
    #expect(!effects.contains(.fetchMore(.invoices)))
    state.take(.order(Given.order([1, 2], total: 400, generation: state.invoices.generation)))
    #expect(!state.hear(.fetching(.invoices, false)).contains(.fetchMore(.invoices)), "more came since")
    state.lists[.invoices]?.isStale = false
    #expect(state.hear(.fetching(.invoices, false)).contains(.fetchMore(.invoices)))
  }

  @Test func `a mirror that is slower than the rest is waited for`() {
    var state = Given.invoices(5)
    state.hear(.rowsChanged([.invoices]))
    let generation = state.invoices.generation
    #expect(update(&state, .timer(.listRest), Given.environment) == [.timer(.listRest, after: .milliseconds(250))])
    #expect(state.invoices.generation == generation)
    state.take(.failed("The mirror cannot be read."))
    _ = update(&state, .timer(.listRest), Given.environment)
    #expect(!state.invoices.isResting, "nothing is waited for that never comes")
  }

  @Test func `a list that was scrolled keeps the selected row on its line while rows come above`() {
    var state = Given.invoices(200)
    for _ in 0..<100 { state.press("j") }
    let line = state.invoices.selectedIndex - state.invoices.viewport.offset
    let ids = (201...250).map(Int64.init) + (1...200).map(Int64.init)
    state.take(.order(Given.order(ids, total: 250)))
    #expect(state.invoices.selectedID == 101)
    #expect(state.invoices.selectedIndex == 150)
    #expect(state.invoices.selectedIndex - state.invoices.viewport.offset == line)
  }

  @Test func `the ends of a hundred thousand rows are one key away, and little is asked for there`() {
    var state = Given.state(.invoices)
    state.lists[.invoices]?.generation = 1
    state.take(.order(Given.order(Array(1...100_000), total: 100_000)))
    let effects = state.press("G")
    #expect(state.invoices.selectedID == 100_000)
    let asked = effects.compactMap { effect -> [Int64]? in
      if case .rows(_, let ids) = effect { ids } else { nil }
    }
    #expect(asked.count == 1)
    #expect((asked.first?.count ?? 0) < 200)
    #expect(asked.first?.contains(100_000) == true)
    state.press("g", "g")
    #expect(state.invoices.selectedID == 1)
  }

  @Test func `rows that were scrolled past are let go, those on the screen stay`() {
    var state = Given.invoices(6_000)
    state.press("G")
    #expect(state.invoices.rows.count < 4_000)
    #expect(state.invoices.selectedRow != nil)
    let visible = state.invoices.viewport.visible(count: 6_000, height: ScreenLayout(state).listHeight)
    #expect(visible.allSatisfy { state.invoices.rows[Int64($0 + 1)] != nil })
  }
}
