import BillingAPI
import Foundation
import Store
import TestSupport
import Testing

extension Intent {
  static func creation(_ id: IntentID = IntentID(), body: String = #"{"name":"Jane"}"#) -> Intent {
    Intent(id: id, kind: .customers, verb: .create, body: body, key: IdempotencyKey(), createdAt: moment())
  }
}

@Suite struct `The journal` {
  let folder: TestFolder
  var path: String { folder.path + "/local.sqlite" }

  init() throws { folder = try TestFolder() }

  @Test func `is on the disk when the call returns`() throws {
    let store = try LocalStore.open(at: path)
    #expect(try store.synchronousLevel() == 2)
    #expect(try permissions(path) == 0o600)
  }

  @Test func `knows an intent with its key after a restart`() throws {
    let intent = Intent.creation()
    do { try LocalStore.open(at: path).journal(intent) }
    let open = try LocalStore.open(at: path).openIntents()
    var expected = OpenIntent(intent: intent, firstSent: nil, attempts: 0)
    expected.owner = .orphan
    #expect(open == [expected])
  }

  @Test func `tells what was sent from what never was`() throws {
    let intent = Intent.creation()
    do {
      let store = try LocalStore.open(at: path)
      try store.journal(intent)
      try store.journalSent(intent.id, body: "{}", highestKnown: 12, at: moment(1))
      try store.journalAnswer(intent.id, status: 502, body: nil, at: moment(2))
      try store.journalSent(intent.id, body: "{}", highestKnown: 14, at: moment(3))
    }
    let open = try #require(try LocalStore.open(at: path).openIntent(intent.id))
    #expect(open.firstSent == OpenIntent.Sending(at: moment(1), body: "{}", highestKnown: 12))
    #expect(open.attempts == 2)
    #expect(open.lastStatus == nil)
  }

  @Test func `a settled intent is open no more, and its lines stay`() throws {
    let store = try LocalStore.inMemory()
    let intent = Intent.creation()
    try store.journal(intent)
    try store.journalSent(intent.id, body: intent.body, highestKnown: nil, at: moment(1))
    try store.journalAnswer(intent.id, status: 201, body: #"{"id":5}"#, at: moment(2))
    try store.journalReadBack(intent.id, recordID: 5, body: #"{"id":5}"#, at: moment(3))
    try store.settle(intent.id, .saved, recordID: 5, at: moment(4))
    #expect(try store.openIntents().isEmpty)
    #expect(try store.openIntent(intent.id) == nil)
    #expect(try store.journalEntries(of: intent.id).map(\.step) == [.intent, .sent, .answer, .readBack, .settled])
    #expect(try store.journalEntries(of: intent.id).last?.body == "saved")
    #expect(try store.newestJournalEntries(limit: 2).map(\.step) == [.settled, .readBack])
    #expect(try store.proveJournal().holds)
  }

  @Test func `an id is meant once`() throws {
    let store = try LocalStore.inMemory()
    let intent = Intent.creation()
    try store.journal(intent)
    #expect(throws: StoreError.self) { try store.journal(intent) }
    #expect(try store.journalEntries(of: intent.id).count == 1)
  }

  @Test(arguments: ["UPDATE journal SET body = 'x'", "DELETE FROM journal", "UPDATE journal SET hash = ''"])
  func `no line can be changed or taken out`(_ statement: String) throws {
    do { try LocalStore.open(at: path).journal(.creation()) }
    let said = try sqlite(path, statement)
    #expect(said.contains("the journal is append-only"))
    #expect(try LocalStore.open(at: path).proveJournal().holds)
  }

  @Test(arguments: [
    ("UPDATE journal SET body = '{}' WHERE seq = 2", 2), ("UPDATE journal SET at = at + 1 WHERE seq = 1", 1),
    ("DELETE FROM journal WHERE seq = 2", 3), ("DELETE FROM journal WHERE seq = 1", 2),
    ("UPDATE journal SET key = NULL WHERE seq = 3", 3), ("UPDATE journal SET step = 'odd' WHERE seq = 2", 2),
  ])
  func `a line changed behind its back is found`(_ statement: String, _ line: Int64) throws {
    do {
      let store = try LocalStore.open(at: path)
      for _ in 1...5 { try store.journal(.creation()) }
    }
    _ = try sqlite(path, "DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut; \(statement)")
    #expect(
      try LocalStore.open(at: path).proveJournal().problems == [JournalProblem(.brokenChain, line: line, intent: nil)])
  }

  @Test func `fields cannot be moved from one column to the next`() throws {
    let store = try LocalStore.inMemory()
    let id = IntentID()
    try store.journalSent(id, body: "a,b", highestKnown: nil, at: moment())
    let other = try LocalStore.inMemory()
    try other.journalAnswer(id, status: 1, body: "a,b", at: moment())
    #expect(try store.newestJournalEntries(limit: 1)[0].hash != other.newestJournalEntries(limit: 1)[0].hash)
  }
}

@Suite struct `A journal that cannot be used` {
  let folder: TestFolder
  var path: String { folder.path + "/local.sqlite" }

  init() throws { folder = try TestFolder() }

  @Test func `is never set aside when it is no database`() throws {
    let rubbish = Data(repeating: 0x41, count: 5_000)
    try rubbish.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.damaged(path: path)) { try LocalStore.open(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == rubbish)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["local.sqlite"])
  }

  @Test func `is refused when its newest line does not follow`() throws {
    do {
      let store = try LocalStore.open(at: path)
      for _ in 1...2 { try store.journal(.creation()) }
    }
    _ = try sqlite(path, "DROP TRIGGER journal_is_never_changed; UPDATE journal SET body = 'x' WHERE seq = 2")
    #expect(throws: StoreError.damaged(path: path)) { try LocalStore.open(at: path) }
  }

  @Test func `is refused when a later version wrote it`() throws {
    do { _ = try LocalStore.open(at: path) }
    _ = try sqlite(path, "INSERT INTO grdb_migrations VALUES ('of tomorrow')")
    #expect(throws: StoreError.newer(path: path)) { try LocalStore.open(at: path) }
  }
}

@Suite struct Drafts {
  @Test func `are kept, replaced, listed newest first and discarded`() throws {
    let store = try LocalStore.inMemory()
    let id = IntentID()
    try store.save(Draft(id: id, kind: .invoices, title: "Invoice", form: "{}", updated: moment()))
    try store.save(Draft(id: IntentID(), kind: .payments, title: "Payment", form: "{}", updated: moment(5)))
    try store.save(Draft(id: id, kind: .invoices, title: "Invoice for Doe", form: #"{"a":1}"#, updated: moment(9)))
    #expect(try store.drafts().map(\.title) == ["Invoice for Doe", "Payment"])
    #expect(try store.draft(id)?.form == #"{"a":1}"#)
    try store.discardDraft(id)
    #expect(try store.drafts().map(\.title) == ["Payment"])
  }

  @Test func `names that were typed are kept by list`() throws {
    let store = try LocalStore.inMemory()
    try store.setLookUpName(.units, LookUpEntry(id: 4, name: "day"))
    try store.setLookUpName(.units, LookUpEntry(id: 4, name: "Day"))
    #expect(try store.lookUpNames(.units) == [LookUpEntry(id: 4, name: "Day")])
    #expect(try store.lookUpNames(.paymentMethods).isEmpty)
  }
}
