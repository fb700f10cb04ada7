import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct FinderUpdateTests {
  private func customer(_ id: Int64, _ name: String, phone: String = "+1 (555) 010-0341") -> FindHit {
    var row = CustomerRow(id: Identifier(id), name: name)
    row.phone = phone
    row.balances = [
      CurrencySum(
        currencyID: Identifier(1), count: 2, total: Money(cents: 500_000), balance: Money(cents: 320_000))
    ]
    return .customer(CustomerHit(row: row, field: .phone, text: phone), daysLate: 26)
  }

  private func found(_ text: String, _ hits: FindHit..., searched: Int = 600, total: Int? = 12_400) -> Answer {
    .found(Found(query: FindQuery(kind: .customer, text: text), hits: hits, searched: searched, total: total))
  }

  private func finder(_ state: State) -> Finder? {
    if case .finder(let finder) = state.overlays.last { finder } else { nil }
  }

  /// `@` open with some text typed.
  private func finding(_ text: String, width: Int = 120, height: Int = 36) -> State {
    var state = Given.invoices(3, width: width, height: height)
    state.press("@")
    state.type(text)
    return state
  }

  @Test(arguments: [("@", Finder.Kind.customer), ("#", .number), ("$", .amount)])
  func `each prefix opens its search, and what it looks through is fetched first`(key: String, kind: Finder.Kind) {
    var state = Given.state(.start)
    #expect(state.press(key) == [.prioritize(kind.wanted)])
    #expect(finder(state)?.kind == kind)
    #expect(state.press("Esc") == [.prioritize(nil)])
    #expect(state.overlays.isEmpty)
  }

  @Test func `each character looks for what is typed by then`() {
    var state = finding("03")
    #expect(state.type("4") == [.find(FindQuery(kind: .customer, text: "034"))])
    #expect(state.press("Left") == [], "the caret alone finds nothing new")
  }

  @Test func `an answer to what was typed before is thrown away`() {
    var state = finding("03")
    state.take(found("0", customer(1, "Doe")))
    #expect(finder(state)?.found == nil)
    state.take(found("03", customer(1, "Doe")))
    #expect(finder(state)?.selectedHit?.id == 1)
  }

  @Test func `the selection stays on its record while hits stream in above it`() {
    var state = finding("03")
    state.take(found("03", customer(1, "Doe"), customer(2, "Roe")))
    state.press("Down")
    state.take(found("03", customer(7, "Aoe"), customer(1, "Doe"), customer(2, "Roe")))
    #expect(finder(state)?.selectedHit?.id == 2)
    state.type("4")
    state.take(found("034", customer(7, "Aoe"), customer(2, "Roe")))
    #expect(finder(state)?.selectedHit?.id == 7, "another search begins at its best hit")
  }

  @Test func `customers that come while it is open are looked through, one search at a time`() {
    var state = finding("03")
    #expect(state.hear(.rowsChanged([.customers])) == [], "the answer is on its way")
    #expect(state.take(found("03", customer(1, "Doe"))) == [.find(FindQuery(kind: .customer, text: "03"))])
    state.take(found("03", customer(1, "Doe"), searched: 700))
    #expect(finder(state)?.found?.searched == 700)
    #expect(state.hear(.rowsChanged([.customers])).contains(.find(FindQuery(kind: .customer, text: "03"))))
  }

  @Test func `how much was searched is always said`() {
    var state = finding("03")
    state.take(found("03", customer(1, "Doe")))
    #expect(view(state).characters.joined().contains("searched 600 of 12,400"))
    state.take(found("03", customer(1, "Doe"), searched: 12_400))
    #expect(view(state).characters.joined().contains("all 12,400 searched"))
    state.take(found("03", searched: 600, total: nil))
    #expect(view(state).characters.joined().contains("more is on its way"))
  }

  @Test func `Enter opens the page of a customer over what is shown`() {
    var state = finding("03")
    state.take(found("03", customer(41, "Doe")))
    let effects = state.press("Enter")
    #expect(state.overlays.isEmpty)
    #expect(state.customerPage?.id == 41)
    #expect(effects.contains(.prioritize(nil)))
    #expect(effects.contains(.refreshCustomer(id: 41)))
    state.press("Esc")
    #expect(state.section == .invoices && state.pages.isEmpty, "Esc goes back to where the search was opened")
  }

  @Test func `Enter opens a document on the whole screen, and the filter that could hide it goes`() {
    var state = Given.state(.customers)
    state.lists[.invoices]?.filterField = TextField("is:open")
    state.press("#")
    state.type("3")
    let hit = FindHit.number(NumberHit(row: Given.row(3), text: "INV-000003", isReference: false))
    state.take(.found(Found(query: FindQuery(kind: .number, text: "3"), hits: [hit], searched: 9, total: 9)))
    let effects = state.press("Enter")
    #expect(state.section == .invoices && state.isZoomed)
    #expect(state.selectedID == 3)
    #expect(effects.contains(.detail(.invoices, id: 3)))
    #expect(state.invoices.filterField.text == "")
  }

  @Test func `Enter before the answer opens the first hit when it is there, never an older one`() {
    var state = finding("0")
    state.take(found("0", customer(1, "Doe")))
    state.type("341")
    #expect(state.press("Enter") == [])
    #expect(state.overlays.count == 1)
    state.take(found("0341", customer(9, "Roe")))
    #expect(state.overlays.isEmpty)
    #expect(state.customerPage?.id == 9)
  }

  @Test func `Tab completes the name`() {
    var state = finding("03")
    state.take(found("03", customer(1, "Doe Industries")))
    #expect(state.press("Tab") == [.find(FindQuery(kind: .customer, text: "Doe Industries"))])
    #expect(finder(state)?.field.text == "Doe Industries")
  }

  @Test func `a prefix before the text turns one search into another, which keeps the text`() {
    var state = finding("341")
    state.press("Home")
    #expect(state.press("#") == [.prioritize(.invoices), .find(FindQuery(kind: .number, text: "341"))])
    #expect(finder(state)?.kind == .number)
    state.press("Home", ":")
    guard case .palette(let picker) = state.overlays.last else {
      Issue.record("the palette is not open")
      return
    }
    #expect(picker.query.text == "341")
    state.press("^U", "@")
    #expect(finder(state)?.kind == .customer)
    #expect(state.overlays.count == 1)
  }

  @Test func `within the text a prefix is text`() {
    var state = finding("ann")
    state.type("@doe")
    #expect(finder(state)?.field.text == "ann@doe")
  }

  @Test func `commands of a form are not left for a search`() {
    var state = Given.invoiceForm()
    state.press("^X", ":", "@")
    guard case .palette = state.overlays.last else {
      Issue.record("the palette is gone")
      return
    }
  }

  @Test func `what is no amount is explained`() {
    var state = Given.state(.start)
    state.press("$")
    state.type("x")
    state.take(
      .found(
        Found(
          query: FindQuery(kind: .amount, text: "x"), hits: [], searched: 3, total: 3,
          problem: "“x” is no amount: write 1980.")))
    #expect(view(state).characters.joined().contains("“x” is no amount"))
  }

  @Test(arguments: [Size(width: 120, height: 36), Size(width: 80, height: 24)])
  func `the search looks so`(size: Size) throws {
    var state = finding("0341", width: size.width, height: size.height)
    var name = CustomerRow(id: Identifier(3), name: "Studio 0341")
    name.companyName = "Paper & Co"
    state.take(
      found(
        "0341", .customer(CustomerHit(row: name, field: .name, text: name.name), daysLate: nil),
        customer(1, "Doe Industries"), customer(2, "漢字 Industries With A Name That Is Long", phone: "0341")))
    state.press("Down")
    try Snapshot.check(view(state), "finder")
  }
}

struct MatchHighlightTests {
  private func marked(_ query: String, _ text: String) -> String {
    let positions = MatchHighlight(query).positions(in: Array(text))
    return String(text.enumerated().map { positions.contains($0.offset) ? $0.element : "." })
  }

  @Test(arguments: [
    ("doe", "John Doe", ".....Doe"), ("muller", "Åsa Müller", "....Müller"),
    ("doe ind", "Doe Industries", "Doe.Ind......."), ("383", "INV-000383", ".......383"), ("x", "Doe", "..."),
    ("0341", "+1 (555) 010-0341", ".............0341"), ("", "Doe", "..."),
  ])
  func `what was found stands out as the mirror finds it`(query: String, text: String, expected: String) {
    #expect(marked(query, text) == expected)
  }

  @Test func `digits of a telephone number stand out with what stands between them`() {
    #expect(marked("5550100", "+1 (555) 010-0341") == "....555) 010-0...")
    #expect(marked("555-01", "+15550100341") == "..55501.....")
  }

  @Test func `a letter that is written as two is marked as one`() {
    #expect(marked("strasse", "Hauptstraße 1") == ".....straße..")
  }
}
