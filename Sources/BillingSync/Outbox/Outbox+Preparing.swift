import Billing
import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// What comes of asking the service before a write goes.
  enum Preparation {
    /// The body as it goes out; nil for a deletion.
    case ready([UInt8]?)
    /// Others changed what is to be changed.
    case conflict(Conflict)
    /// What is to be deleted is not there any more.
    case gone
  }

  /// What goes out: for an intent that was sent before exactly what went out then.
  func prepare(_ open: OpenIntent) async throws(ServiceFailure) -> Preparation {
    let intent = open.intent
    switch intent.verb {
    case .delete: return try await prepareDeletion(open)
    case .create:
      if open.firstSent == nil || open.wasStoppedAtTheDoor {
        balances[intent.id] = try await checkBalance(intent.kind, try json(intent.body), for: intent.id)
      }
      return .ready(Array((intent.body ?? "").utf8))
    case .update:
      if let sent = open.firstSent?.body { return .ready(Array(sent.utf8)) }
      return try await prepareUpdate(open)
    }
  }

  /// The record's text stays in the journal, so that it can be made again.
  private func prepareDeletion(_ open: OpenIntent) async throws(ServiceFailure) -> Preparation {
    guard open.firstSent == nil, let id = open.intent.recordID else { return .ready(nil) }
    do {
      try keepBefore(open.intent, try await read(open.intent.kind, id, for: open.intent.id))
    } catch .notFound {
      try stored { () throws(StoreError) in
        try storage().journalLookUp(open.intent.id, found: id, at: clock.now)
      }
      return .gone
    }
    return .ready(nil)
  }

  /// The fresh record with the edits over it, so that what nobody edited survives a PUT that replaces everything.
  private func prepareUpdate(_ open: OpenIntent) async throws(ServiceFailure) -> Preparation {
    let intent = open.intent
    let fresh = try await read(intent.kind, intent.recordID ?? 0, for: intent.id)
    let merge = ThreeWayMerge(
      kind: intent.kind, before: try open.base.map(json), mine: try json(intent.body),
      theirs: try json(String(decoding: fresh, as: UTF8.self)))
    if let conflict = merge.conflict(of: intent) { return .conflict(conflict) }
    balances[intent.id] = try await checkBalance(intent.kind, .object(merge.edits), updating: fresh)
    let body = try stored { () throws(StoreError) in
      try RecordOverlay.body(fresh: fresh, dropping: ComputedFields.contains, edits: merge.edits)
    }
    try keepBefore(intent, fresh)
    return .ready(body)
  }

  private func keepBefore(_ intent: Intent, _ record: [UInt8]) throws(ServiceFailure) {
    try stored { () throws(StoreError) in
      try storage().journalBefore(
        intent.id, recordID: intent.recordID ?? 0, body: String(decoding: record, as: UTF8.self), at: clock.now)
    }
  }

  /// Payments cannot be deleted, so the balance is read again before one goes: a payment above it is refused.
  /// Answers what the invoice will still need after it, in cents.
  func checkBalance(
    _ kind: ResourceKind, _ payment: JSONValue, updating fresh: [UInt8]? = nil, for intent: IntentID? = nil
  ) async throws(ServiceFailure) -> Int64? {
    guard kind == .payments else { return nil }
    let before = try fresh.map { (bytes) throws(ServiceFailure) in try json(String(decoding: bytes, as: UTF8.self)) }
    let invoice = payment["invoice_id"] ?? before?["invoice_id"]
    guard let amount = (payment["amount"] ?? before?["amount"])?.money, let id = invoice?.integer else { return nil }
    let record = try json(String(decoding: try await read(.invoices, id, for: intent), as: UTF8.self))
    guard let balance = record["due_amount"]?.money else { return nil }
    let returned = before?["invoice_id"]?.integer == id ? before?["amount"]?.money ?? .zero : .zero
    let (room, overflow) = balance.cents.addingReportingOverflow(returned.cents)
    guard !overflow, amount.cents <= room else { throw .aboveBalance(overflow ? balance.cents : room) }
    return room - amount.cents
  }

  /// Reads a record anew, and keeps it in the mirror.
  func fetch(_ kind: ResourceKind, _ id: Int64) async throws(ServiceFailure) -> [UInt8] {
    let started = clock.now
    let bytes: [UInt8]
    do {
      bytes = try await client.record(kind, id)
    } catch {
      throw ServiceFailure(error)
    }
    if let gathering = RunIntake.current {
      gathering.add(bytes, kind, id, asOf: started)
      return bytes
    }
    let intake = try stored { () throws(StoreError) in
      try mirror.takeIn(record: bytes, kind: kind, asOf: started)
    }
    for kind in intake.renamed { report(.rowsChanged(kind)) }
    report(.rowsChanged(kind))
    return bytes
  }

  /// A record as it is before a write: what a run has just read of it, else read anew.
  private func read(_ kind: ResourceKind, _ id: Int64, for intent: IntentID?) async throws(ServiceFailure) -> [UInt8] {
    if let intent, let bytes = turns[intent]?.looked {
      turns[intent]?.looked = nil
      return bytes
    }
    return try await fetch(kind, id)
  }

  func json(_ text: String?) throws(ServiceFailure) -> JSONValue {
    guard let text else { return .null }
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw .unreadable("The record could not be read.")
    }
  }

  private func json(_ text: String) throws(ServiceFailure) -> JSONValue { try json(Optional(text)) }
}
