internal import Billing
internal import BillingAPI
internal import FoundationEssentials
internal import GRDB

/// Puts deliveries into the durable queue, in the transaction of what they tell of: neither is there without the other.
struct WebhookQueue {
  let database: Database
  let moment: ServiceMoment

  func add(_ event: WebhookEvent, _ kind: ResourceKind, _ id: Int64) throws {
    let listeners = try listeners(to: event)
    guard !listeners.isEmpty else { return }
    let body = try body(event, kind, id)
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO webhook_deliveries (webhook_id, delivery, event, record, body, created_at, next_attempt_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for listener in listeners {
      try insert.execute(
        arguments: [
          listener, UUID().uuidString.lowercased(), event.rawValue, "\(kind.rawValue)/\(id)", body, moment.seconds,
          moment.seconds,
        ])
    }
  }

  private func listeners(to event: WebhookEvent) throws -> [Int64] {
    let select = try database.cachedStatement(
      sql: "SELECT id FROM webhooks WHERE ',' || events || ',' LIKE '%,' || ? || ',%' ORDER BY id")
    return try Int64.fetchAll(select, arguments: [event.rawValue])
  }

  /// The documented payload, with the record as it is now.
  private func body(_ event: WebhookEvent, _ kind: ResourceKind, _ id: Int64) throws -> String {
    let reader = ResourceReader(definition: .of(kind), moment: moment, hazards: .none, database: database)
    let record = try reader.json(id)
    let stamp = Timestamp.text(moment.now, ending: .zulu)
    return "{\"event\":\"\(event.rawValue)\",\"timestamp\":\"\(stamp)\",\"data\":\(record)}"
  }

  /// Whether something became overdue since the last look: only the calendar causes it, and nobody writes anything.
  func hasOverdue() throws -> Bool {
    let select = try database.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM webhooks) AND EXISTS (\(Self.late))")
    return try Bool.fetchOne(select, arguments: [moment.today.iso]) ?? false
  }

  /// Queues what became overdue since the last look.
  func addOverdue(atMost limit: Int = 200) throws {
    let late = try Int64.fetchAll(database, sql: Self.late + " LIMIT ?", arguments: [moment.today.iso, limit])
    for id in late {
      try database.execute(
        sql: "INSERT OR REPLACE INTO overdue_notices SELECT id, due_date FROM invoices WHERE id = ?", arguments: [id])
      try add(.invoiceOverdue, .invoices, id)
    }
  }

  /// Takes what is overdue already as told of: a first receiver learns what happens from now on.
  static func passOverOverdue(_ database: Database, today: CalendarDate) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO overdue_notices SELECT id, due_date FROM invoices WHERE id IN (\(late))
        """,
      arguments: [today.iso])
  }

  private static let late = """
    SELECT id FROM invoices r WHERE status IN ('SENT', 'VIEWED') AND (due_amount > 0 OR total = 0)
      AND due_amount > 0 AND due_date < ?
      AND NOT EXISTS (SELECT 1 FROM overdue_notices n WHERE n.invoice_id = r.id AND n.due_date = r.due_date)
    """
}
