import Billing
import BillingAPI
import FoundationEssentials
import Store

/// Makes the write of one row of a plan.
struct RowWriting {
  let plan: Plan
  let row: PlanRow
  let run: RunRow
  /// The record as the mirror has it, where the row makes another from it.
  let record: JSONValue?

  /// Nil where the record lacks what a new one needs.
  var write: Write? {
    guard let action else { return nil }
    var write = Write(id: run.intent, kind: writtenKind, action: action)
    write.key = IdempotencyKey(text: run.idempotencyKey)
    write.isNumberProposed = row.proposedNumber != nil
    return write
  }

  private var writtenKind: ResourceKind {
    if case .creation(let kind, _) = row.effect { kind } else { plan.action.written(plan.kind) }
  }

  private var action: Write.Action? {
    switch row.effect {
    case .payment(let payment): .create(body(of: payment))
    case .edit(let edits): .update(id: row.record, edits: .object(Self.edits(edits)))
    case .deletion: .delete(id: row.record)
    case .creation: creation.map(Write.Action.create)
    }
  }

  private func body(of payment: PaymentEffect) -> JSONValue {
    PaymentDraft(
      paymentDate: payment.date, number: row.proposedNumber ?? "", customerID: row.customerID.map { Identifier($0) },
      amount: run.amount ?? payment.amount, invoiceID: Identifier(row.record),
      methodID: payment.method.map { Identifier($0) }, notes: payment.note
    ).json
  }

  private static func edits(_ edits: [FieldEdit]) -> JSONObject {
    JSONObject(edits.map { ($0.field, $0.after.map(JSONValue.string) ?? .null) })
  }

  /// A document like this one, of the day and under the number of the plan. What cannot be read cannot be copied.
  private var creation: JSONValue? {
    switch plan.action {
    case .duplicate: plan.kind == .estimates ? copy(ofEstimate: record) : copy(ofInvoice: record)
    case .convert: copy(ofEstimate: record)
    case .undo: (record?.object).map { .object(Recreation.body(of: $0)) }
    default: nil
    }
  }

  private func copy(ofInvoice record: JSONValue?) -> JSONValue? {
    // What is no invoice is nothing to copy.
    guard let record, let invoice = try? Invoice(json: record) else { return nil }
    return copy(DocumentDraft(invoice.document), as: .invoice)
  }

  private func copy(ofEstimate record: JSONValue?) -> JSONValue? {
    // What is no estimate is nothing to copy.
    guard let record, let estimate = try? Estimate(json: record) else { return nil }
    return copy(
      DocumentDraft(estimate.document), as: plan.action.written(.estimates) == .invoices ? .invoice : .estimate)
  }

  /// The same term as the original has.
  private func copy(_ original: DocumentDraft, as kind: DocumentKind) -> JSONValue? {
    let template = original.kind == kind ? original.templateName : nil
    var draft = DocumentDraft(
      kind, date: plan.action.day, number: row.proposedNumber ?? "", customerID: original.customerID,
      lines: original.lines, discount: original.discount, tax: original.tax, templateName: template)
    if let date = original.date, let last = original.lastDay {
      draft.lastDay = plan.action.day?.adding(days: date.days(until: last))
    }
    draft.notes = original.notes
    draft.currencyID = original.currencyID
    draft.exchangeRate = original.exchangeRate
    // Lines without a sum make no document.
    return try? draft.json
  }
}
