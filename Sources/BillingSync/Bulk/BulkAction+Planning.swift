import Billing
import BillingAPI
import Store

extension BulkAction {
  /// The day that what is made bears, where all of it bears the same.
  var day: CalendarDate? {
    switch self {
    case .pay(let day, _, _), .duplicate(let day), .convert(let day): day
    default: nil
    }
  }

  /// It copies the record, so every value of it must be known.
  var needsEverything: Bool {
    switch self {
    case .pay, .duplicate, .convert: true
    default: false
    }
  }

  /// What a record must still be when its turn comes. A status that moves by itself with the calendar or by a
  /// customer's look does not matter to a payment.
  func expectation(of record: PlanRecord) -> RowExpectation {
    let now = record.expectation
    return switch self {
    case .pay: RowExpectation(total: now.total, balance: now.balance)
    case .markSent: RowExpectation(status: now.status)
    case .moveDueDate: RowExpectation(dueDate: now.dueDate)
    case .setTemplate, .setNotes: RowExpectation()
    // A draft that was sent meanwhile is somebody's.
    case .delete: RowExpectation(status: now.status, total: now.total, balance: now.balance, updated: now.updated)
    case .duplicate, .convert, .undo:
      RowExpectation(total: now.total, balance: now.balance, updated: now.updated)
    }
  }
}
