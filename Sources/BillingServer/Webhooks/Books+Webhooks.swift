internal import BillingAPI
package import FoundationEssentials
internal import GRDB

/// A receiver of events.
package struct Webhook: Hashable, Sendable {
  package let id: Int64
  package let url: String
  package let events: [WebhookEvent]
}

/// One event on its way to one receiver, or arrived, or given up.
package struct WebhookDelivery: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case waiting
    case delivered
    case givenUp
  }

  package let id: Int64
  package let webhookID: Int64
  package let event: String
  /// The kind and id of the record that it tells of: `invoices/42`.
  package let record: String
  package let standing: Standing
  package let attempts: Int
  /// What came of the last attempt: a status or a sentence.
  package let outcome: String?
}

extension Books {
  /// Adds a receiver and answers the secret that its payloads are signed with.
  package func addWebhook(
    _ url: String, events: [WebhookEvent] = WebhookEvent.allCases, allowsAnyAddress: Bool = false,
    clock: ServiceClock = .system
  ) throws(WebhookProblem) -> (webhook: Webhook, secret: String) {
    guard !events.isEmpty else { throw .noEvents }
    _ = try WebhookTarget(url, allowsAnyAddress: allowsAnyAddress)
    let secret = Digest.hexadecimal(Digest.randomBytes(32))
    do {
      let id = try write { database in
        let isFirst = try !(Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM webhooks)") ?? false)
        if isFirst { try WebhookQueue.passOverOverdue(database, today: clock.today()) }
        try database.execute(
          sql: "INSERT INTO webhooks (url, secret, events, allows_any_address, created_at) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            url, secret, events.map(\.rawValue).joined(separator: ","), allowsAnyAddress, clock.now().wholeSeconds,
          ])
        return database.lastInsertedRowID
      }
      bell.ring()
      return (Webhook(id: id, url: url, events: events), secret)
    } catch {
      throw .books(error)
    }
  }

  package func webhooks() throws(BooksError) -> [Webhook] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT id, url, events FROM webhooks ORDER BY id").map { row in
        let events: String = row["events"]
        return Webhook(
          id: row["id"], url: row["url"],
          events: events.split(separator: ",").compactMap { WebhookEvent(rawValue: String($0)) })
      }
    }
  }

  /// Removes a receiver with everything that still waits for it.
  package func removeWebhook(_ id: Int64) throws(BooksError) {
    try write { database in
      try database.execute(sql: "DELETE FROM webhooks WHERE id = ?", arguments: [id])
      if database.changesCount == 0 { throw BooksError.unknown(String(id)) }
    }
  }

  /// The latest deliveries, newest first.
  package func webhookDeliveries(atMost limit: Int = 100) throws(BooksError) -> [WebhookDelivery] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM webhook_deliveries ORDER BY id DESC LIMIT ?", arguments: [limit]
      ).map(WebhookDelivery.init)
    }
  }

  /// Sends a delivery again, under the same delivery id.
  package func redeliver(_ id: Int64, now: Date = Date()) throws(BooksError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE webhook_deliveries SET delivered_at = NULL, failed_at = NULL, attempts = 0, next_attempt_at = ?
          WHERE id = ?
          """,
        arguments: [now.wholeSeconds, id])
      if database.changesCount == 0 { throw BooksError.unknown(String(id)) }
    }
    bell.ring()
  }
}

extension WebhookDelivery {
  init(_ row: Row) {
    let delivered: Int64? = row["delivered_at"]
    let failed: Int64? = row["failed_at"]
    self.init(
      id: row["id"], webhookID: row["webhook_id"], event: row["event"], record: row["record"],
      standing: delivered != nil ? .delivered : failed != nil ? .givenUp : .waiting, attempts: row["attempts"],
      outcome: row["outcome"])
  }
}
