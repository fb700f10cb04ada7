internal import BillingAPI
internal import GRDB
internal import HTTPTypes

/// Performs creates, updates and deletions of one resource, each within the transaction that it is given.
struct ResourceWriter {
  let definition: ResourceDefinition
  let moment: ServiceMoment
  let hazards: ActiveHazards
  let database: Database

  private var reader: ResourceReader {
    ResourceReader(definition: definition, moment: moment, hazards: hazards, database: database)
  }

  private var events: RecordEvents { RecordEvents(database: database, moment: moment) }

  func create(_ body: JSONObject) throws -> ServiceAnswer {
    if hazards.contains(.numberTaken), let field = definition.kind.numberField {
      throw Refusal.invalid([field: ["The \(spelledOut(field)) has already been taken."]])
    }
    var draft = try judged(body, existing: nil)
    if definition.hasTimestamps {
      draft.set("created_at", moment.recordStamp)
      draft.set("updated_at", moment.recordStamp)
    }
    let names = draft.columns.map(\.name)
    let places = names.map { ":\($0)" }.joined(separator: ", ")
    let insert = try database.cachedStatement(
      sql: "INSERT INTO \(definition.table) (\(names.joined(separator: ", "))) VALUES (\(places))")
    try insert.execute(arguments: arguments(of: draft))
    let id = database.lastInsertedRowID
    try definition.follow(draft, id, database)
    try events.created(definition.kind, id)
    return try reader.answer(.created, record: id)
  }

  func update(_ id: Int64, _ body: JSONObject) throws -> ServiceAnswer {
    let before = try row(id)
    var draft = try judged(body, existing: before)
    if definition.hasTimestamps { draft.set("updated_at", moment.recordStamp) }
    let assignments = draft.columns.map { "\($0.name) = :\($0.name)" }.joined(separator: ", ")
    let update = try database.cachedStatement(sql: "UPDATE \(definition.table) SET \(assignments) WHERE id = :id")
    try update.execute(arguments: arguments(of: draft, id: id))
    try definition.follow(draft, id, database)
    try events.updated(definition.kind, id, before: before)
    return try reader.answer(.ok, record: id)
  }

  func delete(_ id: Int64) throws -> ServiceAnswer {
    _ = try row(id)
    try definition.allowDeletion(id, database)
    try events.willDelete(definition.kind, id)
    try database.execute(sql: "DELETE FROM \(definition.table) WHERE id = ?", arguments: [id])
    return .noContent
  }

  private func row(_ id: Int64) throws -> Row {
    let find = try database.cachedStatement(sql: "SELECT * FROM \(definition.table) WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [id]) else { throw Refusal.notFound }
    return row
  }

  /// The body as columns to write; refused, with everything that is wrong with it at once.
  private func judged(_ body: JSONObject, existing: Row?) throws -> RecordDraft {
    var draft = RecordDraft(kind: definition.kind, body: body, existing: existing, moment: moment, hazards: hazards)
    try FieldReader(database: database).read(definition.fields, into: &draft)
    if existing != nil, hazards.contains(.replacingPut) { draft.forgetWhatIsMissing(of: definition.fields) }
    try definition.rules(&draft, database)
    guard draft.isSound else { throw Refusal.invalid(draft.problems) }
    return draft
  }

  private func arguments(of draft: RecordDraft, id: Int64? = nil) -> StatementArguments {
    var values: [String: (any DatabaseValueConvertible)?] = [:]
    for column in draft.columns { values[column.name] = column.value }
    if let id { values["id"] = id }
    return StatementArguments(values)
  }
}

extension RecordDraft {
  /// What the hazard of a replacing PUT does: a field that the body leaves out is lost.
  fileprivate mutating func forgetWhatIsMissing(of fields: [Field]) {
    for field in fields where body[field.name] == nil && !field.isRequired {
      if field.name == "status" { set("status", "DRAFT") } else if !field.isUnique { set(field.name, nil) }
    }
  }
}
