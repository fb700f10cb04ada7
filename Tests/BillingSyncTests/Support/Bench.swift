import BillingAPI
import BillingClient
import BillingSync
import Foundation
import Store
import Synchronization
import Testing
import TestSupport

/// Everything that was reported, for a test to wait on.
final class EventLog: Sendable {
  private struct Waiter {
    let matches: @Sendable ([SyncEvent]) -> Bool
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var events: [SyncEvent] = []
    var waiters: [Waiter] = []
  }

  private let state = Mutex(State())

  var events: [SyncEvent] { state.withLock { $0.events } }

  func add(_ event: SyncEvent) {
    let done = state.withLock { state in
      state.events.append(event)
      let done = state.waiters.filter { $0.matches(state.events) }
      state.waiters.removeAll { $0.matches(state.events) }
      return done
    }
    for waiter in done { waiter.continuation.resume() }
  }

  /// Returns as soon as what was reported so far satisfies this.
  func until(_ matches: @escaping @Sendable ([SyncEvent]) -> Bool) async {
    await withCheckedContinuation { continuation in
      let isSo = state.withLock { state in
        if matches(state.events) { return true }
        state.waiters.append(Waiter(matches: matches, continuation: continuation))
        return false
      }
      if isSo { continuation.resume() }
    }
  }

  /// How the write with this id ended.
  func outcome(of id: IntentID) async -> WriteResult? {
    await until { $0.contains { Self.settlement($0, id) != nil } }
    return events.compactMap { Self.settlement($0, id) }.first
  }

  private static func settlement(_ event: SyncEvent, _ id: IntentID) -> WriteResult? {
    if case .write(id, .settled(let outcome)) = event { outcome } else { nil }
  }
}

/// A service, a mirror, a journal and a clock, as a test needs them together.
struct Bench {
  let service = FakeService()
  let clock = ManualClock()
  let log = EventLog()
  let mirror: Mirror
  let local: LocalStore
  private let key: APIKey
  let client: BillingClient
  let synchronizer: Synchronizer

  init(
    readOnly: Bool = false, scopes: [Scope]? = nil, local: LocalStore? = nil,
    settings: SyncSettings = SyncSettings(pollSeconds: 0), booksVersion: (@Sendable () -> Int?)? = nil
  ) throws {
    let (clock, log) = (clock, log)
    mirror = try Mirror.inMemory()
    self.local = try local ?? LocalStore.inMemory()
    key = try APIKey(parsing: "is_key_test")
    client = BillingClient(
      address: try ServiceAddress(parsing: "https://service.example/api/v1"), key: key,
      transport: service, readOnly: readOnly, scopes: scopes, now: { clock.now })
    synchronizer = Synchronizer(
      client: client, mirror: mirror, local: self.local, clock: clock, settings: settings, booksVersion: booksVersion,
      report: { log.add($0) })
  }

  var outbox: Outbox { synchronizer.outbox }

  /// The same service and journal after the program was started again.
  func restarted(
    mirror: Mirror? = nil, settings: SyncSettings = SyncSettings(pollSeconds: 0), log: EventLog? = nil
  ) -> Synchronizer {
    let (log, clock) = (log ?? self.log, clock)
    let client = BillingClient(
      address: client.address, key: key, transport: service, now: { clock.now })
    return Synchronizer(
      client: client, mirror: mirror ?? self.mirror, local: local, clock: clock, settings: settings,
      report: { log.add($0) })
  }

  /// Lets time pass until the write has ended or waits for a person.
  func untilSettled(_ id: IntentID) async throws {
    for _ in 0..<20 {
      guard let entry = try await outbox.entries().first(where: { $0.id == id }), entry.nextAttempt != nil else {
        return
      }
      let before = log.ends(of: id)
      clock.advance(by: 3601)
      await log.until { EventLog.ends($0, of: id) > before }
      await outbox.idle(id)
    }
  }

  func steps(_ id: IntentID) throws -> [JournalEntry.Step] { try local.journalEntries(of: id).map(\.step) }
}

/// An invoice as it is sent.
func invoiceBody(number: String = "INV-000001", total: Int64 = 50_000) -> JSONValue {
  [
    "invoice_date": "2026-02-07", "customer_id": 1, "invoice_number": .string(number), "total": .integer(total),
    "items": [["name": "Web", "quantity": .number(Decimal(string: "1.333") ?? 0), "price": 100]],
  ]
}
