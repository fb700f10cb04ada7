import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct OverviewUpdateTests {
  @Test func `amounts without a sign are in the currency of most business, though nothing of it is open`() {
    var state = Given.state(.start)
    state.figures.homeCurrency = nil
    var figures = Given.overviewPage().figures
    figures.currencies[0].outstanding = CountedSum()
    figures.currencies.reverse()
    state.take(.overview(OverviewPage(figures, moments: [], readAt: "14:32")))
    #expect(state.figures.homeCurrency == Given.dollars)
  }

  @Test func `Tab gives the keyboard to pane after pane, and comes around`() {
    var state = Given.overview()
    var visited: [OverviewPane] = []
    for _ in 0..<5 {
      visited.append(state.overview.focus)
      state.press("Tab")
    }
    #expect(visited == [.attention, .activity, .figures, .ageing, .cashFlow])
    #expect(state.overview.focus == .attention)
    #expect(state.section == .start)
    state.press("S-Tab")
    #expect(state.overview.focus == .cashFlow)
  }

  @Test func `h j k l go through rows and columns, and past their ends to the pane beside`() {
    var state = Given.overview()
    state.press("k")
    #expect(state.overview.focus == .ageing, "above the first row lies the pane above")
    state.press("j", "j")
    #expect(state.overview.selection[.ageing] == 2)
    state.press("l")
    #expect(state.overview.focus == .cashFlow)
    state.press("h")
    #expect(state.overview.selection[.cashFlow] == 10, "the chart begins at its last column")
    state.press("k")
    #expect(state.overview.focus == .figures)
    state.press("l", "l")
    #expect(state.overview.selection[.figures] == 2)
    state.press("G")
    #expect(state.overview.selection[.figures] == 4)
  }

  @Test(
    arguments: [
      (0, Section.invoices, "is:open cur:usd"), (1, .invoices, "is:late cur:usd"),
      (2, .invoices, "is:open due>=today due<=7d cur:usd"),
      (3, .payments, "date>=2026-03-01 date<=2026-03-31 cur:usd"), (4, .payments, "date>=-90d cur:usd"),
    ])
  func `each figure opens the list behind it, and - comes back`(index: Int, section: Dashboard.Section, filter: String)
    throws
  {
    var state = Given.overview()
    state.overview.focus = .figures
    state.overview.selection[.figures] = index
    state.press("Enter")
    let kind = try #require(section.kind)
    #expect(state.section == section)
    #expect(state.lists[kind]?.filterField.text == filter)
    #expect(state.lists[kind]?.filterProblem == nil, "the filter language knows every word of it")
    #expect(state.lists[kind]?.filter.isEmpty == false)
    state.press("-")
    #expect(state.section == .start)
    #expect(state.overview.focus == .figures)
  }

  @Test(arguments: AgeingBucket.Age.allCases)
  func `each age opens the invoices of that age`(age: AgeingBucket.Age) {
    var state = Given.overview()
    state.overview.focus = .ageing
    state.overview.selection[.ageing] = age.rawValue
    state.press("Enter")
    #expect(state.lists[.invoices]?.filterField.text == age.filter + " cur:usd")
    #expect(state.lists[.invoices]?.filterProblem == nil)
  }

  @Test func `a month of the chart opens what was invoiced in it`() {
    var state = Given.overview()
    state.overview.focus = .cashFlow
    state.press("h", "Enter")
    #expect(state.invoices.filterField.text == "date>=2026-02-01 date<=2026-02-28 !is:draft cur:usd")
    #expect(state.invoices.filterProblem == nil)
  }

  @Test func `whoever needs attention is opened by Enter and by gc`() {
    var state = Given.overview()
    state.press("j")
    let effects = state.press("Enter")
    #expect(state.customerPage?.id == 2)
    #expect(state.customerPage?.name.hasPrefix("Doe") == true)
    #expect(effects == [.customerPage(2), .refreshCustomer(id: 2)])
    state.press("Esc")
    #expect(state.pages.isEmpty)
    state.press("g", "c")
    #expect(state.customerPage?.id == 2)
  }

  @Test func `below those who are late stand drafts, and estimates that expire`() throws {
    var state = Given.overview()
    state.press("G")
    let reminders = try #require(state.overviewContent?.reminders.map(\.text))
    #expect(reminders == ["4 drafts, oldest 6 d", "EST-000031 Tern Robotics"])
    state.press("Enter")
    #expect(state.section == .estimates)
    #expect(state.selectedID == 31)
  }

  @Test func `a key that expires within a month is spoken of`() {
    var state = Given.overview()
    state.session.keyExpiresAt = "2026-04-01T00:00:00.000000Z"
    state.session.keyName = "Production"
    #expect(state.overviewContent?.reminders.last?.text == "API key “Production”")
    #expect(state.overviewContent?.reminders.last?.when == "expires 01 Apr")
    state.session.keyExpiresAt = "2026-05-01T00:00:00.000000Z"
    #expect(state.overviewContent?.reminders.last?.text == "EST-000031 Tern Robotics")
  }

  @Test func `another currency shows its own figures, and nothing is added across them`() {
    var state = Given.overview()
    #expect(state.overviewContent?.figures.first?.value == "$36,135.50")
    state.press("t", "c")
    #expect(state.overviewContent?.figures.first?.value.contains("3,200") == true)
    #expect(state.overviewContent?.ageing.map(\.count) == [2, 0, 0, 0, 0])
    state.press("t", "c")
    #expect(state.overviewContent?.figures.first?.value == "$36,135.50")
  }

  @Test func `the chart counts in months or whole quarters`() {
    var state = Given.overview()
    #expect(state.overviewContent?.cashFlow.map(\.label).suffix(2) == ["Feb", "Mar"])
    state.press("t", "q")
    #expect(state.overviewContent?.cashFlow.map(\.label) == ["Q2 25", "Q3 25", "Q4 25", "Q1 26"])
    #expect(state.overviewContent?.cashFlow.last?.invoiced == Money(cents: 5_900_000))
    state.press("t", "m")
    #expect(state.overviewContent?.cashFlow.count == 12)
  }

  @Test func `months further back are read once the chart goes there`() {
    var state = Given.overview()
    #expect(state.press("t", "Left").contains(.overview(months: 36)))
    #expect(state.overview.lookback == 1)
    state.take(.overview(Given.overviewPage()))
    let isRead = state.press("t", "Right").contains { if case .overview = $0 { true } else { false } }
    #expect(!isRead, "they are there")
  }

  @Test func `what the sums say of each other is shown, and in red where they differ`() {
    var page = Given.overviewPage()
    var state = Given.overview()
    #expect(state.overviewContent?.check.map(\.text).joined() == "= Σ customers ✓")
    var figures = page.figures
    figures.currencies[0].check.ofCustomers = Given.sum(25, 3_613_549)
    page = OverviewPage(figures, moments: page.moments, readAt: page.readAt)
    state.take(.overview(page))
    #expect(state.overviewContent?.check.last == Span("≠ Σ customers 36,135.49 ✗", "error"))
  }

  private let reading = [Effect.overview(months: 12), .timer(.overviewRest, after: .milliseconds(500))]

  @Test func `it is read once at a time, and again after a rest where more changed meanwhile`() {
    var state = Given.state(.start)
    #expect(state.hear(.rowsChanged([.invoices])) == reading)
    #expect(state.hear(.rowsChanged([.payments])).isEmpty)
    #expect(state.take(.overview(Given.overviewPage())).isEmpty)
    #expect(state.hear(.rowsChanged([.invoices])).isEmpty)
    #expect(update(&state, .timer(.overviewRest), Given.environment) == reading)
    #expect(update(&state, .timer(.overviewRest), Given.environment).isEmpty, "while nothing more has changed")
    state.take(.overview(Given.overviewPage()))
    #expect(state.hear(.rowsChanged([.invoices])) == reading, "what comes after its rest is read at once")
  }

  @Test func `where reading takes longer than its rest, it is read again when the answer is there`() {
    var state = Given.state(.start)
    state.hear(.rowsChanged([.invoices]))
    state.hear(.rowsChanged([.invoices]))
    #expect(update(&state, .timer(.overviewRest), Given.environment).isEmpty)
    #expect(state.take(.overview(Given.overviewPage())) == reading)
  }

  @Test func `while a page covers it nothing is read, and all of it when the page is left`() {
    var state = Given.overview()
    state.press("O")
    #expect(state.pages.count == 1)
    for _ in 0..<20 { #expect(!state.hear(.rowsChanged([.invoices])).contains(.overview(months: 12))) }
    #expect(state.press("Esc").contains(.overview(months: 12)))
  }

  @Test func `what is owed is shown before months and days to pay are added up, and these say that they are not known`()
  {
    var state = Given.overview()
    let whole = Given.overviewPage()
    var figures = whole.figures
    figures.extent = .open
    let open = OverviewPage(figures, moments: whole.moments, readAt: whole.readAt)
    #expect(state.take(.overview(open)).isEmpty)
    #expect(state.overview.page == whole, "the whole of it is not taken back")
    state.overview.page = nil
    state.overview.isReading = true
    state.take(.overview(open))
    #expect(state.overview.isReading, "the rest is on its way")
    let shown = view(state).characters.joined(separator: "\n")
    #expect(shown.contains("26 open"))
    #expect(shown.contains("Adding up what was invoiced and received…"))
    #expect(state.overviewContent?.figures.suffix(2).map(\.value) == ["…", "…"])
  }

  @Test func `what is not loaded says so`() {
    let state = Given.overview(loaded: 412, total: 12_400)
    let shown = view(state).characters.joined(separator: "\n")
    #expect(shown.contains("412 of 12,400 invoices loaded"))
    #expect(shown.contains("26 open so far"))
  }

  @Test(arguments: [(40, 12), (70, 20), (80, 24), (100, 30), (120, 36), (200, 60)])
  func `every key leads somewhere on every screen`(width: Int, height: Int) {
    var state = Given.overview(width: width, height: height)
    for key in ["Tab", "j", "l", "k", "h", "G", "S-Tab", "j", "j", "l", "l", "g", "g", "^D", "Tab", "Tab"] {
      state.press(key)
      let layout = state.overviewLayout
      #expect(layout.order.contains(state.overview.focus), "\(key) leads to a pane that is not there")
      _ = view(state)
    }
  }
}
