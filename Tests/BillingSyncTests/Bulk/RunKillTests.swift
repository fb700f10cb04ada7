import Billing
import BillingAPI
import BillingClient
import BillingSync
import Foundation
import HTTPTypes
import Store
import Synchronization
import TestSupport
import Testing

/// Whatever request is the last of a killed program, applying the same plan again pays what is left, and nothing twice.
@Suite struct `A run that is killed` {
  /// Answers so many requests; the last of them is performed and not answered, and nothing is after it.
  private final class DyingTransport: HTTPTransport {
    private let service: FakeService
    private let left: Mutex<Int>
    private let die: @Sendable () -> Void

    init(_ service: FakeService, after requests: Int, die: @escaping @Sendable () -> Void) {
      self.service = service
      left = Mutex(requests)
      self.die = die
    }

    func send(
      _ request: HTTPRequest, body: [UInt8]?, options: TransportOptions
    ) async throws(TransportError) -> TransportResponse {
      let number = left.withLock { left in
        left -= 1
        return left
      }
      guard number >= 0 else { throw .refused }
      let response = try await service.send(request, body: body, options: options)
      guard number == 0 else { return response }
      die()
      throw .connectionLost(requestWasSent: true)
    }
  }

  @Test(arguments: 1...12)
  func `goes on where it stopped`(_ requests: Int) async throws {
    let folder = try TestFolder()
    let bulk = try BulkBench([50_000, 2_000, 700])
    let (journal, remains) = (folder.path + "/local.sqlite", folder.path + "/remains.sqlite")
    let (deaths, death) = AsyncStream.makeStream(of: Void.self)
    let transport = DyingTransport(bulk.service, after: requests) {
      // A log that does not exist is not copied.
      for end in ["", "-wal"] { try? FileManager.default.copyItem(atPath: journal + end, toPath: remains + end) }
      death.finish()
    }
    let first = try synchronizer(bulk, transport, journal)
    let plan = try await first.bulk.plan(
      .pay(on: bulk.today, method: nil, note: nil), .invoices, (1...3).map { BulkTarget($0) }, books: bulk.books)
    _ = try await first.bulk.begin(plan, takeBackTime: .zero)
    for await _ in deaths {}
    await first.stop()

    let second = try synchronizer(bulk, bulk.service, remains)
    _ = try await second.bulk.begin(plan, takeBackTime: .zero)
    _ = try await bulk.bench.clock.passing { try await second.bulk.untilStill(plan.id) }
    #expect(try await second.bulk.snapshot(plan.id).done == 3)
    #expect(bulk.payments.compactMap { $0["amount"]?.integer } == [50_000, 2_000, 700] && bulk.open == 0)
    let local = try LocalStore.openToRead(at: remains)
    #expect(try local.proveJournal().problems == [] && local.openIntentCount() == 0)
  }

  private func synchronizer(
    _ bulk: BulkBench, _ transport: any HTTPTransport, _ journal: String
  ) throws -> Synchronizer {
    let clock = bulk.bench.clock
    let client = BillingClient(
      address: try ServiceAddress(parsing: "https://service.example/api/v1"), key: try APIKey(parsing: "is_key_test"),
      transport: transport, now: { clock.now })
    return Synchronizer(
      client: client, mirror: bulk.bench.mirror, local: try LocalStore.open(at: journal), clock: clock,
      settings: SyncSettings(pollSeconds: 0), report: { _ in })
  }
}
