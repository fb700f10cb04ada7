import Billing
import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// What goes out: for an intent that was sent before exactly what went out then. Nil for a deletion.
  func prepare(_ open: OpenIntent) async throws(ServiceFailure) -> Prepared? {
    let intent = open.intent
    let meant = try json(intent.body)
    switch intent.verb {
    case .delete: return nil
    case .create:
      if open.firstSent == nil { try await checkBalance(intent.kind, meant) }
      return Prepared(body: Array((intent.body ?? "").utf8), meant: meant)
    case .update:
      if let sent = open.firstSent?.body { return Prepared(body: Array(sent.utf8), meant: meant) }
      return try await overlay(intent, meant)
    }
  }

  /// The fresh record with the edits over it, so that what nobody edited survives a PUT that replaces everything.
  private func overlay(_ intent: Intent, _ edits: JSONValue) async throws(ServiceFailure) -> Prepared {
    let fresh = try await fetch(intent.kind, intent.recordID ?? 0)
    try await checkBalance(intent.kind, edits, updating: fresh)
    let object = edits.object ?? JSONObject()
    let body = try stored { () throws(StoreError) in
      try RecordOverlay.body(fresh: fresh, dropping: ComputedFields.contains, edits: object)
    }
    let carried = try json(String(decoding: body, as: UTF8.self)).object ?? JSONObject()
    let unedited = carried.members.filter { object[$0.name] == nil }
    return Prepared(body: body, meant: edits, carried: .object(JSONObject(unedited.map { ($0.name, $0.value) })))
  }

  /// Payments cannot be taken back, so the balance is read again before one goes: a payment above it is refused.
  private func checkBalance(
    _ kind: ResourceKind, _ payment: JSONValue, updating fresh: [UInt8]? = nil
  ) async throws(ServiceFailure) {
    guard kind == .payments else { return }
    let before = try fresh.map { (bytes) throws(ServiceFailure) in try json(String(decoding: bytes, as: UTF8.self)) }
    let invoice = payment["invoice_id"] ?? before?["invoice_id"]
    guard let amount = payment["amount"]?.money, let id = invoice?.integer else { return }
    let record = try json(String(decoding: try await fetch(.invoices, id), as: UTF8.self))
    guard let balance = record["due_amount"]?.money else { return }
    let returned = before?["invoice_id"]?.integer == id ? before?["amount"]?.money ?? .zero : .zero
    let (room, overflow) = balance.cents.addingReportingOverflow(returned.cents)
    guard overflow || amount.cents <= room else { throw .aboveBalance(room) }
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
    try stored { () throws(StoreError) in _ = try mirror.takeIn(record: bytes, kind: kind, asOf: started) }
    report(.rowsChanged(kind))
    return bytes
  }

  func json(_ text: String?) throws(ServiceFailure) -> JSONValue {
    guard let text else { return .null }
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw .unreadable("The record could not be read.")
    }
  }
}
