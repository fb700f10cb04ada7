import Billing
import BillingAPI
import Dashboard
import Store
import Testing
import TerminalUI

@Suite struct `Browsing` {
  @Test func `the number keys open all six sections and the start page`() async throws {
    let journey = try await Journey(.sample())
    for section in Section.allCases {
      try await journey.press("\(section.digit)")
      #expect(journey.state.section == section)
      guard let kind = section.kind else { continue }
      journey.expect("\(section.digit) \(section.title)")
      let list = try #require(journey.list)
      #expect(list.kind == kind)
      #expect(list.selectedDetail != nil, "the pane shows the selected record")
      let total = try await journey.office.records(kind.rawValue).count
      #expect(list.completeness.total == total)
      journey.expect("\(total)")
    }
    await journey.end()
  }

  @Test func `moving down loads page after page until everything is there, and the total is true from the start`()
    async throws
  {
    let journey = try await Journey(.sample(), pageSize: 20)
    try await journey.press("2")
    let first = try #require(journey.list?.completeness)
    let total = try await journey.office.records("invoices").count
    #expect(first.loaded < total)
    #expect(first.total == total)
    var loaded = [first.loaded]
    while let list = journey.list, !list.completeness.isComplete, loaded.count < 100 {
      try await journey.press("G")
      loaded.append(journey.list?.completeness.loaded ?? 0)
    }
    #expect(loaded == loaded.sorted())
    #expect(loaded.last == total)
    #expect(journey.list?.order?.count == total)
    await journey.end()
  }

  @Test func `words, marks and statuses filter the list while it is typed, and Esc shows everything again`()
    async throws
  {
    let journey = try await Journey(.withInvoices(7))
    try await journey.press("2", "/")
    try await journey.type("zoë")
    #expect(journey.list?.count == 3)
    journey.expect("Zoë Bright")
    journey.expectNo("INV-000001")
    try await journey.press("Esc")
    #expect(journey.list?.count == 7)
    try await journey.press("/")
    try await journey.type("bal>=500 !zoë")
    try await journey.press("Enter")
    #expect(journey.list?.order.map(Set.init) == [5, 7])
    try await journey.press("Esc")
    try await journey.press("g", "l")
    #expect(journey.list?.count == 0)
    journey.expect("Nothing matches")
    await journey.end()
  }

  @Test func `a filter that cannot be read explains itself and leaves the list as it was`() async throws {
    let journey = try await Journey(.withInvoices(3))
    try await journey.press("2", "/")
    try await journey.type("is:nonsense")
    let problem = try #require(journey.list?.filterProblem?.sentence)
    journey.expect(String(problem.prefix(20)))
    #expect(journey.list?.count == 3)
    await journey.end()
  }

  @Test func `the sort menu orders by a column, and the same column again turns it around`() async throws {
    let journey = try await Journey(.withInvoices(5))
    try await journey.press("2", "s")
    let columns = SortColumn.columns(of: .invoices)
    let place = try #require(columns.firstIndex(of: .total))
    for _ in columns { try await journey.press("k") }
    for _ in 0..<place { try await journey.press("j") }
    try await journey.press("Enter")
    #expect(journey.list?.order == [5, 4, 3, 2, 1])
    try await journey.press("S")
    #expect(journey.list?.order == [1, 2, 3, 4, 5])
    await journey.end()
  }

  @Test func `the selection stays on its record while a refresh brings rows above it`() async throws {
    let journey = try await Journey(.withInvoices(6))
    try await journey.press("2", "g", "g", "j", "j")
    let selected = try #require(journey.selectedNumber)
    let index = try #require(journey.list?.selectedIndex)
    try await journey.office.addInvoice(8)
    try await journey.office.addInvoice(9)
    try await journey.press("R")
    journey.expect("INV-000009")
    #expect(journey.selectedNumber == selected)
    #expect(journey.list?.selectedIndex == index + 2)
    await journey.end()
  }

  @Test func `Enter fills the screen with a record, and Esc goes back to the same row`() async throws {
    let journey = try await Journey(.withInvoices(6), size: Size(width: 80, height: 24))
    try await journey.press("2", "j", "Enter")
    let selected = try #require(journey.selectedNumber)
    #expect(journey.state.isZoomed)
    journey.expect("Invoices ▸ \(selected)")
    try await journey.press("j", "j", "Esc")
    #expect(!journey.state.isZoomed)
    #expect(journey.selectedNumber == selected)
    await journey.end()
  }

  @Test func `from an invoice one goes to its customer, and from there to the payments`() async throws {
    let journey = try await Journey(.withInvoices(3))
    try await journey.press("2", "/")
    try await journey.type("INV-000002")
    try await journey.press("Enter", "g", "c")
    #expect(journey.state.pages.count == 1)
    journey.expect("Zoë Bright")
    try await journey.press("Esc", "g", "p")
    #expect(journey.state.section == .payments)
    #expect(journey.list?.filterField.text == "cust:Zoë cust:Bright")
    await journey.end()
  }

  @Test func `F10 and q quit with status 0`() async throws {
    for key in ["F10", "q"] {
      let journey = try await Journey(.withInvoices(1))
      try await journey.press(key)
      #expect(journey.loop.exitStatus == 0)
      await journey.end()
    }
  }

  @Test func `a hang-up ends the run with the status of its signal`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.send(.hangup(signal: 15))
    #expect(journey.loop.exitStatus == 143)
    await journey.end()
  }
}
