internal import Billing
internal import BillingAPI
internal import GRDB
internal import HTTPTypes

/// Answers lists and single records of one resource. The JSON comes out of SQLite as it is sent.
struct ResourceReader {
  let definition: ResourceDefinition
  let moment: ServiceMoment
  let hazards: ActiveHazards
  let database: Database

  func record(_ id: Int64) throws -> ServiceAnswer { try answer(.ok, record: id) }

  /// The record inside `data`, as POST, PUT and GET answer it.
  func answer(_ status: HTTPResponse.Status, record id: Int64) throws -> ServiceAnswer {
    ServiceAnswer(status, bytes: Array("{\"data\":\(try json(id))}".utf8))
  }

  /// The record's JSON.
  func json(_ id: Int64) throws -> String {
    let sql = "SELECT \(definition.answer) FROM \(definition.table) r WHERE r.id = :id"
    let find = try database.cachedStatement(sql: sql)
    let found = try String.fetchOne(find, arguments: arguments(["id": id]))
    guard let found else { throw Refusal.notFound }
    return found
  }

  /// A page of the list, newest first.
  func page(_ request: ListRequest, address: String) throws -> ServiceAnswer {
    let total = try count(request)
    let records = try records(request, of: total)
    let meta = PageMeta(request, count: records.count, total: total)
    var body = Array("{\"data\":[".utf8)
    for (index, record) in records.enumerated() {
      if index > 0 { body.append(UInt8(ascii: ",")) }
      body.append(contentsOf: record.utf8)
    }
    let links = links(request, meta, address)
    body += Array("],\"links\":".utf8) + links.encoded() + Array(",\"meta\":".utf8) + meta.json.encoded()
    body.append(UInt8(ascii: "}"))
    return ServiceAnswer(.ok, bytes: body)
  }

  private func records(_ request: ListRequest, of total: Int) throws -> [String] {
    let drift = hazards.contains(.pageDrift) && request.page > 1 ? 1 : 0
    let offset = (request.page - 1) * request.limit - drift
    guard offset < total else { return [] }
    let conditions = conditions(request)
    let window =
      conditions.isEmpty
      ? try MonthIndex(definition: definition, database: database).window(offset: offset, limit: request.limit)
      : PageWindow(offset: offset, limit: request.limit, total: total)
    let order = window.isFromEnd ? definition.oldestFirst : definition.order
    // The ids of the page are found in an index; only then are its rows read.
    let sql = """
      SELECT \(definition.answer) FROM
        (SELECT id FROM \(definition.table) r \(condition(conditions + (window.condition.map { [$0] } ?? [])))
         ORDER BY \(order) LIMIT :limit OFFSET :offset) p
        CROSS JOIN \(definition.table) r ON r.id = p.id
      """
    let select = try database.cachedStatement(sql: sql)
    var values: [String: (any DatabaseValueConvertible)?] = ["limit": window.count, "offset": window.skipped]
    if let customer = request.customerID { values["customer"] = customer }
    if window.condition != nil { values["bound"] = window.bound }
    let found = try String.fetchAll(select, arguments: arguments(values))
    return window.isFromEnd ? found.reversed() : found
  }

  private func count(_ request: ListRequest) throws -> Int {
    let conditions = conditions(request)
    if conditions.isEmpty {
      let stored = try database.cachedStatement(sql: "SELECT count FROM record_counts WHERE kind = ?")
      return try Int.fetchOne(stored, arguments: [definition.table]) ?? 0
    }
    let sql = "SELECT count(*) FROM \(definition.table) r \(condition(conditions))"
    let count = try database.cachedStatement(sql: sql)
    var values: [String: (any DatabaseValueConvertible)?] = [:]
    if let customer = request.customerID { values["customer"] = customer }
    if sql.contains(":today") { values["today"] = moment.today.iso }
    return try Int.fetchOne(count, arguments: StatementArguments(values)) ?? 0
  }

  private func conditions(_ request: ListRequest) -> [String] {
    var conditions: [String] = []
    if let status = definition.statuses.first(where: { $0.word == request.status }) {
      conditions.append(status.condition)
    }
    if request.customerID != nil { conditions.append("r.customer_id = :customer") }
    return conditions
  }

  private func condition(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
  }

  /// With what the answer's SQL names besides: SQLite refuses what is missing, and what is too much.
  private func arguments(_ values: [String: (any DatabaseValueConvertible)?]) -> StatementArguments {
    var values = values
    if definition.dependsOnDay { values["today"] = moment.today.iso }
    return StatementArguments(values)
  }

  private func links(_ request: ListRequest, _ meta: PageMeta, _ address: String) -> JSONValue {
    func link(_ page: Int?) -> JSONValue {
      guard let page else { return .null }
      return .string(request.link(to: page, of: address, keepsQuery: !hazards.contains(.bareLinks)))
    }
    return [
      "first": link(1), "last": link(meta.lastPage), "prev": link(meta.currentPage > 1 ? meta.currentPage - 1 : nil),
      "next": link(meta.hasMore ? meta.currentPage + 1 : nil),
    ]
  }
}

extension PageMeta {
  fileprivate init(_ request: ListRequest, count: Int, total: Int) {
    let before = (request.page - 1) * request.limit
    self.init(
      currentPage: request.page, from: count > 0 ? before + 1 : nil,
      lastPage: max(1, (total + request.limit - 1) / request.limit), perPage: request.limit,
      to: count > 0 ? before + count : nil, total: total)
  }
}
