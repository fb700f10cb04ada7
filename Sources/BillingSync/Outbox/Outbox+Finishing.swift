import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// Reads back what was written, notes what was not kept, and settles the intent.
  func finish(
    _ intent: Intent, _ id: Int64, _ prepared: Prepared?, replayed: Bool, answer: [UInt8] = []
  ) async throws(ServiceFailure) -> WriteResult {
    var saved = SavedRecord(kind: intent.kind, id: id)
    saved.wasReplayed = replayed
    if intent.verb == .delete {
      saved.isDeleted = true
      try stored { () throws(StoreError) in try mirror.remove(intent.kind, id: id, asOf: clock.now) }
      report(.rowsChanged(intent.kind))
    } else {
      await readBack(intent, prepared, answer, into: &saved)
    }
    if !replayed { try count(intent) }
    try stored { () throws(StoreError) in
      try storage().settle(intent.id, .saved, recordID: id, at: clock.now)
    }
    return .saved(saved)
  }

  /// The service's own count comes with the next page; one that was replayed may be in it already.
  private func count(_ intent: Intent) throws(ServiceFailure) {
    let difference =
      switch intent.verb {
      case .create: 1
      case .update: 0
      case .delete: -1
      }
    guard difference != 0 else { return }
    let completeness = try stored { () throws(StoreError) in
      try mirror.adjustTotal(intent.kind, by: difference)
      return try mirror.completeness(intent.kind)
    }
    report(.progress(intent.kind, completeness))
  }

  /// A write that is done stays done, whatever becomes of reading it back.
  private func readBack(_ intent: Intent, _ prepared: Prepared?, _ answer: [UInt8], into saved: inout SavedRecord) async
  {
    do throws(ServiceFailure) {
      let bytes = try await fetch(intent.kind, saved.id)
      let text = String(decoding: bytes, as: UTF8.self)
      try stored { () throws(StoreError) in
        try storage().journalReadBack(intent.id, recordID: saved.id, body: text, at: clock.now)
      }
      report(.write(intent.id, .readBack))
      let record = try json(text)
      let meant = try json(intent.body)
      compare(record, prepared?.meant ?? meant, prepared?.carried, into: &saved)
      try await readInvoice(of: intent.kind, record)
    } catch {
      saved.readBackFailure = error
      keep(answer, intent.kind)
    }
  }

  private func compare(_ answered: JSONValue, _ meant: JSONValue, _ carried: JSONValue?, into saved: inout SavedRecord)
  {
    saved.notKept = FieldChange.between(meant, answered)
    saved.alsoChanged = carried.map { FieldChange.between($0, answered) } ?? []
  }

  /// A payment moves its invoice's balance.
  private func readInvoice(of kind: ResourceKind, _ payment: JSONValue) async throws(ServiceFailure) {
    guard kind == .payments, let invoice = payment["invoice_id"]?.integer else { return }
    _ = try await fetch(.invoices, invoice)
  }

  /// The answer of the write itself, where nothing better could be read.
  private func keep(_ answer: [UInt8], _ kind: ResourceKind) {
    // An answer that is no record is no loss: the next refresh brings it.
    if !answer.isEmpty, (try? mirror.takeIn(record: answer, kind: kind, asOf: clock.now)) != nil {
      report(.rowsChanged(kind))
    }
  }
}
