import BillingAPI
import BillingClient
import BillingSync
import CurlTransport
import Foundation
import Glibc
import Store
import Testing

/// A process that writes one thing through the outbox and is killed by SIGKILL at a point that is named: these tests'
/// own program, started again to run one test of them alone.
struct KilledWriter {
  /// What the process is to do, in its environment.
  struct Order: Codable {
    var journal: String
    var socket: String
    var key: String
    var kind: String
    /// `create`, or the id of the record to change (with a body) or to delete (without).
    var record: Int64?
    var body: String?
    var intent: String
    /// The step after which it is killed: `journaled`, `sending`, `performed`, `answered`, `readBack`.
    var point: String
  }

  static let variable = "INVOICEMATIC_KILLED_WRITER"

  static var order: Order? {
    ProcessInfo.processInfo.environment[variable].flatMap { try? JSONDecoder().decode(Order.self, from: Data($0.utf8)) }
  }

  /// Runs a process to its death, and answers the signal that ended it.
  static func run(_ order: Order) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process.arguments = ["--testing-library", "swift-testing", "--filter", "is killed while it writes"]
    var environment = ProcessInfo.processInfo.environment
    environment[variable] = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return try await Aside.work {
      try process.run()
      process.waitUntilExit()
      return process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0
    }
  }

  /// In the process that is to die.
  static func obey(_ order: Order) async throws {
    let outbox = try outbox(order.journal, socket: order.socket, key: order.key) { event in
      guard case .write(_, let progress) = event else { return }
      let reached: String? =
        switch progress {
        case .journaled: "journaled"
        case .sending: "sending"
        case .answered: "answered"
        case .readBack: "readBack"
        default: nil
        }
      if reached == order.point { kill(getpid(), SIGKILL) }
    }
    let kind = try #require(ResourceKind(rawValue: order.kind))
    _ = await outbox.save(Write(id: IntentID(text: order.intent), kind: kind, action: try action(order)))
  }

  private static func action(_ order: Order) throws -> Write.Action {
    let body = try order.body.map { try JSONValue(parsing: $0) }
    guard let record = order.record else { return .create(try #require(body)) }
    return body.map { .update(id: record, edits: $0) } ?? .delete(id: record)
  }

  /// An outbox as the program has one, on a journal in a file.
  static func outbox(
    _ journal: String, socket: String, key: String, report: @escaping @Sendable (SyncEvent) -> Void = { _ in }
  ) throws -> Outbox {
    let client = BillingClient(
      address: try ServiceAddress(unixSocket: socket), key: try APIKey(parsing: key), transport: CurlTransport())
    return Outbox(
      client: client, mirror: try Mirror.inMemory(), local: try LocalStore.open(at: journal), clock: SystemSyncClock(),
      report: report)
  }
}
