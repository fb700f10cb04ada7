import BillingAPI
import BillingClient
import BillingSync
import Foundation
import HTTPTypes
import Store
import Synchronization
import TestSupport

/// Where a program is killed.
enum KillPoint: String, Hashable, Sendable, CaseIterable {
  /// After the line of that step is on the disk.
  case journaled, sending, answered, readBack
  /// After the service performed the write, before its answer is written down.
  case performed
}

/// A program that dies at one point: what its journal's files hold at that moment is all that is left, and nothing that
/// it does afterwards reaches the service. A kill leaves no more and no less.
final class CrashingProgram {
  let outbox: Outbox
  /// The copy of the journal as the kill left it.
  let remains: String
  private let crash: Crash

  private final class Crash: Sendable {
    let isDead = Mutex(false)
    let journal: String
    let remains: String
    let point: KillPoint

    init(_ journal: String, _ remains: String, _ point: KillPoint) {
      (self.journal, self.remains, self.point) = (journal, remains, point)
    }

    func reach(_ reached: KillPoint) {
      guard reached == point, !isDead.withLock({ $0 }) else { return }
      isDead.withLock { $0 = true }
      for suffix in ["", "-wal", "-shm"] {
        // A log that does not exist is not copied.
        try? FileManager.default.copyItem(atPath: journal + suffix, toPath: remains + suffix)
      }
    }
  }

  private final class Relay: HTTPTransport {
    let service: FakeService
    let crash: Crash

    init(_ service: FakeService, _ crash: Crash) { (self.service, self.crash) = (service, crash) }

    func send(
      _ request: HTTPRequest, body: [UInt8]?, options: TransportOptions
    ) async throws(TransportError) -> TransportResponse {
      if crash.isDead.withLock({ $0 }) { throw .refused }
      let response = try await service.send(request, body: body, options: options)
      if request.method != .get { crash.reach(.performed) }
      return response
    }
  }

  init(_ service: FakeService, _ clock: ManualClock, folder: String, point: KillPoint) throws {
    let journal = folder + "/local.sqlite"
    remains = folder + "/remains.sqlite"
    let crash = Crash(journal, remains, point)
    self.crash = crash
    let client = BillingClient(
      address: try ServiceAddress(parsing: "https://service.example/api/v1"), key: try APIKey(parsing: "is_key_test"),
      transport: Relay(service, crash), now: { clock.now })
    outbox = Outbox(
      client: client, mirror: try Mirror.inMemory(), local: try LocalStore.open(at: journal), clock: clock
    ) { event in
      guard case .write(_, let progress) = event else { return }
      switch progress {
      case .journaled: crash.reach(.journaled)
      case .sending: crash.reach(.sending)
      case .answered: crash.reach(.answered)
      case .readBack: crash.reach(.readBack)
      default: break
      }
    }
  }

  var isDead: Bool { crash.isDead.withLock { $0 } }
}
