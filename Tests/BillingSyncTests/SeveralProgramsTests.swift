import BillingAPI
import BillingClient
import BillingSync
import Foundation
import Store
import TestSupport
import Testing

@Suite struct `Several programs` {
  private let service = FakeService()
  private let clock = ManualClock()
  private let folder: TestFolder
  private var path: String { folder.path + "/local.sqlite" }

  init() throws {
    folder = try TestFolder()
  }

  private func program(readOnly: Bool = false) throws -> Outbox {
    let clock = clock
    let client = BillingClient(
      address: try ServiceAddress(parsing: "https://service.example/api/v1"), key: try APIKey(parsing: "is_key_test"),
      transport: service, readOnly: readOnly, now: { clock.now })
    return Outbox(
      client: client, mirror: try Mirror.inMemory(), local: try LocalStore.open(at: path), clock: clock
    ) { _ in }
  }

  /// Until nothing of the program that ended is left: what it had begun lets go of its journal a moment later.
  private func untilOrphaned(_ program: Outbox) async throws {
    while try await program.entries().contains(where: { $0.owner == .anotherProcess }) { await Task.yield() }
  }

  private let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))

  @Test func `one does not touch what another has in hand`() async throws {
    let mine = try program()
    let other = try program()
    service.fail("POST", .lostAfter)
    _ = await mine.save(write)
    await other.settleSent()
    #expect(try await other.entries().map(\.owner) == [.anotherProcess])
    #expect(await other.send(write.id) == .refused(.heldElsewhere))
    #expect(await !other.discard(write.id, evenIfSent: true))
    #expect(await other.lookUpNow(write.id) == .refused(.heldElsewhere))
    #expect(service.seen("POST").count == 1)
    #expect(await mine.retry(write.id).savedRecord?.wasReplayed == true)
  }

  @Test func `what one leaves behind another settles, once`() async throws {
    service.fail("POST", .lostAfter)
    do {
      let gone = try program()
      _ = await gone.save(write)
      await gone.stop()
    }
    let first = try program()
    let second = try program()
    try await untilOrphaned(first)
    async let one: Void = first.settleSent()
    async let two: Void = second.settleSent()
    _ = await (one, two)
    #expect(service.records(.items).count == 1)
    #expect(try await second.entries().isEmpty)
    #expect(try LocalStore.openToRead(at: path).proveJournal().problems == [])
  }

  @Test func `what it never sent waits for a person there too`() async throws {
    do { try LocalStore.open(at: path).journal(Self.intent) }
    let next = try program()
    try await untilOrphaned(next)
    await next.settleSent()
    #expect(service.seen("POST").isEmpty)
    #expect(try await next.entries().map(\.owner) == [.thisProcess])
    #expect(await next.send(Self.intent.id).savedRecord != nil)
  }

  @Test func `one that only reads takes over nothing and sends nothing`() async throws {
    service.fail("POST", .lostAfter)
    do {
      let gone = try program()
      _ = await gone.save(write)
      await gone.stop()
    }
    let reader = try program(readOnly: true)
    try await untilOrphaned(reader)
    await reader.settleSent()
    #expect(try await reader.entries().map(\.owner) == [.orphan])
    #expect(await reader.send(write.id) == .refused(.readOnly))
    #expect(service.seen("POST").count == 1)
    #expect(try await reader.entries().count == 1)
  }

  private static let intent = Intent(
    id: IntentID(), kind: .items, verb: .create, body: #"{"name":"A","price":1}"#, key: IdempotencyKey(),
    createdAt: Date(timeIntervalSince1970: 1_790_000_000))
}
