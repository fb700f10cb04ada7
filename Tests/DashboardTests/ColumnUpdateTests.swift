import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct ColumnUpdateTests {
  @Test func `h and l go through the columns that show and stop at the ends`() {
    var state = Given.invoices(3)
    #expect(state.invoices.currentColumn?.id == "number")
    state.press("l", "l")
    #expect(state.invoices.currentColumn?.id == "issued")
    state.press("h", "h", "h", "Left")
    #expect(state.invoices.currentColumn?.id == "number")
    for _ in 0..<30 { state.press("Right") }
    #expect(state.invoices.currentColumn?.id == "reference")
  }

  @Test func `the current column shows even where its rank would leave it out`() {
    var state = Given.invoices(3, width: 60, height: 24)
    #expect(!view(state).characters.joined().contains("REFERENCE"))
    for _ in 0..<30 { state.press("l") }
    #expect(view(state).characters.joined().contains("REFERENCE"))
  }

  @Test func `the list follows the column menu at once, and Enter keeps what was chosen`() {
    var state = Given.invoices(3)
    state.press("|", "j", "Space")
    #expect(!view(state).characters.joined().contains("CUSTOMER"))
    #expect(state.invoices.shownColumns.map(\.id).prefix(2) == ["number", "issued"])
    let effects = state.press("Enter")
    #expect(effects == [.changeViews(.columns(.invoices, state.invoices.columns))])
    #expect(state.overlays.isEmpty)
  }

  @Test func `Esc goes back to the columns of before`() {
    var state = Given.invoices(3)
    state.press("|", "Space", "j", "Space", "J", ">")
    #expect(state.invoices.columns != nil)
    #expect(state.press("Esc") == [])
    #expect(state.invoices.columns == nil)
  }

  @Test func `columns move with J and K, and what is not shown can be shown`() {
    var state = Given.invoices(3)
    state.press("|", "J", "J")
    #expect(state.invoices.shownColumns.map(\.id).prefix(3) == ["customer", "issued", "number"])
    for _ in 0..<30 { state.press("j") }
    state.press("Space", "Enter")
    #expect(state.invoices.shownColumns.last?.id == "id")
  }

  @Test func `a width begins at that of the column, and keeps within its limits`() {
    var state = Given.invoices(3)
    state.press("|", ">")
    #expect(state.invoices.columns?.choices.first == ColumnArrangement.Choice("number", width: 11))
    for _ in 0..<100 { state.press("<") }
    #expect(state.invoices.columns?.choices.first?.width == ColumnArrangement.widths.lowerBound)
    state.press("=")
    #expect(state.invoices.columns?.choices.first == ColumnArrangement.Choice("number"))
  }

  @Test func `the last column that shows cannot be hidden`() {
    var state = Given.invoices(3)
    state.press("|")
    for _ in 0..<30 { state.press("Space", "j") }
    #expect(state.invoices.shownColumns.count >= 1)
    #expect(state.invoices.columns?.choices.isEmpty == false)
  }

  @Test func `the columns of the kind come back with the backslash`() {
    var state = Given.invoices(3)
    state.take(.views(SavedViews(columns: [.invoices: ColumnArrangement([.init("number")])]), after: nil))
    #expect(state.invoices.shownColumns.map(\.id) == ["number"])
    state.press("|", "\\")
    #expect(state.invoices.columns == nil)
    #expect(state.press("Enter") == [.changeViews(.columns(.invoices, nil))])
  }

  @Test(arguments: ResourceKind.allCases)
  func `the names of a kind's columns are its own`(_ kind: ResourceKind) {
    let names = ColumnArrangement.known(of: kind)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains(" ") && !$0.contains(":") })
  }

  @Test func `columns that are not known are left out, and the standard ones show where none is left`() {
    var state = Given.invoices(1)
    state.lists[.invoices]?.columns = ColumnArrangement([.init("nonsense"), .init("total", width: 20)])
    #expect(state.invoices.shownColumns.map(\.id) == ["total"])
    state.lists[.invoices]?.columns = ColumnArrangement([.init("nonsense")])
    #expect(state.invoices.shownColumns.map(\.id).first == "number")
  }
}
