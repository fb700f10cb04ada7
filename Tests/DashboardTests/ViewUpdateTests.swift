import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct ViewUpdateTests {
  private let late = SavedView(
    name: "Doe, late", kind: .invoices, filter: "is:late cust:doe", sort: SortOrder(.dueDate),
    columns: ColumnArrangement([.init("number"), .init("due", width: 12)]))
  private let paid = SavedView(name: "Paid", kind: .invoices, filter: "is:paid", sort: .standard(for: .invoices))

  private func state(_ views: SavedView..., section: Section = .invoices) -> State {
    var state = Given.invoices(5)
    state.section = section
    state.take(.views(SavedViews(views: views), after: nil))
    return state
  }

  @Test func `V and a name save what the list shows`() {
    var state = state()
    _ = setFilter("is:late", &state)
    state.press("V")
    state.type("Pressing")
    let view = SavedView(name: "Pressing", kind: .invoices, filter: "is:late", sort: .standard(for: .invoices))
    #expect(state.press("^S") == [.changeViews(.save(view))])
    #expect(state.overlays.isEmpty)
    state.take(.views(SavedViews(views: [view]), after: .save(view)))
    #expect(state.notice == Notice(.done, "Saved the view “Pressing”. V opens it again."))
    #expect(state.invoices.viewName == "Pressing")
  }

  @Test func `Enter on a name that nothing has saves too`() {
    var state = state()
    state.press("V")
    state.type("zzz")
    let view = SavedView(name: "zzz", kind: .invoices, filter: "", sort: .standard(for: .invoices))
    #expect(state.press("Enter") == [.changeViews(.save(view))])
  }

  @Test func `a name that is taken asks, and Enter does not overwrite`() {
    var state = state(late)
    state.press("V")
    state.type("Doe, late")
    #expect(state.press("^S") == [])
    #expect(view(state).characters.joined().contains("Overwrite this view?"))
    state.press("Enter")
    #expect(state.overlays.count == 2)
    let fresh = SavedView(name: "Doe, late", kind: .invoices, filter: "", sort: .standard(for: .invoices))
    #expect(state.press("y") == [.changeViews(.save(fresh))])
  }

  @Test func `a part of the name and Enter open a view with filter, order and columns`() {
    var state = state(late, paid)
    state.press("V")
    state.type("doe")
    let effects = state.press("Enter")
    #expect(state.invoices.filterField.text == "is:late cust:doe")
    #expect(state.invoices.sort == SortOrder(.dueDate))
    #expect(state.invoices.columns == late.columns)
    #expect(effects.contains(.order(state.invoices.request(today: Given.today), generation: 2)))
    #expect(state.invoices.request(today: Given.today).filter.text == "is:late cust:doe")
  }

  @Test func `a view opens from another section, and Esc in the list leaves it`() {
    var state = state(late, section: .customers)
    state.press("V")
    state.type("doe")
    state.press("Enter")
    #expect(state.section == .invoices)
    #expect(state.invoices.viewName == "Doe, late")
    state.press("Esc")
    #expect(state.invoices.viewName == nil)
    #expect(state.invoices.columns == nil, "the columns came with the view")
    #expect(state.invoices.filter.isEmpty)
  }

  @Test func `a view whose filter cannot be read says so and shows everything`() {
    var state = state(SavedView(name: "Odd", kind: .invoices, filter: "is:odd", sort: SortOrder(.number)))
    state.press("V")
    state.type("odd")
    state.press("Enter")
    #expect(state.invoices.filterProblem?.word == "is:odd")
    #expect(state.invoices.filter.isEmpty)
  }

  @Test func `views stand among the chips, with a star once they are changed`() {
    var state = state(paid)
    #expect(view(state).characters.joined().contains("‹Paid› ‹Paid›"))
    state.press("(")
    #expect(state.invoices.viewName == nil, "there is none left of the first")
    for _ in 0..<9 { state.press(")") }
    #expect(state.invoices.viewName == "Paid")
    state.press("S")
    #expect(view(state).characters.joined().contains("‹Paid*›"))
  }

  @Test func `^X r takes a new name, which no other view may have`() {
    var state = state(late, paid)
    state.press("V")
    state.type("doe")
    state.press("^X", "r", "^U")
    state.type("Paid")
    #expect(state.press("Enter") == [])
    #expect(view(state).characters.joined().contains("is taken by another view"))
    state.type(" late")
    #expect(state.press("Enter") == [.changeViews(.rename("Doe, late", to: "Paid late"))])
  }

  @Test func `^X k asks, and y deletes`() {
    var state = state(late)
    state.press("V")
    state.type("doe")
    state.press("^X", "k")
    #expect(state.press("Enter") == [])
    #expect(state.press("y") == [.changeViews(.delete("Doe, late"))])
    state.take(.views(SavedViews(), after: .delete("Doe, late")))
    #expect(!view(state).characters.joined().contains("is:late cust:doe"), "the menu shows what is left")
  }

  @Test func `what comes with the program can be neither renamed nor deleted`() {
    var state = state()
    state.press("V")
    state.type("late invoices")
    state.press("^X", "k")
    #expect(state.overlays.count == 1)
    #expect(view(state).characters.joined().contains("comes with the program"))
  }

  @Test func `on the start page there is no list to save`() {
    var state = state(section: .start)
    state.press("V")
    state.type("x")
    #expect(state.press("^S") == [])
    #expect(view(state).characters.joined().contains("open one first"))
  }

  @Test func `columns that are chosen in a view with columns of its own are kept by saving the view`() {
    var state = state(late)
    state.press("V")
    state.type("doe")
    state.press("Enter", "|", "Space")
    let effects = state.press("Enter")
    #expect(!effects.contains { if case .changeViews = $0 { true } else { false } })
    #expect(state.notice?.text.contains("V and ^S") == true)
  }

  @Test func `what could not be used of the file is said at the start`() {
    var state = Given.invoices(1)
    state.take(.views(SavedViews(remarks: ["views.toml: “colour” is not known. It is left as it is."]), after: nil))
    #expect(state.notice == Notice(.warning, "views.toml: “colour” is not known. It is left as it is."))
  }
}

struct ChipCountTests {
  @Test func `chips say how many records are behind them, once all are loaded`() {
    var state = Given.invoices(3, total: 400)
    let effects = state.hear(.rowsChanged([.invoices]))
    #expect(!effects.contains { if case .countFilters = $0 { true } else { false } })
    var order = Given.order([1, 2, 3], total: 400, generation: state.invoices.generation)
    #expect(!state.take(.order(order)).contains { if case .countFilters = $0 { true } else { false } })
    _ = state.askForEverythingAgain(.invoices)
    order = Given.order([1, 2, 3], total: 3, generation: state.invoices.generation)
    #expect(
      state.take(.order(order)).contains(.countFilters(.invoices, ["", "is:draft", "is:open", "is:late", "is:paid"])))
    state.take(.filterCounts(["": 3, "is:late": 2], in: .invoices))
    #expect(view(state).characters.joined().contains("‹All 3› ‹Draft› ‹Open› ‹Late 2› ‹Paid›"))
    _ = state.askForEverythingAgain(.invoices)
    state.take(.order(Given.order([1, 2, 3], total: 400, generation: state.invoices.generation)))
    #expect(
      view(state).characters.joined().contains("‹All› ‹Draft›"), "while more is on its way no number would be true")
  }
}
