import Billing
import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// Reads back what was written, notes what was not kept, and settles the intent.
  func finish(
    _ before: OpenIntent, _ id: Int64, replayed: Bool, answer: [UInt8] = []
  ) async throws(ServiceFailure) -> WriteResult {
    // With what went out, which `before` does not have where it went for the first time.
    let open = try stored { () throws(StoreError) in try storage().openIntent(before.intent.id) } ?? before
    let intent = open.intent
    var saved = SavedRecord(kind: intent.kind, id: id)
    saved.wasReplayed = replayed
    saved.renumbered = try renumbering(of: intent)
    if intent.verb == .delete {
      if !replayed { try await lookWhetherGone(intent, into: &saved) }
      saved.isDeleted = !saved.isStillThere
    } else {
      await readBack(open, answer, into: &saved)
    }
    if saved.isDeleted { try removeRow(intent.kind, id) }
    if !replayed, !saved.isStillThere { try count(intent) }
    try stored { () throws(StoreError) in
      try storage().settle(intent.id, .saved, recordID: id, at: clock.now, lazily: isInRun)
    }
    return .saved(saved)
  }

  /// Only a 404 proves that a record is gone; without any answer the one to the deletion counts.
  private func lookWhetherGone(_ intent: Intent, into saved: inout SavedRecord) async throws(ServiceFailure) {
    do throws(ServiceFailure) {
      let text = String(decoding: try await fetch(intent.kind, saved.id), as: UTF8.self)
      try stored { () throws(StoreError) in
        try storage().journalReadBack(intent.id, recordID: saved.id, body: text, at: clock.now, lazily: isInRun)
      }
      saved.isStillThere = true
    } catch .notFound {
      return
    } catch {
      saved.readBackFailure = error
    }
  }

  private func removeRow(_ kind: ResourceKind, _ id: Int64) throws(ServiceFailure) {
    try stored { () throws(StoreError) in try mirror.remove(kind, id: id, asOf: clock.now) }
    noteChange(of: kind)
  }

  private func noteChange(of kind: ResourceKind) {
    if let intake = RunIntake.current { return intake.note(kind) }
    report(.rowsChanged(kind))
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
    if let intake = RunIntake.current { return intake.count(intent.kind, difference) }
    let completeness = try stored { () throws(StoreError) in
      try mirror.adjustTotal(intent.kind, by: difference)
      return try mirror.completeness(intent.kind)
    }
    report(.progress(intent.kind, completeness))
  }

  /// A write that is done stays done, whatever becomes of reading it back.
  private func readBack(_ open: OpenIntent, _ answer: [UInt8], into saved: inout SavedRecord) async {
    let intent = open.intent
    do throws(ServiceFailure) {
      let bytes = try await fetch(intent.kind, saved.id)
      let text = String(decoding: bytes, as: UTF8.self)
      try stored { () throws(StoreError) in
        try storage().journalReadBack(intent.id, recordID: saved.id, body: text, at: clock.now, lazily: isInRun)
      }
      tell(intent.id, .readBack)
      let record = try json(text)
      let expectation = try Expectation(open, json)
      // Lines are replaced as a whole by a PUT: each has another id then, which nobody meant.
      saved.notKept = FieldChange.between(expectation.meant, record).filter { !$0.isComputed }
      saved.changedBeyond = expectation.changedBeyond(in: record)
      let moved = try await readInvoice(of: intent, record, into: &saved)
      saved.changedBeyond += moved
    } catch {
      saved.readBackFailure = error
      keep(answer, intent.kind)
    }
  }

  /// A payment moves its invoice's balance, by its amount and nothing else.
  private func readInvoice(
    of intent: Intent, _ payment: JSONValue, into saved: inout SavedRecord
  ) async throws(ServiceFailure) -> [FieldChange] {
    guard intent.kind == .payments, let invoice = payment["invoice_id"]?.integer else { return [] }
    let record = try json(String(decoding: try await fetch(.invoices, invoice), as: UTF8.self))
    let due = record["due_amount"]
    saved.invoiceBalance = due?.money
    saved.invoiceStatus = record["status"]?.string
    guard let expected = balances[intent.id] else { return [] }
    guard due?.money?.cents != expected else { return [] }
    return [FieldChange(field: "invoice.due_amount", sent: .integer(expected), answered: due)]
  }

  /// The answer of the write itself, where nothing better could be read.
  private func keep(_ answer: [UInt8], _ kind: ResourceKind) {
    // An answer that is no record is no loss: the next refresh brings it.
    if !answer.isEmpty, (try? mirror.takeIn(record: answer, kind: kind, asOf: clock.now)) != nil {
      report(.rowsChanged(kind))
    }
  }

  /// The number that was meant first, where it had to give way.
  private func renumbering(of intent: Intent) throws(ServiceFailure) -> FieldChange? {
    guard intent.verb == .create, let field = intent.kind.numberField else { return nil }
    let meant = try stored { () throws(StoreError) in try storage().journalEntries(of: intent.id) }
      .first { $0.step == .intent }?.body
    guard let old = try json(meant)[field], let new = try json(intent.body)[field], old != new else { return nil }
    return FieldChange(field: field, sent: old, answered: new)
  }
}
