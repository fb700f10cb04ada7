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

/// Plans that are files, and rows that come from a bank.
@Suite struct `Many records from files` {
  @Test func `a plan is saved, opened in a later program, and runs there`() async throws {
    let journey = try await Journey(.overdue(3))
    let folder = try TestFolder()
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
    let folder = try TestFolder()
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
    let folder = try TestFolder()
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

    let later = try await Journey(journey.office, after: journey)
    try await later.press("2", "g", "b")
    later.expect("2 rows")
    later.expect("INV-000001")
    later.expect("is above the balance of 400.00")
    await later.end()
  }

  @Test func `a customer's timeline and the activity are written as they are shown`() async throws {
    let journey = try await Journey(.overdue(2))
    let folder = try TestFolder()
    try await journey.press("2", "*")
    try await journey.planPayments()
    try await journey.begin(rows: 2)
    try await journey.finishRun()
    try await journey.press("Esc", "A", "x")
    try await journey.nameFile(folder.path + "/activity.csv")
    let activity = try lines(folder.path + "/activity.csv")
    #expect(activity.first == "When,Write,Outcome,Status,Sent,How it ended,Name")
    #expect(activity.count { $0.contains(",saved,201,1,") } == 2)
    #expect(activity.dropFirst().allSatisfy { $0.prefixMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/) != nil })
    try await journey.press("Esc", "g", "c", "x")
    try await journey.nameFile(folder.path + "/timeline.csv")
    journey.expectNotice("Wrote 2 rows")
    let timeline = try lines(folder.path + "/timeline.csv")
    #expect(timeline.first == "Date,What,Number,Detail,Charge,Credit,Balance,Currency")
    #expect(timeline.contains { $0.contains(",payment,") && $0.contains(",0.00,USD") })
    await journey.end()
  }

  private func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n").map(String.init)
  }
}
