import Billing
import BillingAPI

/// Why a row waits for a person's look before it goes.
package enum HoldReason: Hashable, Sendable, Codable {
  /// A field, by its name in the API, is otherwise than when it was marked or planned.
  case changed(field: String, was: String, now: String)
  case balance(was: Money, now: Money)
  case total(was: Money, now: Money)
  /// These payments of the same customer and amount are known, so many days apart at the least.
  case duplicate(payments: [String], daysApart: Int)
  /// Writes that wait in the outbox have the same customer and amount.
  case waitingDuplicate(count: Int)
  /// Another row of the plan pays the same invoice.
  case sameRecord
  /// The amount is less than the balance: the invoice stays open.
  case partial(balance: Money)
}

/// Why a row cannot be done at all.
package enum ForbiddenReason: Hashable, Sendable, Codable {
  /// The key lacks it.
  case scope(String)
  case readOnly
  /// The status that stands in the way.
  case state(String)
  case nothingToPay
  case aboveBalance(Money)
  case notPositive
  /// The field that the record lacks, by its name in the API.
  case lacks(field: String)
  /// Nothing would change.
  case unchanged
  /// The mirror does not know it (any more).
  case unknownRecord
  /// The kind cannot be deleted through the API, or the action is not for it.
  case notAllowed
  /// A value of the record could not be read.
  case unreadable
}
