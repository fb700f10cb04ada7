import Billing
import BillingAPI
import Store
import TerminalUI

/// Plans and runs in words: what is meant, why a row is held, what became of it.
enum BulkWords {
  /// `Pay the balance of 7 invoices`.
  static func heading(_ plan: Plan, _ figures: Figures) -> String {
    let count = plan.rows.count
    let what = "\(figures.count(count)) \(count == 1 ? plan.kind.singular : plan.kind.rawValue)"
    return switch plan.action {
    case .pay(let day, _, let note):
      "Pay \(what) · received \(days(of: plan) ?? day.iso)" + (note.map { " · “\($0)”" } ?? "")
    case .markSent: "Mark \(what) as SENT; no e-mail is sent"
    case .moveDueDate(let days): "Move the due date of \(what) by \(days > 0 ? "+" : "")\(days) days"
    case .setTemplate(let name): "Set the template \(name) on \(what)"
    case .setNotes(let notes): notes.isEmpty ? "Clear the notes of \(what)" : "Set the notes of \(what)"
    case .duplicate(let day): "Duplicate \(what) as drafts of \(day.iso)"
    case .convert(let day): "Make invoices of \(day.iso) from \(what)"
    case .delete: "Delete \(what)"
    case .undo: "Undo a run: \(what)"
    }
  }

  /// `2026-03-16`, or the first and the last day where payments have their own; nil without payments.
  private static func days(of plan: Plan) -> String? {
    let days = plan.rows.compactMap { row in
      if case .payment(let payment) = row.effect { payment.date } else { nil }
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first == last ? first.iso : "\(first.iso) … \(last.iso)"
  }

  /// `7 × POST /payments, one after another`.
  static func requests(_ plan: Plan, going: Int, _ figures: Figures) -> String {
    let path = plan.action.written(plan.kind).rawValue
    let request =
      switch plan.action {
      case .pay, .duplicate, .convert: "POST /\(path)"
      case .delete: "DELETE /\(path)/…"
      case .undo: "POST or PUT /\(path)"
      case .markSent, .moveDueDate, .setTemplate, .setNotes: "PUT /\(path)/…"
      }
    return "\(figures.count(going)) × \(request), one after another"
  }

  /// The proposed numbers, first and last.
  static func numbers(_ plan: Plan) -> String? {
    let numbers = plan.rows.compactMap(\.proposedNumber)
    guard let first = numbers.first, let last = numbers.last else { return nil }
    return first == last ? first : "\(first) … \(last)"
  }

  static func words(_ reason: HoldReason, _ figures: Figures, _ currency: Identifier<Currency>?) -> String {
    func bare(_ money: Money) -> String { figures.bare(money, currency) }
    return switch reason {
    case .changed(let field, let was, let now): "\(label(field)) was \(shown(was)), now \(shown(now))"
    case .balance(let was, let now): "balance was \(bare(was)), now \(bare(now))"
    case .total(let was, let now): "total was \(bare(was)), now \(bare(now))"
    case .duplicate(let payments, let days):
      "looks like \(payments.joined(separator: ", ")), \(days == 0 ? "the same day" : "\(days) d apart")"
    case .waitingDuplicate(let count): "\(count) like it wait in the outbox"
    case .sameRecord: "another row pays the same invoice"
    case .partial(let balance): "less than the balance of \(bare(balance))"
    }
  }

  /// Nothing is a dash.
  private static func shown(_ value: String) -> String { value.isEmpty ? "–" : value }

  static func words(_ reason: ForbiddenReason, _ figures: Figures, _ currency: Identifier<Currency>?) -> String {
    switch reason {
    case .scope(let scope): "the key lacks \(scope)"
    case .readOnly: "read-only"
    case .state(let status): "it is \(status)"
    case .nothingToPay: "nothing to pay"
    case .aboveBalance(let balance): "more than the balance of \(figures.bare(balance, currency))"
    case .notPositive: "not above zero"
    case .lacks(let field): "it has no \(label(field))"
    case .unchanged: "nothing would change"
    case .unknownRecord: "not loaded any more"
    case .notAllowed: "the API does not allow it"
    case .unreadable: "a value cannot be read"
    }
  }

  /// What a row changes: `balance 120.00 → 0.00`.
  static func words(_ effect: RowEffect, _ figures: Figures, _ currency: Identifier<Currency>?) -> String {
    switch effect {
    case .payment(let payment):
      "balance \(figures.bare(payment.before, currency)) → \(figures.bare(payment.after, currency))"
    case .edit(let edits): edits.map { "\(label($0.field)) \(change($0))" }.joined(separator: ", ")
    case .creation(let kind, _): "a new \(kind.singular)"
    case .deletion: "is deleted"
    }
  }

  /// The same for a column of a table: what a day is of, the heading says.
  static func short(_ effect: RowEffect, _ figures: Figures, _ currency: Identifier<Currency>?) -> String {
    if case .edit(let edits) = effect, edits.count == 1, days.contains(edits[0].field) { return change(edits[0]) }
    return words(effect, figures, currency)
  }

  private static func change(_ edit: FieldEdit) -> String { "\(edit.before ?? "–") → \(edit.after ?? "–")" }

  private static let days: Set<String> = ["due_date", "expiry_date"]

  /// What the API calls `due_date` is `due`.
  static func label(_ field: String) -> String { labels[field] ?? field.replacing("_", with: " ") }

  private static let labels = [
    "due_date": "due", "expiry_date": "expires", "template_name": "template", "due_amount": "balance",
    "updated_at": "last change",
  ]

  static func words(_ result: RowResult, _ figures: Figures, _ currency: Identifier<Currency>?) -> String {
    var words: [String] = []
    if let taken = result.takenNumber, let number = result.number { words.append("\(taken) taken, now \(number)") }
    if let balance = result.balance { words.append("balance \(figures.bare(balance, currency))") }
    if let status = result.invoiceStatus { words.append(status) }
    if !result.differing.isEmpty { words.append("differs: \(result.differing.map(label).joined(separator: ", "))") }
    if result.wasNotReadBack { words.append("not read back") }
    words.append(result.status.map { result.wasReplayed ? "\($0), repeated" : String($0) } ?? "found at the service")
    return words.joined(separator: " · ")
  }
}
