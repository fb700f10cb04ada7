import BillingAPI
import BillingClient
import BillingSync
import Foundation
import Store
import TestSupport
import Testing

/// Whatever line of the journal is the last that a killed program wrote, the next start makes one record of it, or asks.
@Suite struct `A program that is killed` {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Runs a write until it dies, and answers what the next start has.
  private func die(
    _ write: Write, at point: KillPoint, _ service: FakeService, _ clock: ManualClock
  ) async throws -> (LocalStore, Outbox, EventLog) {
    let program = try CrashingProgram(service, clock, folder: folder.path, point: point)
    _ = await program.outbox.save(write)
    #expect(program.isDead)
    await program.outbox.stop()
    let local = try LocalStore.open(at: program.remains)
    let log = EventLog()
    let client = BillingClient(
      address: try ServiceAddress(parsing: "https://service.example/api/v1"), key: try APIKey(parsing: "is_key_test"),
      transport: service, now: { clock.now })
    let outbox = Outbox(client: client, mirror: try Mirror.inMemory(), local: local, clock: clock) { log.add($0) }
    return (local, outbox, log)
  }

  @Test(arguments: ResourceKind.allCases, KillPoint.allCases)
  func `has created once`(_ kind: ResourceKind, _ point: KillPoint) async throws {
    let (service, clock) = (FakeService(), ManualClock())
    let write = Write(kind: kind, action: .create(`The matrix of writes and failures`.body(kind)))
    let (local, outbox, _) = try await die(write, at: point, service, clock)
    await outbox.settleSent()
    if point == .journaled {
      #expect(service.records(kind).isEmpty, "what was never sent waits for a person")
      #expect(try await outbox.entries().map(\.knowledge) == [.neverSent])
      #expect(await outbox.send(write.id).savedRecord != nil)
    }
    #expect(service.records(kind).count == 1)
    #expect(try local.openIntentCount() == 0)
    #expect(try local.proveJournal().problems == [])
    #expect(Set(service.seen("POST").map(\.key)).count == 1)
  }

  @Test(arguments: ResourceKind.allCases, KillPoint.allCases)
  func `has changed once`(_ kind: ResourceKind, _ point: KillPoint) async throws {
    let (service, clock) = (FakeService(), ManualClock())
    var record = `The matrix of writes and failures`.body(kind)
    record["id"] = 5
    service.keep(kind, record)
    let write = Write(kind: kind, action: .update(id: 5, edits: ["notes": "new"], base: record))
    let (local, outbox, _) = try await die(write, at: point, service, clock)
    await outbox.settleSent()
    if point == .journaled {
      #expect(service.records(kind).first?["notes"] == nil)
      #expect(await outbox.send(write.id).savedRecord != nil)
    }
    #expect(service.records(kind).first?["notes"] == "new")
    #expect(try local.proveJournal().problems == [])
  }

  @Test(
    arguments: ResourceKind.allCases.filter(\.allowsDelete), [KillPoint.journaled, .sending, .performed, .answered])
  func `has deleted, and knows what`(_ kind: ResourceKind, _ point: KillPoint) async throws {
    let (service, clock) = (FakeService(), ManualClock())
    var record = `The matrix of writes and failures`.body(kind)
    record["id"] = 5
    service.keep(kind, record)
    let write = Write(kind: kind, action: .delete(id: 5))
    let (local, outbox, _) = try await die(write, at: point, service, clock)
    await outbox.settleSent()
    if point == .journaled {
      #expect(service.records(kind).count == 1)
      #expect(await outbox.send(write.id).savedRecord?.isDeleted == true)
    }
    #expect(service.records(kind).isEmpty)
    #expect(try local.proveJournal().problems == [])
    #expect(try await outbox.recreation(of: write.id) != nil)
  }
}
