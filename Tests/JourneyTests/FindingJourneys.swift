import Billing
import BillingAPI
import BillingServer
import Dashboard
import Foundation
import Store
import Testing
import TerminalUI

@Suite struct `Finding` {
  /// Books with as many customers as asked for, each with a telephone number that ends in its own four digits.
  private func office(customers: Int) async throws -> Office {
    let office = try await Office { try $0.setUp(companyName: "Paper Lantern Ltd", currencyID: Identifier(1)) }
    for number in 1...customers {
      try await office.post(
        "customers",
        [
          "name": .string("Customer \(number)"), "email": .string("c\(number)@example.com"), "currency_id": 1,
          "phone": .string("+1 (555) 01\(number < 10 ? "0" : "")\(number)-\(1000 + number)"),
        ])
    }
    return office
  }

  private func copied(_ journey: Journey) -> [String] {
    journey.terminal.sent.compactMap { sequence in
      let parts = sequence.split(separator: ";")
      guard sequence.hasPrefix("\u{1B}]52;"), let last = parts.last else { return nil }
      return Data(base64Encoded: String(last.dropLast())).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func `four digits of a telephone number lead to the customer, and two keys copy the number`() async throws {
    let journey = try await Journey(office(customers: 30), size: Size(width: 80, height: 24))
    try await journey.press("@")
    try await journey.type("1017")
    journey.expect("Customer 17")
    journey.expect("+1 (555) 0117-1017")
    journey.expect("all 30 searched")
    try await journey.press("Enter")
    journey.expect("Customer 17")
    #expect(journey.state.pages.count == 1)
    try await journey.press("y", "p")
    #expect(copied(journey) == ["+1 (555) 0117-1017"])
    await journey.end()
  }

  @Test func `all customers are fetched while the search is open, and Enter after fast typing opens what was meant`()
    async throws
  {
    let journey = try await Journey(office(customers: 30), pageSize: 5)
    try await journey.press("@")
    try await journey.type("c29@example")
    try await journey.wait("the customer of a later page to stream in") { $0.screen.contains("Customer 29") }
    try await journey.press("Enter")
    journey.expect("Customer 29")
    #expect(journey.state.pages.count == 1 && journey.state.overlays.isEmpty)
    await journey.end()
  }

  @Test func `numbers and amounts are found from anywhere, and one search turns into another`() async throws {
    let journey = try await Journey(.withInvoices(12))
    try await journey.press("#")
    try await journey.type("11")
    journey.expect("INV-000011")
    try await journey.press("^U", "$")
    try await journey.type("~1.1k")
    journey.expect("$1,100.00")
    try await journey.press("Enter")
    #expect(journey.selectedNumber == "INV-000011")
    #expect(journey.state.isZoomed)
    await journey.end()
  }

  @Test func `a view that was saved opens again after a restart, with its order and columns`() async throws {
    let office = try await Office.withInvoices(9)
    let first = try await Journey(office)
    try await first.press("2", "/")
    try await first.type("zoë")
    try await first.press("Enter", "S", "|", "Space", "Enter", "V")
    try await first.type("Zoë, oldest first")
    try await first.press("^S")
    first.expectNotice("Saved the view “Zoë, oldest first”")
    let order = try #require(first.list?.order)
    await first.end()

    let second = try await Journey(office, after: first)
    second.expectNo("Zoë, oldest first")
    try await second.press("V")
    try await second.type("oldest")
    try await second.press("Enter")
    #expect(second.state.section == .invoices)
    #expect(second.list?.order == order)
    second.expect("‹Zoë, oldest first 4›")
    second.expectNo("NUMBER")
    await second.end()
  }

  @Test func `the frequency table counts a column, and Enter filters by a value`() async throws {
    let journey = try await Journey(.withInvoices(7))
    try await journey.press("2", "l", "F")
    journey.expect("Invoices by customer")
    journey.expect("Acme Harbour")
    try await journey.press("Enter")
    #expect(journey.list?.count == 4)
    journey.expectNo("Zoë Bright")
    await journey.end()
  }

  @Test func `the filter line offers customers by name, and Tab takes one`() async throws {
    let journey = try await Journey(.withInvoices(7))
    try await journey.press("3", "2", "/")
    try await journey.type("cust:zo")
    journey.expect("Zoë Bright")
    try await journey.press("Tab", "Enter")
    #expect(journey.list?.count == 3)
    await journey.end()
  }
}
