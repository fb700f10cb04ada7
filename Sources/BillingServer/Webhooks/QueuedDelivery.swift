internal import GRDB

/// A delivery with what it takes to send it.
struct QueuedDelivery: Sendable {
  let id: Int64
  let webhookID: Int64
  let delivery: String
  let event: String
  let body: String
  let attempts: Int
  let url: String
  let secret: String
  let allowsAnyAddress: Bool

  init(_ row: Row) {
    id = row["id"]
    webhookID = row["webhook_id"]
    delivery = row["delivery"]
    event = row["event"]
    body = row["body"]
    attempts = row["attempts"]
    url = row["url"]
    secret = row["secret"]
    allowsAnyAddress = row["allows_any_address"]
  }
}

/// One look into the queue.
struct QueueView: Sendable {
  let hasReceivers: Bool
  /// The oldest open delivery of each record, where its time has come; for each receiver some.
  let due: [QueuedDelivery]
  /// When the next of the others is to be sent, in seconds since 1970.
  let nextTime: Int64?

  /// - Parameter width: how many are taken for each receiver.
  init(_ database: Database, at seconds: Int64, width: Int) throws {
    let receivers = try Int64.fetchAll(database, sql: "SELECT id FROM webhooks ORDER BY id")
    hasReceivers = !receivers.isEmpty
    let heads = try database.cachedStatement(sql: Self.heads)
    due = try receivers.flatMap { receiver in
      try Row.fetchAll(heads, arguments: [receiver, seconds, width]).map(QueuedDelivery.init)
    }
    nextTime = try Int64.fetchOne(
      database,
      sql: """
        SELECT min(next_attempt_at) FROM webhook_deliveries
        WHERE delivered_at IS NULL AND failed_at IS NULL AND next_attempt_at > ?
        """,
      arguments: [seconds])
  }

  private static let heads = """
    SELECT d.*, w.url, w.secret, w.allows_any_address FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
    WHERE d.webhook_id = ? AND d.delivered_at IS NULL AND d.failed_at IS NULL AND d.next_attempt_at <= ?
      AND NOT EXISTS (
        SELECT 1 FROM webhook_deliveries e WHERE e.webhook_id = d.webhook_id AND e.record = d.record AND e.id < d.id
          AND e.delivered_at IS NULL AND e.failed_at IS NULL)
    ORDER BY d.id LIMIT ?
    """
}
