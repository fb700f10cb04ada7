import BillingAPI
import Foundation
import HTTPTypes
import Synchronization

/// What goes wrong with a request.
enum Fault: Hashable, Sendable, CaseIterable {
  /// Nothing left the machine.
  case unreachable
  /// The connection ended before the service performed it, and after.
  case lostBefore, lostAfter
  case timedOut
  /// Half an answer, after it was performed.
  case truncated
  case html
  case tooManyRequests
  case errorBefore, errorAfter

  static let maybePerformed: [Fault] = [
    .lostBefore, .lostAfter, .timedOut, .truncated, .html, .errorBefore, .errorAfter,
  ]
}

/// A request as the service saw it.
struct Seen: Hashable, Sendable {
  var method: String
  var path: String
  var key: String?
  var body: String?
}

/// A service in memory, in place of a network: it keeps records, honours idempotency keys, and fails as it is told.
final class FakeService: HTTPTransport {
  struct State {
    var records: [ResourceKind: [Int64: JSONObject]] = [:]
    var answers: [String: TransportResponse] = [:]
    var faults: [String: [Fault]] = [:]
    var seen: [Seen] = []
    var isDown = false
    /// The most records on a page.
    var pageCap = 100
    var refusal: (status: Int, body: String)?
    /// Changes a record as it is written.
    var mangle: @Sendable (inout JSONObject) -> Void = { _ in }
    /// Answers every page like the first.
    var repeatsPages = false
    /// Records that no list shows.
    var hidden: Set<Int64> = []
    var honoursKeys = true
    /// Answers deletions with yes and does nothing.
    var forgetsNothing = false
    /// Whether `status` is honoured.
    var filtersByStatus = true
    /// Records that no page can hold: the service fails over them.
    var poison: Set<Int64> = []
    /// Records without an id at the end of each list.
    var nameless = 0
    /// What every request is answered, status and body; nil for sense.
    var nonsense: (status: Int, body: String)?
    /// Kinds that the key may not read.
    var forbidden: Set<ResourceKind> = []
    /// How often something may still go wrong by chance.
    var mischief = 0
    /// What the key may do; nothing is said of it where there is none.
    var scopes: [String] = []
    var dice = Dice(seed: 0)
    /// Seconds that 429 asks to wait.
    var rest = "7"
    /// What others do while a request is on its way.
    var meanwhile: @Sendable (inout State) -> Void = { _ in }
    /// What an answer waits for that is ready.
    var delay: (@Sendable (Seen) async -> Void)?
    /// Lists that honour `customer_id`.
    var filteredKinds: Set<ResourceKind> = [.invoices, .payments, .estimates, .expenses]
  }

  let state = Mutex(State())

  func send(
    _ request: HTTPRequest, body: [UInt8]?, options: TransportOptions
  ) async throws(TransportError) -> TransportResponse {
    let method = request.method.rawValue
    let seen = Seen(
      method: method, path: request.path ?? "", key: request.headerFields[.idempotencyKey],
      body: body.map { String(decoding: $0, as: UTF8.self) })
    let result = state.withLock { state in
      state.seen.append(seen)
      state.meanwhile(&state)
      if state.isDown { return Result<TransportResponse, TransportError>.failure(.refused) }
      let fault = state.faults[method]?.isEmpty == false ? state.faults[method]?.removeFirst() : nil
      return state.answer(request, body, fault)
    }
    if let delay = with(\.delay) { await delay(seen) }
    return try result.get()
  }

  func with<Value: Sendable>(_ work: (inout State) -> Value) -> Value { state.withLock { work(&$0) } }

  /// Keeps a record as if it had been there before.
  func keep(_ kind: ResourceKind, _ json: JSONValue) {
    with { $0.records[kind, default: [:]][json["id"]?.integer ?? 0] = json.object }
  }

  func fail(_ method: String, _ faults: Fault...) { with { $0.faults[method] = faults } }

  func records(_ kind: ResourceKind) -> [JSONValue] {
    with { state in (state.records[kind] ?? [:]).sorted { $0.key < $1.key }.map { JSONValue.object($0.value) } }
  }

  /// Requests of a method, in their order.
  func seen(_ method: String) -> [Seen] { with { $0.seen.filter { $0.method == method } } }
}
