import BillingAPI
import TerminalUI

@testable import Dashboard

extension Given {
  /// A payment in the outbox.
  static func outboxRow(
    _ id: String, _ standing: OutboxRow.Standing = .queued, mayBePerformed: Bool = false
  ) -> OutboxRow {
    OutboxRow(
      id: id, kind: .payments, title: "payment \(id)", standing: standing, keyMade: "14:31", keyTrusted: "13:31 19 Mar",
      attempts: mayBePerformed ? 2 : 0, mayBePerformed: mayBePerformed, sentence: "No answer in time.",
      fields: [FieldText(name: "amount", value: "600000"), FieldText(name: "payment_date", value: "2026-03-18")])
  }

  /// A write of the activity; every odd one was refused.
  static func activityRow(_ number: Int) -> ActivityRow {
    let isRefused = number % 2 == 1
    return ActivityRow(
      id: "w\(number)", at: "14:\(number % 60)", title: "invoice \(number)", outcome: isRefused ? "refused" : "saved",
      tone: isRefused ? "error" : "ok", status: isRefused ? 422 : 201, attempts: 1,
      sentence: isRefused ? "The number has already been taken." : "The service has it as #\(number).")
  }

  static func story(_ id: String) -> WriteStory {
    WriteStory(
      id: id, title: "payment PAY-000214", outcome: "saved", tone: "ok", key: "3f2a61c0",
      steps: [
        .init(at: "14:31:05", words: "meant, and on disk with its key", tone: "text"),
        .init(at: "14:31:10", words: "sent", tone: "text"), .init(at: "14:31:10", words: "answered 201", tone: "ok"),
        .init(at: "14:31:11", words: "read back", tone: "text"), .init(at: "14:31:11", words: "settled", tone: "text"),
      ], failure: nil, request: "POST /api/payments", body: ["{", "  \"amount\": 600000", "}"],
      curl: "curl -H 'Bearer $INVOICEMATIC_API_KEY'")
  }

  static func conflict(theirNotes: String = "second") -> ConflictFacts {
    ConflictFacts(
      id: "a", title: "change of invoice INV-000002",
      fields: [
        ConflictField(name: "due_date", before: "2026-04-17", mine: "2026-04-30", theirs: "2026-04-20"),
        ConflictField(name: "notes", before: "–", mine: "first", theirs: theirNotes),
      ], elsewhere: [FieldText(name: "reference_number", value: "PO 7")], mayBePerformed: false)
  }
}
