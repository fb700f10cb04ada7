import BillingAPI
import Foundation
import Store
import TestSupport
import Testing

@Suite struct `The proof of the journal` {
  let store: LocalStore
  let intent = Intent.creation()

  init() throws {
    store = try LocalStore.inMemory()
    try store.journal(intent)
  }

  private var problems: [JournalProblem.Kind] {
    get throws { try store.proveJournal().problems.map(\.kind) }
  }

  private func send(_ body: String = "{}", _ seconds: Int = 1) throws {
    try store.journalSent(intent.id, body: body, highestKnown: 4, at: moment(seconds))
  }

  private func answer(_ status: Int, record: Int64? = nil, of id: IntentID? = nil) throws {
    try store.journalAnswer(id ?? intent.id, status: status, recordID: record, body: nil, at: moment(2))
  }

  @Test func `counts how the writes ended`() throws {
    try send()
    try answer(201, record: 5)
    try store.settle(intent.id, .saved, recordID: 5, at: moment(3))
    let open = Intent.creation()
    try store.journal(open)
    try store.journalSent(open.id, body: "{}", highestKnown: nil, at: moment(4))
    let given = Intent.creation()
    try store.journal(given)
    try store.journalSent(given.id, body: "{}", highestKnown: nil, at: moment(4))
    try store.settle(given.id, .abandoned, at: moment(5))
    let proof = try store.proveJournal()
    #expect(proof.problems == [])
    #expect(proof.intents == 3 && proof.lines == 9)
    #expect(proof.settled == [.saved: 1, .abandoned: 1])
    #expect(proof.open == 1 && proof.unknown == 1 && proof.givenUp == 1)
  }

  @Test func `holds where the same body goes again under the same key`() throws {
    try send()
    try store.journalNoAnswer(intent.id, mayHaveArrived: true, body: nil, at: moment(2))
    try send()
    try answer(201, record: 5)
    try store.settle(intent.id, .saved, recordID: 5, at: moment(3))
    #expect(try problems == [])
  }

  @Test func `fails where another body goes under the same key`() throws {
    try send("{}")
    try send(#"{"name":"Other"}"#)
    #expect(try problems == [.changedBody])
  }

  @Test(arguments: [422, 401, 403, 429, 404])
  func `holds where a new key follows a refusal`(_ status: Int) throws {
    try send()
    try answer(status)
    try store.amend(intent.id, body: #"{"name":"Other"}"#, key: IdempotencyKey(), at: moment(3))
    try send(#"{"name":"Other"}"#)
    #expect(try problems == [])
  }

  @Test(arguments: [500, 409, 408, nil])
  func `fails where a new key follows an outcome that is unknown`(_ status: Int?) throws {
    try send()
    if let status { try answer(status) }
    try store.amend(intent.id, body: "{}", key: IdempotencyKey(), at: moment(3))
    #expect(try problems == [.unprovenKey])
  }

  @Test func `holds where a look between them found nothing`() throws {
    try send()
    try answer(500)
    try store.journalLookUp(intent.id, found: nil, at: moment(3))
    try store.amend(intent.id, body: "{}", key: IdempotencyKey(), at: moment(3))
    #expect(try problems == [])
  }

  @Test func `a refusal of the second sending says nothing of the first where it is about the key`() throws {
    try send()
    try send()
    try answer(429)
    try store.settle(intent.id, .refused, at: moment(3))
    #expect(try problems == [.unprovenRefusal])
  }

  @Test func `fails where two records came of one intent`() throws {
    try send()
    try answer(201, record: 5)
    try store.amend(intent.id, body: "{}", key: IdempotencyKey(), at: moment(3))
    try send()
    try answer(201, record: 6)
    #expect(try problems == [.unprovenKey, .performedTwice])
  }

  @Test func `fails where two intents share a key`() throws {
    try store.journal(
      Intent(id: IntentID(), kind: .items, verb: .create, body: "{}", key: intent.key, createdAt: moment()))
    #expect(try problems == [.sharedKey])
  }

  @Test func `fails where two intents claim the same new record`() throws {
    let other = Intent.creation()
    try store.journal(other)
    for id in [intent.id, other.id] {
      try store.journalSent(id, body: "{}", highestKnown: nil, at: moment(1))
      try answer(201, record: 5, of: id)
      try store.settle(id, .saved, recordID: 5, at: moment(3))
    }
    #expect(try problems == [.sharedRecord])
  }

  @Test func `fails where a write counts as saved and nobody said so`() throws {
    try store.settle(intent.id, .saved, recordID: 5, at: moment(1))
    #expect(try problems == [.unprovenSave])
  }

  @Test func `fails where something follows the end`() throws {
    try store.settle(intent.id, .abandoned, at: moment(1))
    try send()
    #expect(try problems == [.afterTheEnd])
  }

  @Test func `fails where a line belongs to no intent`() throws {
    try store.journalSent(IntentID(), body: "{}", highestKnown: nil, at: moment(1))
    #expect(try problems == [.missingIntent])
  }
}

@Suite struct `A journal that lost something` {
  let folder: TestFolder
  var path: String { folder.path + "/local.sqlite" }

  init() throws {
    folder = try TestFolder()
    let store = try LocalStore.open(at: path)
    for _ in 1...3 { try store.journal(.creation()) }
  }

  @Test func `does not prove itself when its end is cut off`() throws {
    _ = try sqlite(path, "DROP TRIGGER journal_is_never_cut; DELETE FROM journal WHERE seq = 3")
    let proof = try LocalStore.openToRead(at: path).proveJournal()
    #expect(proof.problems == [JournalProblem(.cutOff, line: 2, intent: nil)])
  }

  @Test func `does not prove itself when an open write is not on the list`() throws {
    let id = try #require(try LocalStore.openToRead(at: path).openIntents().first?.intent.id)
    _ = try sqlite(path, "DELETE FROM open_intents WHERE intent = '\(id.text)'")
    let proof = try LocalStore.openToRead(at: path).proveJournal()
    #expect(proof.problems == [JournalProblem(.lostTrack, line: nil, intent: id)])
  }

  @Test func `is read without being changed or claimed`() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let store = try LocalStore.openToRead(at: path)
    #expect(try store.openIntents().map(\.owner) == [.orphan, .orphan, .orphan])
    #expect(throws: StoreError.self) { try store.journal(.creation()) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
