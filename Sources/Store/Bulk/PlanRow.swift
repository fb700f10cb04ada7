import Billing
import BillingAPI

/// What a plan means to do to one record.
package struct PlanRow: Hashable, Sendable, Codable {
  package var record: Int64
  /// The record's number, or its name where it has none.
  package var number: String
  package var customer: String
  package var customerID: Int64?
  /// ISO 4217; nil where the record names no currency that is known.
  package var currency: String?
  package var currencyID: Int64?
  /// When an invoice is due, for those who read the plan; a run does not compare it with a payment.
  package var dueDate: CalendarDate?
  /// What the record was when the plan was made; a run holds what is otherwise by then.
  package var expectation: RowExpectation
  package var effect: RowEffect
  /// The number that is proposed for what is made; the next one is as good where it turns out to be taken.
  package var proposedNumber: String?
  /// The journal knows by it what was performed.
  package var intent: IntentID
  /// Under which the request goes (API documentation).
  package var idempotencyKey: String
  /// Reasons to look at it again; it goes only where a person includes it.
  package var held: [HoldReason]
  /// It cannot be done, whatever a person says.
  package var forbidden: ForbiddenReason?

  package init(record: Int64, number: String, customer: String, effect: RowEffect) {
    self.record = record
    self.number = number
    self.customer = customer
    self.effect = effect
    expectation = RowExpectation()
    intent = IntentID()
    idempotencyKey = IdempotencyKey().text
    held = []
  }

  /// Goes without a person's word.
  package var isReady: Bool { held.isEmpty && forbidden == nil }
  /// What it moves, in cents of its currency: a payment's amount, the total of what is made or deleted.
  package var amount: Money? { effect.amount }
}

/// What a row changes, before and after.
package enum RowEffect: Hashable, Sendable, Codable {
  case payment(PaymentEffect)
  case edit([FieldEdit])
  /// A new record of that kind, with its total where it has one.
  case creation(ResourceKind, total: Money?)
  case deletion(total: Money?)

  package var isPayment: Bool { if case .payment = self { true } else { false } }

  package var amount: Money? {
    switch self {
    case .payment(let payment): payment.amount
    case .edit: nil
    case .creation(_, let total), .deletion(let total): total
    }
  }
}

/// A payment as it will be recorded, and the balance of its invoice before and after.
package struct PaymentEffect: Hashable, Sendable, Codable {
  package var amount: Money
  package var date: CalendarDate
  package var method: Int64?
  package var note: String?
  package var before: Money
  package var after: Money

  package init(amount: Money, date: CalendarDate, method: Int64?, note: String?, before: Money) {
    self.amount = amount
    self.date = date
    self.method = method
    self.note = note
    self.before = before
    after = Money(cents: before.cents &- amount.cents)
  }
}

/// A field, by its name in the API, before and after; nil is no value.
package struct FieldEdit: Hashable, Sendable, Codable {
  package var field: String
  package var before: String?
  package var after: String?

  package init(_ field: String, from before: String?, to after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}
