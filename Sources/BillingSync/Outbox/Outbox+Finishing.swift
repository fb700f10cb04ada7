import Billing
import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// Reads back what was written, notes what was not kept, and settles the intent.
  func finish(
    _ before: OpenIntent, _ id: Int64, replayed: Bool, answer: [UInt8] = [], status: Int? = nil
  ) async throws(ServiceFailure) -> WriteResult {
    // With what went out, which `before` does not have where it went for the first time.
    let open = try stored { () throws(StoreError) in try storage().openIntent(before.intent.id) } ?? before
    let intent = open.intent
    var saved = SavedRecord(kind: intent.kind, id: id)
    saved.wasReplayed = replayed
    saved.status = status
    if open.isAmended { saved.renumbered = try renumbering(of: intent) }
    var text: String?
    if intent.verb == .delete {
      if !replayed { text = try await lookWhetherGone(intent, into: &saved) }
      saved.isDeleted = !saved.isStillThere
    } else {
      text = await readBack(open, answer, into: &saved)
    }
    if saved.isDeleted { try removeRow(intent.kind, id) }
    if !replayed, !saved.isStillThere { try count(intent) }
    try conclude(intent.id, id, readBack: text)
    return .saved(saved)
  }

  /// A run's write is put down with all that belongs to its end at once; its next one flushes that.
  private func conclude(_ intent: IntentID, _ record: Int64, readBack text: String?) throws(ServiceFailure) {
    let answer = answers.removeValue(forKey: intent)
    try stored { () throws(StoreError) in
      if isInRun {
        try storage().conclude(
          intent, WriteConclusion(record: record, answer: answer, readBack: text, at: clock.now))
      } else {
        try storage().settle(intent, .saved, recordID: record, at: clock.now)
      }
    }
  }

  /// Puts down the record as it was read back; a run does so when the write ends.
  private func noteReadBack(_ intent: IntentID, _ record: Int64, _ text: String) throws(ServiceFailure) {
    guard !isInRun else { return }
    try stored { () throws(StoreError) in
      try storage().journalReadBack(intent, recordID: record, body: text, at: clock.now)
    }
  }

  /// Only a 404 proves that a record is gone; without any answer the one to the deletion counts. Answers the record's
  /// text where it is there all the same.
  private func lookWhetherGone(_ intent: Intent, into saved: inout SavedRecord) async throws(ServiceFailure) -> String?
  {
    do throws(ServiceFailure) {
      let text = String(decoding: try await fetch(intent.kind, saved.id), as: UTF8.self)
      try noteReadBack(intent.id, saved.id, text)
      saved.isStillThere = true
      return text
    } catch .notFound {
      return nil
    } catch {
      saved.readBackFailure = error
      return nil
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

  /// A write that is done stays done, whatever becomes of reading it back. Answers the record's text, where it came.
  private func readBack(_ open: OpenIntent, _ answer: [UInt8], into saved: inout SavedRecord) async -> String? {
    let intent = open.intent
    async let paid = invoicePaid(by: intent)
    var text: String?
    do throws(ServiceFailure) {
      let bytes = try await fetch(intent.kind, saved.id)
      let read = String(decoding: bytes, as: UTF8.self)
      text = read
      try noteReadBack(intent.id, saved.id, read)
      tell(intent.id, .readBack)
      let record = try json(read)
      let expectation = try Expectation(open, json)
      // Lines are replaced as a whole by a PUT: each has another id then, which nobody meant.
      saved.notKept = FieldChange.between(expectation.meant, record).filter {
        !$0.isComputed && !$0.isOfTheCalendar
      }
      saved.changedBeyond = expectation.changedBeyond(in: record)
      let moved = try await readInvoice(of: intent, record, await paid, into: &saved)
      saved.changedBeyond += moved
    } catch {
      saved.readBackFailure = error
      keep(answer, intent.kind)
    }
    return text
  }

  /// The invoice that a new payment names, read beside the payment: neither waits for the other.
  private func invoicePaid(by intent: Intent) async -> (Int64, Result<[UInt8], ServiceFailure>)? {
    // What cannot be read names no invoice.
    guard intent.kind == .payments, intent.verb == .create, let body = try? json(intent.body),
      let id = body["invoice_id"]?.integer
    else { return nil }
    do throws(ServiceFailure) {
      return (id, .success(try await fetch(.invoices, id)))
    } catch {
      return (id, .failure(error))
    }
  }

  /// A payment moves its invoice's balance, by its amount and nothing else.
  private func readInvoice(
    of intent: Intent, _ payment: JSONValue, _ read: (id: Int64, record: Result<[UInt8], ServiceFailure>)?,
    into saved: inout SavedRecord
  ) async throws(ServiceFailure) -> [FieldChange] {
    guard intent.kind == .payments, let invoice = payment["invoice_id"]?.integer else { return [] }
    let bytes =
      if let read, read.id == invoice { try read.record.get() } else { try await fetch(.invoices, invoice) }
    let record = try json(String(decoding: bytes, as: UTF8.self))
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
