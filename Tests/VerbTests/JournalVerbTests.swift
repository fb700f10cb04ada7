import BillingAPI
import Foundation
import Store
import Testing

extension Verbs {
  @Suite struct `Proving a journal` {
    let office: Office
    let path: String

    init() throws {
      office = try Office()
      let folder = office.path + "/.local/state/invoicematic/acme"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      path = folder + "/local.sqlite"
    }

    private func write(_ number: Int64, outcome: Int?) throws {
      let store = try LocalStore.open(at: path)
      let intent = Intent(
        id: IntentID(), kind: .invoices, verb: .create, body: #"{"invoice_number":"INV-\#(number)"}"#,
        key: IdempotencyKey(), createdAt: Date())
      try store.journal(intent)
      try store.journalSent(intent.id, body: intent.body, highestKnown: nil, at: Date())
      guard let outcome else { return }
      try store.journalAnswer(intent.id, status: outcome, recordID: number, body: nil, at: Date())
      try store.settle(intent.id, outcome == 201 ? .saved : .refused, recordID: number, at: Date())
    }

    @Test func `one that holds says what it proves, and that is status 0`() async throws {
      try write(1, outcome: 201)
      try write(2, outcome: 422)
      try write(3, outcome: nil)
      let answer = try await office.run(["journal", "verify"], books: nil)
      #expect(answer.status == 0, "\(answer.complaint)")
      #expect(
        answer.lines == [
          "The journal proves it: of 3 writes none was performed twice, and none is missing.",
          "1 saved, 1 refused, 0 taken back or given up, 1 open (1 without an answer yet); 10 lines, each bound to the one before it.",
        ])
    }

    @Test func `one that was changed names the line, and that is status 65`() async throws {
      try write(1, outcome: 201)
      let store = try LocalStore.open(at: path)
      try store.journalSent(IntentID(text: "stray"), body: nil, highestKnown: nil, at: Date())
      let answer = try await office.run(["journal", "verify", "--profile", "acme"], books: nil)
      #expect(answer.status == 65)
      #expect(answer.lines == ["line 5, write stray: it belongs to a write that is not in the journal."])
      #expect(answer.complaint.contains("does not hold in 1 place"))
    }

    @Test func `one that is no database is status 65 and stays as it is`() async throws {
      let rubbish = Data(repeating: 0x41, count: 5_000)
      try rubbish.write(to: URL(fileURLWithPath: path))
      let answer = try await office.run(["journal", "verify", "--file", path], books: nil)
      #expect(answer.status == 65)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == rubbish)
    }

    @Test(arguments: [["--local"], ["--profile", "other"], ["--file", "/nowhere"]])
    func `one that is not there is status 66`(_ place: [String]) async throws {
      let answer = try await office.run(["journal", "verify"] + place, books: nil)
      #expect(answer.status == 66)
      #expect(answer.complaint.contains("There is no journal"))
    }

    @Test func `of several one has to be named`() async throws {
      try write(1, outcome: 201)
      let other = office.path + "/.local/state/invoicematic/beta"
      try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
      _ = try LocalStore.open(at: other + "/local.sqlite")
      let answer = try await office.run(["journal", "verify"], books: nil)
      #expect(answer.status == 64)
      #expect(answer.complaint.contains("(acme, beta)"))
      let acme = try await office.run(["journal", "verify", "--profile", "acme"], books: nil)
      #expect(acme.lines.first?.contains("of 1 write ") == true, "\(acme.lines)")
      let beta = try await office.run(["journal", "show", "--profile", "beta"], books: nil)
      #expect(beta.status == 0 && !beta.lines.joined().contains("saved"))
    }

    @Test func `its writes are listed, the newest first`() async throws {
      try write(1, outcome: 201)
      try write(2, outcome: nil)
      let answer = try await office.run(["journal", "show"], books: nil)
      #expect(answer.status == 0, "\(answer.complaint)")
      #expect(answer.lines.count == 3)
      #expect(answer.lines[1].contains(/create invoice +INV-2 +1 +waits, may have been performed$/))
      #expect(answer.lines[2].contains(/create invoice +INV-1 +1 +saved as #1$/))
    }
  }
}
