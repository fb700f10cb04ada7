package import BillingAPI
internal import GRDB
internal import Synchronization

/// Delivers what is queued: at least once, in order per record and receiver, each attempt limited in time.
///
/// Of several programs on the same books one sends: whoever holds the lock beside the file. A receiver that is slow or
/// dead holds up nothing but its own deliveries, and never a request to the service.
package struct WebhookSender: Sendable {
  /// How often the queue is looked into besides when this program itself has queued something.
  package struct Watch: Hashable, Sendable {
    /// Where there are receivers: other programs may queue, and days pass.
    let pause: Duration
    /// Where there are none; nil waits for a write of this program's own.
    let idlePause: Duration?

    /// Of a service whose books other programs change: what they queue is seen soon.
    package static let service = Watch(pause: .seconds(2), idlePause: .seconds(2))
    /// Of a service inside a program that must use no processor time at rest.
    package static let embedded = Watch(pause: .seconds(60), idlePause: nil)
  }

  let books: Books
  let transport: any HTTPTransport
  let resolver: WebhookResolver
  let clock: ServiceClock

  /// Attempts at once for each receiver.
  private static let width = 4
  /// Seconds to wait after the first, second, … failed attempt; after the last the delivery is given up.
  private static let backoff: [Int64] = [10, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200]

  package init(
    books: Books, transport: any HTTPTransport, resolver: WebhookResolver = .system, clock: ServiceClock = .system
  ) {
    self.books = books
    self.transport = transport
    self.resolver = resolver
    self.clock = clock
  }

  /// Sends until the task is cancelled; returns when no attempt is under way any more.
  package func run(_ watch: Watch = .service) async {
    var lock: SenderLock?
    let flights = Flights()
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        let flying = flights.ids
        // A look that fails (the books are busy, the disk is full) is made again after the pause.
        let view = try? await look()
        if view?.hasReceivers == true { lock = lock ?? SenderLock(books) }
        for delivery in view?.due ?? [] where lock != nil && !flying.contains(delivery.id) {
          guard flights.begin(delivery, atMost: Self.width) else { continue }
          group.addTask { await fly(delivery, flights) }
        }
        await books.bell.wait(atMost: pause(watch, view))
      }
      group.cancelAll()
    }
    withExtendedLifetime(lock) {}
  }

  private func fly(_ delivery: QueuedDelivery, _ flights: Flights) async {
    // Where the outcome cannot be written down, the delivery is due again at the next look.
    let isNoted = (try? await attempt(delivery)) != nil
    flights.end(delivery)
    if isNoted { books.bell.ring() }
  }

  private func pause(_ watch: Watch, _ view: QueueView?) -> Duration? {
    guard let view, view.hasReceivers else { return view == nil ? watch.pause : watch.idlePause }
    guard let next = view.nextTime else { return watch.pause }
    return min(watch.pause, .seconds(max(1, next - ServiceMoment(clock).seconds)))
  }

  /// One pass over the queue; answers how many deliveries arrived.
  @discardableResult
  package func deliverDue() async throws -> Int {
    let due = try await look().due
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      for delivery in due { group.addTask { try await attempt(delivery) } }
      return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
    }
  }

  /// What is due now; what the calendar made overdue meanwhile is queued first.
  private func look() async throws -> QueueView {
    let moment = ServiceMoment(clock)
    let isLate = try await books.database.read { try WebhookQueue(database: $0, moment: moment).hasOverdue() }
    if isLate { try await books.database.write { try WebhookQueue(database: $0, moment: moment).addOverdue() } }
    // Those that are under way are seen too: behind them there must be room for others.
    return try await books.database.read { try QueueView($0, at: moment.seconds, width: Self.width * 2) }
  }

  /// True where it arrived. A cancelled attempt leaves the delivery as it was.
  private func attempt(_ delivery: QueuedDelivery) async throws -> Bool {
    let outcome = await WebhookAttempt(
      delivery: delivery, transport: transport, resolver: resolver, seconds: ServiceMoment(clock).seconds
    ).perform()
    try Task.checkCancellation()
    let now = ServiceMoment(clock).seconds
    let wait = delivery.attempts < Self.backoff.count ? Self.backoff[delivery.attempts] : nil
    let isGivenUp = !outcome.hasArrived && wait == nil
    try await books.database.write { database in
      try database.execute(
        sql: """
          UPDATE webhook_deliveries SET attempts = attempts + 1, outcome = ?, delivered_at = ?, failed_at = ?,
            next_attempt_at = ? WHERE id = ?
          """,
        arguments: [
          outcome.words, outcome.hasArrived ? now : nil, isGivenUp ? now : nil, now + (wait ?? 0), delivery.id,
        ])
    }
    return outcome.hasArrived
  }
}

/// The deliveries that are under way, so many for each receiver at most.
private final class Flights: Sendable {
  private let state = Mutex<[Int64: Set<Int64>]>([:])

  var ids: Set<Int64> { state.withLock { $0.values.reduce(into: []) { $0.formUnion($1) } } }

  /// False where the receiver has enough to do.
  func begin(_ delivery: QueuedDelivery, atMost width: Int) -> Bool {
    state.withLock { flying in
      guard flying[delivery.webhookID, default: []].count < width else { return false }
      return flying[delivery.webhookID, default: []].insert(delivery.id).inserted
    }
  }

  func end(_ delivery: QueuedDelivery) {
    state.withLock { _ = $0[delivery.webhookID]?.remove(delivery.id) }
  }
}
