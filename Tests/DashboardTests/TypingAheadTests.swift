import BillingAPI
import Store
import TerminalUI
import Testing

@testable import Dashboard

/// Over a slow line a whole line of keys comes at once: each takes effect on what it was meant for.
@Suite struct `Keys that come before what they are about` {
  /// Nine invoices, and a filter whose rows are on their way.
  private func filtering() -> State {
    var state = Given.invoices(9)
    state.press("/")
    state.type("is:late")
    state.press("Enter")
    return state
  }

  private func paid(_ state: State) -> Int64? {
    if case .payment(let invoice) = state.form?.kind { invoice } else { nil }
  }

  @Test func `a payment after a filter is for the first row that it lets through`() {
    var state = filtering()
    state.press("p")
    #expect(state.forms.isEmpty)
    state.take(.order(Given.order([4, 5], total: 9, generation: state.invoices.generation)))
    #expect(paid(state) == 4)
  }

  @Test func `they keep their order, and wait for a row that is not at hand`() {
    var state = filtering()
    state.press("j", "p")
    state.take(.order(Given.order([4, 77], total: 90, generation: state.invoices.generation)))
    #expect(state.invoices.selectedID == 77 && state.forms.isEmpty)
    state.take(.rows(.invoices, [Given.row(77)]))
    #expect(paid(state) == 77)
  }

  @Test func `what follows a form goes into the form`() {
    var state = filtering()
    state.press("p", "1", "2")
    state.take(.order(Given.order([4], total: 9, generation: state.invoices.generation)))
    #expect(paid(state) == 4 && state.section == .invoices && state.form?.focusedText.text.contains("12") == true)
  }

  @Test func `an answer to an older question is not what they wait for`() {
    var state = filtering()
    let older = state.invoices.generation
    state.press("g", "d", "p")
    state.take(.order(Given.order([4, 5], total: 9, generation: older)))
    #expect(state.forms.isEmpty)
    state.take(.order(Given.order([8, 9], total: 9, generation: state.invoices.generation)))
    #expect(paid(state) == 8)
  }

  @Test func `where nothing is let through, it is said that nothing is selected`() {
    var state = filtering()
    state.press("p")
    state.take(.order(Given.order([], total: 9, generation: state.invoices.generation)))
    #expect(state.forms.isEmpty && state.notice?.text == "No invoice is selected.")
  }

  @Test func `leaving does not wait, nor does what is no row's business`() {
    var state = filtering()
    state.press("3")
    #expect(state.section == .customers)
    state = filtering()
    state.press(":")
    #expect(!state.overlays.isEmpty)
    state = filtering()
    state.press("Esc")
    #expect(state.invoices.filter == .all)
  }

  @Test func `rows that only come anew keep nobody waiting`() {
    var state = Given.invoices(9)
    state.hear(.rowsChanged([.invoices]))
    #expect(state.invoices.isOrdering)
    state.press("j")
    #expect(state.invoices.selectedID == 2)
  }

  @Test(arguments: ["Esc", "^C"]) func `they are called off by Esc and ^C, and the list stays`(key: String) {
    var state = filtering()
    state.press("p", key)
    state.take(.order(Given.order([4, 5], total: 9, generation: state.invoices.generation)))
    #expect(state.forms.isEmpty && state.invoices.filter.text == "is:late")
  }

  @Test func `they are dropped with a word where no answer comes`() {
    var state = filtering()
    #expect(state.press("p").contains(.timer(.typedAhead, after: .seconds(5))))
    _ = update(&state, .timer(.typedAhead), Given.environment)
    #expect(state.notice?.text == "No answer came for what you typed ahead: nothing of it was done.")
    state.take(.order(Given.order([4, 5], total: 9, generation: state.invoices.generation)))
    #expect(state.forms.isEmpty)
  }

  @Test func `they are dropped where the mirror cannot be read`() {
    var state = filtering()
    state.press("p")
    state.take(.failed("The mirror is damaged."))
    #expect(state.forms.isEmpty && state.notice?.text == "The mirror is damaged.")
  }

  @Test func `while the books are being opened they wait too, and q leaves`() {
    var state = Given.state(.start)
    state.phase = .opening("Opening…")
    state.press("2", "j")
    #expect(state.section == .start)
    #expect(state.press("q") == [.quit])
    state.take(.opened(SessionFacts(place: .demo, isReadOnly: false)))
    #expect(state.section == .invoices)
    state.take(.order(Given.order([4, 5], total: 2, generation: state.invoices.generation)))
    state.take(.rows(.invoices, [Given.row(4), Given.row(5)]))
    #expect(state.invoices.selectedID == 5)
  }

  @Test func `after Enter in a search they are for what it finds`() {
    var state = Given.invoices(9)
    state.press("#")
    state.type("44")
    state.press("Enter", "p")
    let hit = FindHit.number(NumberHit(row: Given.row(44), text: "INV-000044", isReference: false))
    state.take(.found(Found(query: FindQuery(kind: .number, text: "44"), hits: [hit], searched: 9, total: 9)))
    #expect(state.overlays.isEmpty && state.forms.isEmpty)
    state.take(.order(Given.order([43, 44], total: 2, generation: state.invoices.generation)))
    state.take(.rows(.invoices, [Given.row(43), Given.row(44)]))
    #expect(paid(state) == 44)
  }

  @Test func `on a customer's page they wait until it is read, and are dropped where nobody is there`() {
    var state = Given.invoices(3)
    state.press("g", "c", "p")
    #expect(!state.pages.isEmpty && state.forms.isEmpty)
    state.take(.customerPage(1, Given.customerFacts))
    #expect(state.forms.count == 1 && state.typedAhead.isEmpty)
    state = Given.invoices(3)
    state.press("g", "c", "p")
    state.take(.customerPage(1, nil))
    #expect(state.forms.isEmpty && state.typedAhead.isEmpty)
    state.press("Esc")
    #expect(state.pages.isEmpty)
  }

  @Test func `where a search finds nothing they are not typed into it`() {
    var state = Given.invoices(9)
    state.press("#")
    state.type("44")
    state.press("Enter", "p")
    state.take(.found(Found(query: FindQuery(kind: .number, text: "44"), hits: [], searched: 9, total: 9)))
    let finder: Finder? = if case .finder(let finder) = state.overlays.last { finder } else { nil }
    #expect(finder?.field.text == "44" && state.typedAhead.isEmpty)
  }

  @Test func `what is typed into a form before its record is there comes after it`() {
    var state = Given.state()
    _ = state.openForm(.edit(.invoices, id: 7), Given.environment)
    state.press("Tab", "Tab")
    let untouched = Given.editForm()
    state.take(.source(FormSource(record: Given.invoiceRecord, asOf: "14:20"), draft: "draft-1"))
    #expect(state.form?.focus != untouched.form?.focus && state.typedAhead.isEmpty)
  }
}
