import Billing
import BillingAPI
import Store
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
        ConflictField(name: "due_date", label: "Due", before: "2026-04-17", mine: "2026-04-30", theirs: "2026-04-20"),
        ConflictField(name: "notes", label: "Notes", before: "–", mine: "first", theirs: theirNotes),
      ], elsewhere: [FieldText(name: "reference_number", value: "PO 7")], mayBePerformed: false)
  }
}

extension Given {
  /// An invoice of Acme Harbour that awaits so much; those with a low number are due first, and late.
  static func openInvoice(_ number: Int, cents: Int64) -> InvoiceRow {
    var invoice = InvoiceRow(id: Identifier(Int64(number)), number: "INV-00000\(number)")
    invoice.customerID = Identifier(1)
    invoice.customerName = "Acme Harbour"
    invoice.dueDate = today.adding(days: number * 10 - 30)
    invoice.status = .sent
    invoice.paidStatus = .unpaid
    invoice.total = Money(cents: cents)
    invoice.balance = Money(cents: cents)
    invoice.currencyID = Identifier(1)
    return invoice
  }

  /// A form of money from a customer who owes 2,400.00, 3,200.00 and 4,800.00, with an amount typed.
  static func receiptForm(_ amount: String = "6000", width: Int = 120, height: Int = 36) -> State {
    var state = state(.customers, width: width, height: height)
    _ = state.openForm(.receipt(customer: 1), environment)
    var context = FormContext()
    context.customerID = 1
    context.customerName = "Acme Harbour"
    context.currencyID = 1
    context.openInvoices = [
      openInvoice(1, cents: 240_000), openInvoice(2, cents: 320_000), openInvoice(4, cents: 480_000),
    ]
    let references = [
      "customer_id": Reference(id: 1, title: "Acme Harbour"), "payment_method_id": Reference(id: 3, title: "Wire"),
    ]
    state.take(.prepared(context, references: references, draft: "draft-1"))
    state.take(.proposedNumber("PAY-000214", draft: "draft-1"))
    state.type(amount)
    return state
  }
}
