import Billing
import BillingAPI
import BillingServer
import BillingSync
import Dashboard
import Foundation
import Store
import TerminalUI
import TestSupport
import Testing

@Suite struct `Many records at once` {
  @Test
  func `40 overdue invoices are marked, 3 left out, the rest paid over a lost connection, and the report exported`()
    async throws
  {
    let journey = try await Journey(.overdue(40))
    let folder = try TestFolder()
    try await journey.press("2", "/")
    try await journey.type("is:late")
    try await journey.press("Enter", "*")
    journey.expect("■ 40 marked")
    journey.expect("due $82,000.00")
    try await journey.press("g", "g", "Space", "Space", "Space")
    journey.expect("■ 37 marked")
    try await journey.planPayments()
    journey.expect("37 × POST /payments")
    let planned = try #require(journey.run).plan.rows.reduce(0) { $0 + ($1.amount?.cents ?? 0) }
    #expect(journey.opener.tap.writes.isEmpty, "a plan sends nothing")

    journey.office.service.hazards.turnOn(.droppedAfterWrite, times: 1)
    try await journey.begin(rows: 37)
    try await journey.finishRun()
    #expect(journey.run?.phase == .ended)
    #expect(!journey.office.service.hazards.isOn(.droppedAfterWrite), "it struck")
    journey.expect("37/37  100%")
    let payments = try await journey.office.records("payments")
    #expect(payments.count == 37)
    #expect(Set(payments.compactMap { $0["invoice_id"]?.integer }).count == 37, "no invoice is paid twice")
    #expect(payments.reduce(0) { $0 + ($1["amount"]?.integer ?? 0) } == planned)
    let open = try await journey.office.records("invoices").reduce(0) { $0 + ($1["due_amount"]?.integer ?? 0) }
    #expect(open + planned == 8_200_000, "what is paid and what is still owed are what was owed")

    let report = folder.path + "/report.csv"
    try await journey.press("x")
    try await journey.nameFile(report)
    journey.expectNotice("Wrote 37 rows to \(report)")
    let lines = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\r\n")
    #expect(lines.count == 38 && lines.dropFirst().allSatisfy { $0.contains(",done,") })
    try await journey.press("Esc")
    #expect(journey.list?.marks.isEmpty == true, "what is done is not marked any more")
    journey.expect("↑0 queued")
    try await journey.press("A")
    journey.expect("run: pay, 37 rows")
    try await journey.press("Enter")
    journey.expect("37/37  100%")
    await journey.end()
  }

  @Test(arguments: [
    [Hazard.droppedBeforeWrite], [.droppedAfterWrite], [.errorBeforeWrite], [.errorAfterWrite], [.tooManyRequests],
    [.truncated], [.html], [.loginRedirect], [.lateAnswer], [.numberTaken], [.numberTaken, .bareProblem],
    [.mangledTypes],
  ])
  func `a run that meets a hazard pays every invoice once`(hazards: [Hazard]) async throws {
    let journey = try await Journey(.overdue(4))
    try await journey.press("2", "*")
    try await journey.planPayments()
    for hazard in hazards {
      journey.office.service.hazards.turnOn(
        hazard, value: hazard == .lateAnswer ? 1 : nil, times: hazard == .bareProblem ? nil : 1)
    }
    try await journey.begin(rows: 4)
    try await journey.finishRun()
    let payments = try await journey.office.records("payments")
    #expect(payments.compactMap { $0["amount"]?.integer }.sorted() == [10_000, 20_000, 30_000, 40_000])
    #expect(try await journey.office.records("invoices").allSatisfy { $0["due_amount"] == 0 })
    #expect(try journey.opener.local.proveJournal().problems == [])
    journey.expect("↑0 queued")
    await journey.end()
  }

  @Test func `what others changed since is held, and goes with Space and a word as it is now`() async throws {
    let journey = try await Journey(.overdue(3))
    try await journey.press("2", "*")
    try await journey.planPayments()
    try await journey.office.post(
      "payments",
      [
        "payment_date": .string(Office.today.iso), "customer_id": 2, "amount": 15_000, "payment_number": "X-1",
        "invoice_id": 2,
      ])
    try await journey.begin(rows: 3)
    try await journey.finishRun()
    journey.expect("balance was 200.00, now 50.00")
    try await journey.press("h", "Space")
    journey.expect("$50.00 is")
    try await journey.press("y")
    try await journey.finishRun()
    #expect(try await journey.office.records("invoices").allSatisfy { $0["due_amount"] == 0 })
    #expect(
      try await journey.office.records("payments").compactMap { $0["amount"]?.integer }.sorted() == [
        5_000, 10_000, 15_000, 30_000,
      ])
    await journey.end()
  }

  @Test func `the whole run is taken back before its first payment, and nothing was sent`() async throws {
    let journey = try await Journey(.overdue(3))
    try await journey.press("2", "*")
    try await journey.planPayments()
    try await journey.begin(rows: 3)
    journey.expect("takes the whole run back")
    try await journey.press("^C")
    try await journey.wait("it is taken back") { $0.run?.phase == .takenBack }
    #expect(journey.opener.tap.writes.isEmpty)
    journey.expect("↑0 queued")
    #expect(journey.list?.marks.count == 3)
    await journey.end()
  }

  @Test func `a run of deletions is undone: the drafts are made again, each compared`() async throws {
    let journey = try await Journey(.withInvoices(3))
    try await journey.press("2", "*")
    try await journey.command("Delete marked")
    journey.expect("is deleted")
    try await journey.begin(rows: 3)
    try await journey.finishRun()
    #expect(try await journey.office.records("invoices").isEmpty)
    try await journey.command("Plan the undoing")
    journey.expect("a new invoice")
    try await journey.begin(rows: 3)
    try await journey.finishRun()
    let again = try await journey.office.records("invoices")
    #expect(Set(again.compactMap { $0["invoice_number"]?.string }) == ["INV-000001", "INV-000002", "INV-000003"])
    #expect(again.reduce(0) { $0 + ($1["total"]?.integer ?? 0) } == 60_000)
    await journey.end()
  }

  @Test func `edits are put back, but for what somebody changed since`() async throws {
    let journey = try await Journey(.overdue(2))
    try await journey.press("2", "*")
    try await journey.command("Move due dates of marked")
    try await journey.press("Enter")
    try await journey.begin(rows: 2)
    try await journey.finishRun()
    let moved = try await journey.office.records("invoices")
    try await journey.office.put("invoices/2", changing(try #require(moved.first { $0["id"] == 2 }), due: "2030-01-01"))
    try await journey.command("Plan the undoing")
    try await journey.begin(rows: 2)
    try await journey.finishRun()
    journey.expect("▲ held")
    let due = try await journey.office.records("invoices").map { ($0["id"]?.integer, $0["due_date"]?.date?.iso) }
    #expect(due.contains { $0 == 1 && $1 == Office.today.adding(days: -11).iso })
    #expect(due.contains { $0 == 2 && $1 == "2030-01-01" })
    await journey.end()
  }

  private func changing(_ record: JSONValue, due: String) -> JSONValue {
    var object = record.object ?? JSONObject()
    object["due_date"] = .string(due)
    return .object(object)
  }
}
