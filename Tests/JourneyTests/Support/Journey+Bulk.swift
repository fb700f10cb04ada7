import Billing
import BillingAPI
import BillingServer
import BillingSync
import Dashboard
import Foundation
import Store
import TerminalUI
import Testing
import TestSupport

extension Office {
  /// Invoices of 100.00, 200.00 and so on that were sent and are late, for two customers by turns.
  static func overdue(_ count: Int) async throws -> Office {
    let office = try await withInvoices(0)
    for number in 1...count {
      let cents = Int64(number) * 10_000
      var body = JSONObject([
        ("invoice_date", .string(today.adding(days: -60).iso)),
        ("due_date", .string(today.adding(days: -10 - number).iso)),
        ("customer_id", .integer(Int64(2 - number % 2))), ("invoice_number", .string(Office.number(number))),
        ("discount", 0), ("discount_val", 0), ("sub_total", .integer(cents)), ("total", .integer(cents)), ("tax", 0),
        ("template_name", "invoice1"), ("items", [["name": "Work", "quantity": 1, "price": .integer(cents)]]),
      ])
      try await office.post("invoices", .object(body))
      body["status"] = "SENT"
      try await office.put("invoices/\(number)", .object(body))
    }
    return office
  }
}

extension Journey {
  /// The run of the page that is shown.
  var run: RunSnapshot? {
    if case .bulk(let page) = state.pages.last { state.runs[page.run] } else { nil }
  }

  /// A plan of payments of the whole balances of what is marked, without a method or a note.
  func planPayments() async throws {
    try await press("b")
    try await type("pay marked")
    try await press("Enter", "^S")
  }

  /// Confirms the plan by the number of its rows, or by `y` where that is enough.
  func begin(rows: Int) async throws {
    try await press("^S")
    if case .question = state.overlays.last { try await press("y") } else { try await type("\(rows)") }
  }

  /// Time passes over take-back times, rests and retries until the run moves no more.
  func finishRun() async throws {
    opener.clock.run()
    try await wait("the run is over") {
      $0.run?.phase.isMoving == false && $0.run?.rows.allSatisfy { $0.state.isFinished } == true
    }
    opener.clock.stand()
    try await settle()
  }

  /// Names the file of the export that is being chosen, and writes it.
  func nameFile(_ path: String) async throws {
    try await press("Enter", "Enter")
    try await fill(path)
    try await press("Enter")
  }
}
