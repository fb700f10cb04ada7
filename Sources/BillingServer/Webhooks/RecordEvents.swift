internal import BillingAPI
internal import GRDB

/// Works out what a change means to those who listen, and queues it in the transaction of the change.
struct RecordEvents {
  let database: Database
  let moment: ServiceMoment

  private var queue: WebhookQueue { WebhookQueue(database: database, moment: moment) }

  func created(_ kind: ResourceKind, _ id: Int64) throws {
    let event = kind == .payments ? WebhookEvent.paymentReceived : WebhookEvent(rawValue: "\(kind.singular).created")
    if let event { try queue.add(event, kind, id) }
  }

  /// - Parameter before: the row as it was.
  func updated(_ kind: ResourceKind, _ id: Int64, before: Row) throws {
    if let event = WebhookEvent(rawValue: "\(kind.singular).updated") { try queue.add(event, kind, id) }
    guard kind == .invoices || kind == .estimates else { return }
    let status = try String.fetchOne(database, sql: "SELECT status FROM \(kind.rawValue) WHERE id = ?", arguments: [id])
    guard let status, status != before["status"] else { return }
    if let event = WebhookEvent(rawValue: "\(kind.singular).\(status.lowercased())") { try queue.add(event, kind, id) }
  }

  /// To be called while the record is still there to be told of.
  func willDelete(_ kind: ResourceKind, _ id: Int64) throws {
    if let event = WebhookEvent(rawValue: "\(kind.singular).deleted") { try queue.add(event, kind, id) }
  }

  /// A payment moved the balance of an invoice.
  func settled(_ invoice: Int64, becamePaid: Bool, isChange: Bool) throws {
    if isChange { try queue.add(.invoiceUpdated, .invoices, invoice) }
    if becamePaid { try queue.add(.invoicePaid, .invoices, invoice) }
  }
}
