internal import Billing
package import BillingAPI
package import FoundationEssentials
internal import HTTPTypes
internal import Synchronization

/// Calls the API of one service with one key, over any transport.
///
/// It never retries and follows no redirects; `BillingSync` owns the loops.
package final class BillingClient: Sendable {
  package let address: ServiceAddress
  package let isReadOnly: Bool
  private let key: APIKey
  private let transport: any HTTPTransport
  private let userAgent: String
  private let options: TransportOptions
  private let now: @Sendable () -> Date
  private let scopes: Mutex<[Scope]?>
  private let gate = Mutex<(any RequestGate)?>(nil)

  /// `options` holds time-outs and limits; the door (socket, plain http) always comes from the address.
  package init(
    address: ServiceAddress, key: APIKey, transport: any HTTPTransport, readOnly: Bool = false,
    userAgent: String = "invoicematic", scopes: [Scope]? = nil, options: TransportOptions = TransportOptions(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.address = address
    self.key = key
    self.transport = transport
    isReadOnly = readOnly
    self.userAgent = userAgent
    self.scopes = Mutex(scopes)
    self.options = options.reaching(address)
    self.now = now
  }

  /// What the key may do; nil until `me()` or somebody else has said so, and then every write is tried.
  package var knownScopes: [Scope]? {
    get { scopes.withLock { $0 } }
    set { scopes.withLock { $0 = newValue } }
  }

  /// Tells keys apart and tells nothing of them.
  package var keyFingerprint: String { key.fingerprint }

  /// From now on every request passes this gate.
  package func pass(_ gate: any RequestGate) { self.gate.withLock { $0 = gate } }

  /// Whether a write of this kind would leave the client, and if not, why.
  package func refusal(ofWriting kind: ResourceKind) -> APIError? { refusal(of: Call(.post, kind.path, writes: kind)) }

  /// Whether the service is there. A relative of Invoicematic's that answers 401 or 404 is.
  package func health() async throws(APIError) -> ServiceHealth {
    do {
      let response = try await send(Call(.get, "/health"))
      return ServiceHealth(json: try AnswerReading.json(of: response))
    } catch {
      switch error {
      case .unauthorized, .notFound, .rejected(404, _): return ServiceHealth()
      default: throw error
      }
    }
  }

  /// Whose books these are and what the key may do; remembers the latter.
  package func me() async throws(APIError) -> CompanyAndKey {
    let response = try await send(Call(.get, "/api/me"))
    let json = try AnswerReading.json(of: response)
    guard let answer = CompanyAndKey(json: json) else { throw AnswerReading.unreadable(response) }
    // A service that names no scopes leaves it to its own answers what the key may do.
    knownScopes = answer.apiKey.scopes.isEmpty ? nil : answer.apiKey.scopes
    return answer
  }

  /// One page of a list.
  package func page(
    of kind: ResourceKind, _ query: ListQuery = ListQuery(), urgency: RequestUrgency = .foreground
  ) async throws(APIError) -> RawPage {
    let started = now()
    let response = try await send(Call(.get, kind.path, query: query.encoded), urgency)
    return try AnswerReading.page(of: response, query: query, requestStarted: started)
  }

  /// One record as JSON, byte for byte as it came: the object `data`, or the whole answer where there is none.
  package func record(
    _ kind: ResourceKind, _ id: Int64, urgency: RequestUrgency = .foreground
  ) async throws(APIError) -> [UInt8] {
    let response = try await send(Call(.get, kind.recordPath(id)), urgency)
    return try AnswerReading.record(of: response)
  }

  /// Makes a record of this JSON text, once per key.
  package func create(_ kind: ResourceKind, body: [UInt8], key: IdempotencyKey) async throws(APIError) -> WriteAnswer {
    try AnswerReading.write(of: try await send(Call(.post, kind.path, body: body, key: key, writes: kind)))
  }

  /// Replaces a record by this JSON text, once per key.
  package func update(
    _ kind: ResourceKind, _ id: Int64, body: [UInt8], key: IdempotencyKey
  ) async throws(APIError) -> WriteAnswer {
    try AnswerReading.write(of: try await send(Call(.put, kind.recordPath(id), body: body, key: key, writes: kind)))
  }

  /// Deletes a record; one that is already gone is `notFound`. A page of a proxy is no answer to it.
  package func delete(_ kind: ResourceKind, _ id: Int64) async throws(APIError) {
    let response = try await send(Call(.delete, kind.recordPath(id), writes: kind))
    if !response.body.isEmpty { _ = try AnswerReading.json(of: response) }
  }

  /// Sends every request there is, and lets no write leave that may not.
  private func send(
    _ call: Call, _ urgency: RequestUrgency = .foreground
  ) async throws(APIError) -> TransportResponse {
    if let refusal = refusal(of: call) { throw refusal }
    let gate = gate.withLock { $0 }
    if let refusal = await gate?.refusal(of: urgency) { throw refusal }
    var request = address.request(call.method, call.path, query: call.query)
    request.headerFields = headers(of: call)
    let response: TransportResponse
    do {
      response = try await transport.send(request, body: call.body, options: options)
    } catch {
      throw .transport(error)
    }
    if let time = AnswerReading.rest(askedBy: response, now: now()) { await gate?.rest(for: time) }
    if let error = AnswerReading.error(of: response, now: now()) { throw error }
    return response
  }

  private func refusal(of call: Call) -> APIError? {
    guard call.method != .get else { return nil }
    if isReadOnly { return .readOnly }
    guard let scope = call.scope, let known = knownScopes, !known.permit(scope) else { return nil }
    return .missingScope(scope)
  }

  private func headers(of call: Call) -> HTTPFields {
    var fields: HTTPFields = [.authorization: key.bearer, .accept: "application/json", .userAgent: userAgent]
    if call.body != nil { fields[.contentType] = "application/json" }
    if let key = call.key { fields[.idempotencyKey] = key.text }
    return fields
  }
}

extension TransportOptions {
  fileprivate func reaching(_ address: ServiceAddress) -> TransportOptions {
    var options = self
    options.unixSocket = address.unixSocket
    options.allowsPlainHTTP = address.allowsPlainHTTP
    return options
  }
}
