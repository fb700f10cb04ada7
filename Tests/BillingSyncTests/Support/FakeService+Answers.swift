import BillingAPI
import Foundation
import HTTPTypes

extension FakeService.State {
  mutating func answer(
    _ request: HTTPRequest, _ body: [UInt8]?, _ fault: Fault?
  ) -> Result<TransportResponse, TransportError> {
    switch fault {
    case nil: .success(perform(request, body))
    case .unreachable: .failure(.unreachable("no route"))
    case .lostBefore: .failure(.connectionLost(requestWasSent: true))
    case .timedOut: .failure(.timedOut(.answering))
    case .html: .success(TransportResponse(status: 200, body: Array("<html>sign in</html>".utf8)))
    case .tooManyRequests: .success(TransportResponse(status: 429, headers: [.retryAfter: rest]))
    case .errorBefore: .success(TransportResponse(status: 500, body: Array(#"{"message":"Server Error"}"#.utf8)))
    case .lostAfter: after(request, body) { _ in .failure(.connectionLost(requestWasSent: true)) }
    case .truncated:
      after(request, body) { .success(TransportResponse(status: $0.status, body: Array($0.body.prefix(9)))) }
    case .errorAfter: after(request, body, remembers: false) { _ in .success(TransportResponse(status: 500)) }
    }
  }

  /// An answer of 500 and above is not stored under its key.
  private mutating func after(
    _ request: HTTPRequest, _ body: [UInt8]?, remembers: Bool = true,
    _ answer: (TransportResponse) -> Result<TransportResponse, TransportError>
  ) -> Result<TransportResponse, TransportError> {
    let performed = perform(request, body)
    if !remembers, let key = request.headerFields[.idempotencyKey] { answers[key] = nil }
    return answer(performed)
  }

  private mutating func perform(_ request: HTTPRequest, _ body: [UInt8]?) -> TransportResponse {
    if let nonsense { return TransportResponse(status: nonsense.status, body: Array(nonsense.body.utf8)) }
    if let refusal { return TransportResponse(status: refusal.status, body: Array(refusal.body.utf8)) }
    guard let key = request.headerFields[.idempotencyKey], honoursKeys else { return route(request, body) }
    if var stored = answers[key] {
      stored.headers[.idempotencyReplayed] = "true"
      return stored
    }
    let answer = route(request, body)
    if answer.status < 500 { answers[key] = answer }
    return answer
  }

  private mutating func route(_ request: HTTPRequest, _ body: [UInt8]?) -> TransportResponse {
    let parts = (request.path ?? "").split(separator: "?", maxSplits: 1)
    let words = parts[0].split(separator: "/").filter { $0 != "api" && $0 != "v1" }
    guard let word = words.first, let kind = ResourceKind(rawValue: String(word)) else { return me() }
    if forbidden.contains(kind) { return TransportResponse(status: 403, body: Array(#"{"message":"No."}"#.utf8)) }
    let id = words.dropFirst().first.flatMap { Int64($0) }
    let json = body.flatMap { try? JSONValue(parsing: $0).object }
    switch (request.method, id) {
    case (.get, nil): return list(kind, String(parts.dropFirst().first ?? ""))
    case (.get, let id?): return records[kind]?[id].map { reply(200, .object($0)) } ?? missing
    case (.post, nil): return create(kind, json ?? JSONObject())
    case (.put, let id?): return replace(kind, id, json ?? JSONObject())
    case (.delete, _?) where forgetsNothing: return TransportResponse(status: 204)
    case (.delete, let id?):
      return records[kind]?.removeValue(forKey: id) == nil ? missing : TransportResponse(status: 204)
    default: return TransportResponse(status: 405)
    }
  }

  private func me() -> TransportResponse {
    let named = scopes.map { "\"\($0)\"" }.joined(separator: ",")
    let text = #"{"company":{"id":1,"name":"Acme Corp"},"api_key":{"name":"Test","scopes":[\#(named)]}}"#
    return TransportResponse(status: 200, body: Array(text.utf8))
  }

  private func list(_ kind: ResourceKind, _ query: String) -> TransportResponse {
    let pairs = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    let values = Dictionary(pairs.map { (String($0[0]), Int($0.last ?? "") ?? 0) }) { first, _ in first }
    let size = min(values["limit"] ?? 10, pageCap)
    let page = repeatsPages ? 1 : values["page"] ?? 1
    let customer = filteredKinds.contains(kind) ? values["customer_id"] : nil
    let status = filtersByStatus ? pairs.first { $0[0] == "status" }.map { String($0[1]) } : nil
    var all = (records[kind] ?? [:]).filter { !hidden.contains($0.key) }.filter {
      (customer == nil || $0.value["customer_id"]?.integer == customer.map(Int64.init))
        && (status == nil || $0.value["status"]?.string == status)
    }.sorted { $0.key > $1.key }.map {
      JSONValue.object($0.value)
    }
    all += (0..<nameless).map { _ in ["name": "Nobody"] }
    let shown = Array(all.dropFirst((page - 1) * size).prefix(size))
    if shown.contains(where: { $0["id"]?.integer.map(poison.contains) ?? false }) {
      return TransportResponse(status: 500, body: Array(#"{"message":"Server Error"}"#.utf8))
    }
    let meta: JSONValue = [
      "current_page": .integer(Int64(values["page"] ?? 1)),
      "last_page": .integer(Int64(max(1, (all.count + size - 1) / size))),
      "per_page": .integer(Int64(size)), "total": .integer(Int64(all.count)),
    ]
    return TransportResponse(
      status: 200, body: JSONValue.object(JSONObject([("data", .array(shown)), ("meta", meta)])).encoded())
  }

  private mutating func create(_ kind: ResourceKind, _ sent: JSONObject) -> TransportResponse {
    if let field = kind.numberField, let number = sent[field],
      records[kind]?.values.contains(where: { $0[field] == number }) == true
    {
      return TransportResponse(
        status: 422, body: Problem.invalid([field: ["The number has already been taken."]]).json.encoded())
    }
    let id = ((records[kind] ?? [:]).keys.max() ?? 0) + 1
    var record = sent
    record["id"] = .integer(id)
    if kind == .invoices { record["due_amount"] = sent["total"] }
    if kind == .payments { pay(sent) }
    mangle(&record)
    records[kind, default: [:]][id] = record
    return reply(201, .object(record))
  }

  private mutating func pay(_ payment: JSONObject) {
    guard let id = payment["invoice_id"]?.integer, let due = records[.invoices]?[id]?["due_amount"]?.integer else {
      return
    }
    records[.invoices]?[id]?["due_amount"] = .integer(due - (payment["amount"]?.integer ?? 0))
  }

  /// As strict relatives of the service do it: what is not sent is gone.
  private mutating func replace(_ kind: ResourceKind, _ id: Int64, _ sent: JSONObject) -> TransportResponse {
    guard records[kind]?[id] != nil else { return missing }
    var record = sent
    record["id"] = .integer(id)
    mangle(&record)
    records[kind]?[id] = record
    return reply(200, .object(record))
  }

  private func reply(_ status: Int, _ record: JSONValue) -> TransportResponse {
    TransportResponse(status: status, body: JSONValue.object(JSONObject([("data", record)])).encoded())
  }

  private var missing: TransportResponse {
    TransportResponse(status: 404, body: Array(#"{"message":"Not found."}"#.utf8))
  }
}
