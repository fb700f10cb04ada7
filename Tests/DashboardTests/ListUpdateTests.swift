import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct ListUpdateTests {
  @Test func `what a list comes to follows its ids; sums of another filter are not shown meanwhile`() {
    var state = Given.invoices(3)
    let completeness = state.invoices.completeness
    func order(_ generation: Int) -> Answer {
      .order(ListOrder(kind: .invoices, generation: generation, ids: [3, 2, 1], completeness: completeness))
    }
    state.press("S")
    state.take(order(state.invoices.generation))
    #expect(state.invoices.summary?.count == 3, "the same records in another order come to the same")
    state.press("/")
    state.type("is:open")
    state.press("Enter")
    state.take(order(state.invoices.generation))
    #expect(state.invoices.summary == nil)
    state.take(.sums(ListSummary(count: 9), in: .invoices, generation: 1))
    #expect(state.invoices.summary == nil, "these are of another filter")
    state.take(.sums(ListSummary(count: 2), in: .invoices, generation: state.invoices.generation))
    #expect(state.invoices.summary?.count == 2)
  }

  @Test func `opened books ask for the start page alone; a list asks when it is shown`() {
    var state = Given.state(.start)
    let effects = state.take(.opened(SessionFacts(place: .local, isReadOnly: false)))
    #expect(effects == [.overview(months: 12), .loadViews, .readMarks, .readBankRows, .bulk(.runs)])
    #expect(state.session.place == .local)
    #expect(
      state.press("4").contains(.order(ListRequest(.payments, today: Given.today), generation: 1)))
  }

  @Test func `an order asks for the rows near the screen and the selected record's detail`() {
    var state = Given.state(height: 16)
    state.lists[.invoices]?.generation = 1
    let effects = state.take(.order(Given.order(Array(1...100), total: 100)))
    let height = ScreenLayout(state).listHeight
    #expect(effects == [.rows(.invoices, ids: Array(1...Int64(3 * height))), .detail(.invoices, id: 1)])
    #expect(state.invoices.selectedID == 1)
  }

  @Test func `a late answer to an older order is ignored`() {
    var state = Given.invoices(5)
    _ = state.askForOrder(.invoices)
    #expect(state.take(.order(Given.order([9], total: 9, generation: 1))) == [])
    #expect(state.invoices.order == [1, 2, 3, 4, 5])
    state.take(.order(Given.order([5, 4], total: 5, generation: 2)))
    #expect(state.invoices.order == [5, 4])
  }

  @Test func `moving selects the next row, and the detail follows after a moment's rest`() {
    var state = Given.invoices(5)
    state.lists[.invoices]?.detail = RecordDetail(kind: .invoices, id: 1, content: .unreadable(""), asOf: "14:00")
    #expect(state.press("j") == [.timer(.detail, after: .milliseconds(80))])
    #expect(state.invoices.selectedID == 2)
    #expect(update(&state, .timer(.detail), Given.environment) == [.detail(.invoices, id: 2)])
  }

  @Test func `the selection never leaves the list`() {
    var state = Given.invoices(3)
    state.press("k", "Home", "PgUp")
    #expect(state.invoices.selectedID == 1)
    state.press("G", "j", "PgDn", "^D")
    #expect(state.invoices.selectedID == 3)
    state.press("g", "g")
    #expect(state.invoices.selectedID == 1)
  }

  @Test func `the end of what is loaded asks once for the next page`() {
    var state = Given.invoices(60, total: 400, height: 20)
    #expect(!state.press("j").contains(.fetchMore(.invoices)))
    #expect(state.press("G").contains(.fetchMore(.invoices)))
    #expect(!state.press("k").contains(.fetchMore(.invoices)))
    #expect(state.hear(.fetching(.invoices, false)).contains(.fetchMore(.invoices)), "there is still more")
  }

  @Test func `nothing is fetched where everything is loaded`() {
    var state = Given.invoices(60, total: 60, height: 20)
    #expect(!state.press("G").contains(.fetchMore(.invoices)))
  }

  @Test func `the selection stays on its record while rows arrive above it`() {
    var state = Given.invoices(5)
    state.press("j", "j")
    state.take(.order(Given.order([8, 7, 6, 1, 2, 3, 4, 5], total: 8)))
    #expect(state.invoices.selectedID == 3)
    #expect(state.invoices.selectedIndex == 5)
  }

  @Test func `a record that is gone leaves the selection at its place`() {
    var state = Given.invoices(5)
    state.press("j", "j")
    state.take(.order(Given.order([1, 2, 4, 5], total: 4)))
    #expect(state.invoices.selectedIndex == 2)
    #expect(state.invoices.selectedID == 4)
    state.take(.order(Given.order([], total: 0)))
    #expect(state.invoices.selectedID == nil)
  }

  @Test func `changed rows ask for the order anew and for the rows on the screen, which stay until then`() {
    var state = Given.invoices(5)
    let effects = state.hear(.rowsChanged([.invoices]))
    #expect(effects.contains(.order(ListRequest(.invoices, today: Given.today), generation: 2)))
    #expect(effects.contains(.rows(.invoices, ids: [1, 2, 3, 4, 5])))
    #expect(effects.contains(.detail(.invoices, id: 1)))
    #expect(state.invoices.rows.count == 5)
  }

  @Test func `a detail of another record than the selected is thrown away`() {
    var state = Given.invoices(5)
    state.take(.detail(RecordDetail(kind: .invoices, id: 4, content: .unreadable(""), asOf: "14:00")))
    #expect(state.invoices.detail == nil)
  }

  @Test func `the filter waits for a moment after each character, and asks once`() {
    var state = Given.invoices(5)
    state.press("/")
    #expect(state.type("acme").contains(.timer(.filter, after: .milliseconds(60))))
    guard case .success(let filter) = ListFilter.parse("acme", kind: .invoices) else {
      Issue.record("the filter cannot be read")
      return
    }
    #expect(
      update(&state, .timer(.filter), Given.environment)
        == [.order(ListRequest(.invoices, filter: filter, today: Given.today), generation: 2)])
    #expect(update(&state, .timer(.filter), Given.environment) == [], "the same filter is not asked for twice")
  }

  @Test func `while the filter has the keyboard letters are no commands`() {
    var state = Given.invoices(5)
    state.press("/")
    state.type("nGq")
    #expect(state.forms.isEmpty)
    #expect(state.invoices.filterField.text == "nGq")
    #expect(state.invoices.selectedID == 1)
  }

  @Test func `a filter that cannot be read is explained, and the list stays`() {
    var state = Given.invoices(5)
    state.press("/")
    state.type("is:odd")
    #expect(state.press("Enter") == [])
    #expect(state.invoices.filterProblem?.word.contains("odd") == true)
    #expect(state.invoices.order?.count == 5)
  }

  @Test func `sorting by amounts begins with the largest, and the same column again reverses`() {
    var state = Given.invoices(5)
    _ = state.sort(by: .total)
    #expect(state.invoices.sort == SortOrder(.total, descending: true))
    _ = state.sort(by: .total)
    #expect(state.invoices.sort == SortOrder(.total, descending: false))
    _ = state.sort(by: .customer)
    #expect(state.invoices.sort == SortOrder(.customer, descending: false))
  }

  @Test func `a new size keeps the selected row on the screen`() {
    var state = Given.invoices(100)
    for _ in 0..<60 { state.press("j") }
    _ = update(&state, .terminal(.resize(Size(width: 80, height: 20))), Given.environment)
    let visible = state.invoices.viewport.visible(count: 100, height: ScreenLayout(state).listHeight)
    #expect(visible.contains(60))
    #expect(state.invoices.selectedID == 61)
  }

  @Test func `a prefix waits for its end, shows its ends after 300 ms, and is forgotten after another key`() {
    var state = Given.invoices(5)
    #expect(state.press("g") == [.timer(.pendingKeys, after: .milliseconds(300))])
    #expect(!state.showsPendingKeys)
    _ = update(&state, .timer(.pendingKeys), Given.environment)
    #expect(state.showsPendingKeys)
    #expect(state.press("F9") == [.cancelTimer(.pendingKeys)])
    #expect(state.pendingKeys.isEmpty && !state.showsPendingKeys)
  }

  @Test func `a prefix that has ended shows nothing when its timer comes late`() {
    var state = Given.invoices(5)
    state.press("g", "g")
    _ = update(&state, .timer(.pendingKeys), Given.environment)
    #expect(!state.showsPendingKeys)
  }

  @Test func `a command that cannot run says why`() {
    var state = Given.invoices(1)
    if case .invoice(var row) = Given.row(1) {
      row.balance = .zero
      state.take(.rows(.invoices, [.invoice(row)]))
    }
    state.press("p")
    #expect(state.notice == Notice(.warning, "INV-000001 has no balance: there is nothing to pay."))
    #expect(state.forms.isEmpty)
  }

  @Test func `a key without the scope opens no form and says which scope it lacks`() {
    var state = Given.invoices(1)
    state.session.scopes = []
    state.press("n")
    #expect(state.forms.isEmpty)
    #expect(state.notice?.text == "The key lacks \(ResourceKind.invoices.writeScope).")
    #expect(state.notice?.tone == .warning)
  }

  @Test func `read-only opens no form`() {
    var state = Given.invoices(1)
    state.session.isReadOnly = true
    state.press("n")
    state.press("p")
    #expect(state.forms.isEmpty)
    #expect(state.notice?.text.hasPrefix("Read-only") == true)
  }

  @Test func `quitting with nothing under way quits`() {
    var state = Given.invoices(1)
    #expect(state.press("q") == [.quit])
    #expect(state.press("F10") == [.quit])
  }

  @Test func `quitting with unsettled writes asks, and Enter does not confirm`() {
    var state = Given.invoices(1)
    state.hear(.outbox(OutboxFacts(unsettled: 2)))
    #expect(state.press("q") == [])
    guard case .question(let question)? = state.overlays.last else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.dialog.body.joined().contains("2 writes have not ended yet"))
    #expect(state.press("Enter") == [])
    #expect(state.overlays.count == 1)
    #expect(state.press("Esc") == [])
    #expect(state.overlays.isEmpty)
    state.press("q")
    #expect(state.press("q") == [.quit])
  }

  @Test func `discarding a draft takes y, and Enter keeps it`() {
    var state = Given.invoiceForm()
    let draft = DraftSummary(id: "d", title: "invoice", savedAt: "today", form: state.forms[0].snapshot)
    state.forms = []
    state.overlays = [.drafts(DraftList(drafts: [draft]))]
    state.press("X")
    #expect(state.press("Enter") == [])
    #expect(state.press("y") == [.discardDraft(id: "d"), .loadDrafts])
  }

  @Test func `^C warns before it quits`() {
    var state = Given.invoices(1)
    #expect(!state.press("^C").contains(.quit))
    #expect(state.press("^C") == [.quit])
  }

  @Test func `copying a number sends it to the clipboard and says so`() {
    var state = Given.invoices(1)
    #expect(state.press("y", "n").contains(.copy("INV-000001")))
    #expect(state.notice == Notice(.done, "Copied INV-000001."))
  }
}
