import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct SortUpdateTests {
  private func place(_ column: SortColumn) -> Int { SortColumn.columns(of: .invoices).firstIndex(of: column) ?? 0 }

  /// The menu open with a column selected.
  private func menu(_ column: SortColumn) -> State {
    var state = Given.invoices(3)
    state.press("s")
    for _ in 0..<30 { state.press("k") }
    for _ in 0..<place(column) { state.press("j") }
    return state
  }

  @Test func `Enter sorts as the values read best, and says before what it will do`() {
    var state = menu(.total)
    #expect(view(state).characters.joined().contains("largest first"))
    let effects = state.press("Enter")
    #expect(state.invoices.sort == SortOrder(.total, descending: true))
    #expect(effects == [.order(state.invoices.request(today: Given.today), generation: 2)])
  }

  @Test func `the arrows choose the direction`() {
    var state = menu(.total)
    state.press("Left")
    #expect(view(state).characters.joined().contains("smallest first"))
    state.press("Enter")
    #expect(state.invoices.sort == SortOrder(.total))
  }

  @Test func `Space lets a column decide what the first leaves equal, again turns it around, Backspace lets it go`() {
    var state = menu(.customer)
    state.press("Space")
    #expect(state.invoices.sort == SortOrder(.date, descending: true, then: SortKey(.customer)))
    #expect(view(state).characters.joined().contains("issued ↓ then customer ↑"))
    state.press("Space")
    #expect(state.invoices.sort.second == SortKey(.customer, descending: true))
    state.press("Backspace")
    #expect(state.invoices.sort == SortOrder(.date, descending: true))
  }

  @Test func `a column that sorts first cannot decide a second time`() {
    var state = menu(.customer)
    state.press("Space", "Enter")
    #expect(state.invoices.sort == SortOrder(.customer))
    state.press("s", "Space")
    #expect(state.invoices.sort.second == nil)
  }

  @Test func `the header bears an arrow for each column that sorts`() {
    var state = Given.invoices(3)
    _ = state.sort(SortOrder(.dueDate, then: SortKey(.balance, descending: true)), in: .invoices)
    let header = view(state).characters.joined()
    #expect(header.contains("DUE ↑"))
    #expect(header.contains("BALANCE ↓2"))
  }

  @Test func `S turns the first column around and leaves the second`() {
    var state = Given.invoices(3)
    _ = state.sort(SortOrder(.dueDate, then: SortKey(.balance, descending: true)), in: .invoices)
    state.press("S")
    #expect(state.invoices.sort == SortOrder(.dueDate, descending: true, then: SortKey(.balance, descending: true)))
  }
}
