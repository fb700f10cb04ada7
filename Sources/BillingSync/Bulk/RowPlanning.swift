import Billing
import BillingAPI
import Store

/// What an action would do to one record, and what stands in its way.
struct RowPlanning {
  let action: BulkAction
  let kind: ResourceKind
  let record: PlanRecord
  let target: BulkTarget

  var result: (RowEffect, ForbiddenReason?) {
    switch action {
    case .pay(let day, let method, let note): payment(day, method, note)
    case .markSent: sending
    case .moveDueDate(let days): moving(days)
    case .setTemplate(let name): edit("template_name", from: record.templateName, to: name)
    case .setNotes(let text): edit("notes", from: record.notes, to: text.isEmpty ? nil : text)
    case .duplicate: (.creation(kind, total: record.amount), nil)
    case .convert: (.creation(.invoices, total: record.amount), refusalToConvert)
    case .delete: (.deletion(total: record.amount), refusalToDelete)
    case .undo: (.edit([]), .notAllowed)
    }
  }

  private func payment(
    _ day: CalendarDate, _ method: Int64?, _ note: String?
  ) -> (RowEffect, ForbiddenReason?) {
    let balance = record.expectation.balance ?? .zero
    let amount = target.amount ?? balance
    let effect = PaymentEffect(
      amount: amount, date: target.date ?? day, method: method, note: target.note ?? note, before: balance)
    return (.payment(effect), objection(to: amount, balance))
  }

  private func objection(to amount: Money, _ balance: Money) -> ForbiddenReason? {
    if record.expectation.balance == nil { return .unreadable }
    if balance <= .zero { return .nothingToPay }
    if amount <= .zero { return .notPositive }
    if amount > balance { return .aboveBalance(balance) }
    return record.customerID == nil ? .lacks(field: "customer_id") : nil
  }

  private var sending: (RowEffect, ForbiddenReason?) {
    let status = record.expectation.status ?? ""
    let effect = RowEffect.edit([FieldEdit("status", from: status, to: "SENT")])
    return (effect, status == "DRAFT" ? nil : .state(status))
  }

  private func moving(_ days: Int) -> (RowEffect, ForbiddenReason?) {
    let field = kind == .estimates ? "expiry_date" : "due_date"
    guard let day = record.expectation.dueDate else { return (.edit([]), .lacks(field: field)) }
    let moved = day.adding(days: days)
    let effect = RowEffect.edit([FieldEdit(field, from: day.iso, to: moved.iso)])
    if record.expectation.status == "COMPLETED" { return (effect, .state("COMPLETED")) }
    return (effect, moved == day ? .unchanged : nil)
  }

  private func edit(_ field: String, from before: String?, to after: String?) -> (RowEffect, ForbiddenReason?) {
    (.edit([FieldEdit(field, from: before, to: after)]), before == after ? .unchanged : nil)
  }

  private var refusalToConvert: ForbiddenReason? {
    if record.expectation.status == "REJECTED" { return .state("REJECTED") }
    return record.customerID == nil ? .lacks(field: "customer_id") : nil
  }

  /// What was sent to somebody is kept; the API cannot delete payments and customers at all.
  private var refusalToDelete: ForbiddenReason? {
    guard kind.allowsDelete else { return .notAllowed }
    guard let status = record.expectation.status else { return nil }
    return status == "DRAFT" ? nil : .state(status)
  }
}
