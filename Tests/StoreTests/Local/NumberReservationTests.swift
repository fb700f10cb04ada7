import Billing
import BillingAPI
import Foundation
import Store
import TestSupport
import Testing

/// Two stores that were opened on one file stand for two programs.
@Suite struct `Numbers that forms hold` {
  let folder: TestFolder
  var path: String { folder.path + "/local.sqlite" }

  init() throws { folder = try TestFolder() }

  @Test func `two programs are offered different numbers`() throws {
    let (mine, other) = (try LocalStore.open(at: path), try LocalStore.open(at: path))
    #expect(try offer(IntentID(), by: mine) == "INV-000042")
    #expect(try offer(IntentID(), by: other) == "INV-000043")
    #expect(try offer(IntentID(), by: mine) == "INV-000044")
  }

  @Test func `the same form is offered the same number again`() throws {
    let store = try LocalStore.open(at: path)
    let draft = IntentID()
    #expect(try offer(draft, by: store) == "INV-000042")
    #expect(try offer(draft, by: store) == "INV-000042")
  }

  @Test func `a number of another kind is in nobody's way`() throws {
    let store = try LocalStore.open(at: path)
    #expect(try offer(IntentID(), by: store) == "INV-000042")
    #expect(try offer(IntentID(), kind: .estimates, by: store) == "INV-000042")
  }

  @Test func `a discarded form gives its number back`() throws {
    let store = try LocalStore.open(at: path)
    let draft = IntentID()
    #expect(try offer(draft, by: store) == "INV-000042")
    try store.discardDraft(draft)
    #expect(try offer(IntentID(), by: store) == "INV-000042")
  }

  @Test func `a plan that is dropped gives its numbers back, but for rows that are in the journal`() throws {
    let store = try LocalStore.open(at: path)
    let drafts = [IntentID(), IntentID()]
    #expect(try drafts.map { try offer($0, by: store) } == ["INV-000042", "INV-000043"])
    try store.journal(
      Intent(id: drafts[0], kind: .invoices, verb: .create, body: "{}", key: IdempotencyKey(), createdAt: Date()))
    try store.releaseNumbers(of: drafts)
    #expect(try offer(IntentID(), by: store) == "INV-000043")
  }

  @Test func `a program that ended gives back what no draft holds`() throws {
    let (kept, lost) = (IntentID(), IntentID())
    do {
      let gone = try LocalStore.open(at: path)
      #expect(try offer(kept, by: gone) == "INV-000042")
      #expect(try offer(lost, by: gone) == "INV-000043")
      try gone.save(Draft(id: kept, kind: .invoices, title: "invoice", form: "{}", updated: Date()))
    }
    #expect(try offer(IntentID(), by: try LocalStore.open(at: path)) == "INV-000043")
  }

  private func offer(_ draft: IntentID, kind: ResourceKind = .invoices, by store: LocalStore) throws -> String {
    try store.reserveNumber(kind, for: draft) { held in
      NumberedKind.invoice.proposal(after: held + ["INV-000041", "INV-000040"])
    }
  }
}
