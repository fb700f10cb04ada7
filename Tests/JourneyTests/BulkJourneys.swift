import Billing
import BillingAPI
import BillingServer
import BillingSync
import Dashboard
import Foundation
import Store
import Testing
import TerminalUI

@Suite struct `Many records at once` {
  @Test
  func `40 overdue invoices are marked, 3 left out, the rest paid over a lost connection, and the report exported`()
    async throws
  {
    let journey = try await Journey(.overdue(40))
    let folder = try TemporaryFolder()
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
    Hazard.droppedBeforeWrite, .droppedAfterWrite, .errorAfterWrite, .tooManyRequests, .truncated, .html, .lateAnswer,
    .numberTaken, .mangledTypes,
  ])
  func `a run that meets a hazard pays every invoice once`(hazard: Hazard) async throws {
    let journey = try await Journey(.overdue(4))
    try await journey.press("2", "*")
    try await journey.planPayments()
    journey.office.service.hazards.turnOn(hazard, value: hazard == .lateAnswer ? 1 : nil, times: 1)
    try await journey.begin(rows: 4)
    try await journey.finishRun()
    let payments = try await journey.office.records("payments")
    #expect(payments.compactMap { $0["amount"]?.integer }.sorted() == [10_000, 20_000, 30_000, 40_000])
    #expect(try await journey.office.records("invoices").allSatisfy { $0["due_amount"] == 0 })
    #expect(try journey.opener.local.proveJournal().problems == [])
    journey.expect("↑0 queued")
    await journey.end()
  }

  @Test func `what others changed since is held, and goes with Space as it is now`() async throws {
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

  @Test func `a plan is saved, opened in a later program, and runs there`() async throws {
    let journey = try await Journey(.overdue(3))
    let folder = try TemporaryFolder()
    let path = folder.path + "/plan.json"
    try await journey.press("2", "*")
    try await journey.planPayments()
    try await journey.press("x")
    try await journey.nameFile(path)
    journey.expectNotice("Wrote 3 rows to \(path)")
    try await journey.press("x")
    try await journey.nameFile(path)
    journey.expect("Replace the file?")
    try await journey.press("n", "Esc")
    await journey.end()

    let later = try await Journey(journey.office, after: journey)
    try await later.command("Open a plan")
    try await later.type(path)
    try await later.press("Enter")
    later.expect("3 × POST /payments")
    try await later.begin(rows: 3)
    try await later.finishRun()
    #expect(try await later.office.records("payments").count == 3)
    try await later.press("Esc")
    try await later.command("Open a plan")
    try await later.type(path)
    try await later.press("Enter")
    later.expect("3/3  100%")
    #expect(try await later.office.records("payments").count == 3, "opened again it is the same run")
    await later.end()
  }

  @Test func `a plan that was edited is shown on a person's word, one that is torn is none`() async throws {
    let journey = try await Journey(.overdue(2))
    let folder = try TemporaryFolder()
    let path = folder.path + "/plan.json"
    try await journey.press("2", "*")
    try await journey.planPayments()
    try await journey.press("x")
    try await journey.nameFile(path)
    try await journey.press("Esc")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("PAY-", with: "PAX-").write(toFile: path, atomically: true, encoding: .utf8)
    try await journey.command("Open a plan")
    try await journey.type(path)
    try await journey.press("Enter")
    journey.expect("edited after it was made")
    try await journey.press("n")
    #expect(journey.run == nil)
    try String(text.prefix(300)).write(toFile: path, atomically: true, encoding: .utf8)
    try await journey.command("Open a plan")
    try await journey.type(path)
    try await journey.press("Enter")
    journey.expect("That is no plan")
    await journey.end()
  }

  @Test func `bank rows are matched, corrected and paid; what matches nothing stays`() async throws {
    let journey = try await Journey(.overdue(4))
    let folder = try TemporaryFolder()
    let path = folder.path + "/bank.csv"
    try "Datum;Betrag;Rechnung;Verwendungszweck\n17.03.2026;100,00;INV-000001;danke\n17.03.2026;200,00;;Zoë Bright\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    try await journey.press("2", "g", "b", "o")
    try await journey.type(path)
    try await journey.press("Enter")
    journey.expect("✓ 2 pay $300.00")
    try await journey.paste("INV-000099;300;2026-03-16;\nINV-000004;999;;\nINV-000001;1;;")
    journey.expect("▲ 3 pay nothing")
    journey.expect("is above the balance of 400.00")
    journey.expect("row 1 pays the same invoice")
    try await journey.press("k", "k", "Enter")
    try await journey.type("INV-000003")
    try await journey.press("Enter")
    journey.expect("▲ 2 pay nothing")
    try await journey.press("^S", "^S")
    journey.expect("3 × POST /payments")
    try await journey.begin(rows: 3)
    try await journey.finishRun()
    let payments = try await journey.office.records("payments")
    #expect(payments.compactMap { $0["amount"]?.integer }.sorted() == [10_000, 20_000, 30_000])
    #expect(Set(payments.compactMap { $0["payment_date"]?.date?.iso }) == ["2026-03-17", "2026-03-16"])
    #expect(payments.contains { $0["notes"] == "danke" })
    try await journey.press("Esc")
    journey.expect("2 rows")
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

/// A folder that is gone with the test.
private final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "bulk-\(UUID().uuidString.prefix(8))"

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  // The folder lies below the system's temporary one, which is swept.
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension Office {
  /// Invoices of 100.00, 200.00 and so on that were sent and are late, for two customers by turns.
  fileprivate static func overdue(_ count: Int) async throws -> Office {
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
  fileprivate var run: RunSnapshot? {
    if case .bulk(let page) = state.pages.last { state.runs[page.run] } else { nil }
  }

  /// A plan of payments of the whole balances of what is marked, without a method or a note.
  fileprivate func planPayments() async throws {
    try await press("b")
    try await type("pay marked")
    try await press("Enter", "^S")
  }

  /// Confirms the plan by the number of its rows, or by `y` where that is enough.
  fileprivate func begin(rows: Int) async throws {
    try await press("^S")
    if case .question = state.overlays.last { try await press("y") } else { try await type("\(rows)") }
  }

  /// Time passes over take-back times, rests and retries until the run moves no more.
  fileprivate func finishRun() async throws {
    opener.clock.run()
    try await wait("the run is over") {
      $0.run?.phase.isMoving == false && $0.run?.rows.allSatisfy { $0.state.isFinished } == true
    }
    opener.clock.stand()
    try await settle()
  }

  /// Names the file of the export that is being chosen, and writes it.
  fileprivate func nameFile(_ path: String) async throws {
    try await press("Enter", "Enter")
    try await fill(path)
    try await press("Enter")
  }
}
