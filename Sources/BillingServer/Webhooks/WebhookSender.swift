package import BillingAPI
internal import FoundationEssentials
internal import GRDB
internal import HTTPTypes
internal import Dispatch
import Glibc

/// Delivers what is queued: at least once, in order per record and receiver, each attempt limited in time.
///
/// Of several programs on the same books one sends: whoever holds the lock beside the file. A receiver that is slow or
/// dead holds up nothing but its own record's later events.
package struct WebhookSender: Sendable {
  let books: Books
  let transport: any HTTPTransport
  let clock: ServiceClock

  /// Attempts at once.
  private static let width = 8
  /// Seconds to wait after the first, second, … failed attempt; after the last the delivery is given up.
  private static let backoff: [Int64] = [10, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200]

  package init(books: Books, transport: any HTTPTransport, clock: ServiceClock = .system) {
    self.books = books
    self.transport = transport
    self.clock = clock
  }

  /// Sends until the task is cancelled. Looks into the queue every `pause`: other programs write to it too.
  package func run(pause: Duration = .seconds(2)) async {
    guard let lock = await SenderLock.wait(for: books, pause: pause) else { return }
    defer { lock.release() }
    while !Task.isCancelled {
      // A pass that fails (the books are busy, the disk is full) is made again after the pause.
      _ = try? await deliverDue()
      guard (try? await Task.sleep(for: pause)) != nil else { return }  // cancelled
    }
  }

  /// One pass over the queue; answers how many deliveries arrived.
  @discardableResult
  package func deliverDue() async throws -> Int {
    let moment = ServiceMoment(clock)
    let due = try await books.database.write { database in
      try WebhookQueue(database: database, moment: moment).addOverdue()
      return try Row.fetchAll(database, sql: Self.heads, arguments: [moment.seconds]).map(QueuedDelivery.init)
    }
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      var arrived = 0
      for (index, delivery) in due.enumerated() {
        if index >= Self.width, try await group.next() == true { arrived += 1 }
        group.addTask { try await attempt(delivery) }
      }
      for try await success in group where success { arrived += 1 }
      return arrived
    }
  }

  /// The oldest open delivery of each record and receiver, where its time has come.
  private static let heads = """
    SELECT d.*, w.url, w.secret, w.allows_any_address FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
    WHERE d.delivered_at IS NULL AND d.failed_at IS NULL AND d.next_attempt_at <= ? AND NOT EXISTS (
      SELECT 1 FROM webhook_deliveries e WHERE e.webhook_id = d.webhook_id AND e.record = d.record AND e.id < d.id
        AND e.delivered_at IS NULL AND e.failed_at IS NULL)
    ORDER BY d.id LIMIT 256
    """

  private func attempt(_ delivery: QueuedDelivery) async throws -> Bool {
    let (arrived, outcome) = await send(delivery)
    let now = ServiceMoment(clock).seconds
    let wait = delivery.attempts < Self.backoff.count ? Self.backoff[delivery.attempts] : nil
    try await books.database.write { database in
      try database.execute(
        sql: """
          UPDATE webhook_deliveries SET attempts = attempts + 1, outcome = ?, delivered_at = ?, failed_at = ?,
            next_attempt_at = ? WHERE id = ?
          """,
        arguments: [outcome, arrived ? now : nil, arrived || wait != nil ? nil : now, now + (wait ?? 0), delivery.id])
    }
    return arrived
  }

  private func send(_ delivery: QueuedDelivery) async -> (arrived: Bool, outcome: String) {
    do {
      let target = try WebhookTarget(delivery.url, allowsAnyAddress: delivery.allowsAnyAddress)
      try await Self.judge(target)
      let options = TransportOptions(
        allowsPlainHTTP: true, connectTimeout: .seconds(5), totalTimeout: .seconds(10), responseLimit: 64 << 10)
      let response = try await transport.send(
        request(delivery, target), body: Array(delivery.body.utf8), options: options)
      return ((200..<300).contains(response.status), String(response.status))
    } catch {
      return (false, String(describing: error))
    }
  }

  private func request(_ delivery: QueuedDelivery, _ target: WebhookTarget) -> HTTPRequest {
    let signature = WebhookSignature(of: Array(delivery.body.utf8), secret: Array(delivery.secret.utf8))
    var headers: HTTPFields = [.contentType: "application/json", .userAgent: "invoicematic-webhooks"]
    headers[.webhookSignature] = signature.text
    headers[.webhookEvent] = delivery.event
    headers[.webhookDeliveryID] = delivery.delivery
    headers[.webhookTimestamp] = String(ServiceMoment(clock).seconds)
    let path = target.parts.path.isEmpty ? "/" : target.parts.path
    return HTTPRequest(
      method: .post, scheme: target.parts.scheme, authority: target.parts.authority, path: path, headerFields: headers)
  }

  private static func judge(_ target: WebhookTarget) async throws(WebhookProblem) {
    let result: Result<Void, WebhookProblem> = await withCheckedContinuation { continuation in
      // A name look-up waits, and must not hold up the threads that requests run on.
      DispatchQueue.global(qos: .utility).async {
        do throws(WebhookProblem) {
          continuation.resume(returning: .success(try target.judgeAddresses()))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    try result.get()
  }
}

/// A delivery with what it takes to send it.
struct QueuedDelivery: Sendable {
  let id: Int64
  let delivery: String
  let event: String
  let body: String
  let attempts: Int
  let url: String
  let secret: String
  let allowsAnyAddress: Bool

  init(_ row: Row) {
    id = row["id"]
    delivery = row["delivery"]
    event = row["event"]
    body = row["body"]
    attempts = row["attempts"]
    url = row["url"]
    secret = row["secret"]
    allowsAnyAddress = row["allows_any_address"]
  }
}

/// Lets one program at a time send for the same books.
struct SenderLock: Sendable {
  private let descriptor: Int32

  /// Nil when the task was cancelled before the lock came free. Books in memory have no other program.
  static func wait(for books: Books, pause: Duration) async -> SenderLock? {
    guard case .file(let path) = books.place else { return SenderLock(descriptor: -1) }
    let descriptor = open(path + ".sender", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard (try? await Task.sleep(for: pause)) != nil else {  // cancelled
        close(descriptor)
        return nil
      }
    }
    return SenderLock(descriptor: descriptor)
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
