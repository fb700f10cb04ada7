import Billing
import BillingAPI
import Foundation
import Store
import TerminalUI

@testable import Dashboard

extension Given {
  static let planID = PlanID(text: "plan-1")

  /// A plan that pays seven invoices of 100.00 to 700.00: the sixth is held because its balance changed, the seventh
  /// cannot be done.
  static var plan: Plan {
    Plan(
      id: planID, made: Date(timeIntervalSince1970: 0), books: PlanBooks(service: ""), kind: .invoices,
      action: .pay(on: today, method: 1, note: nil), rows: (1...7).map(planRow))
  }

  private static func planRow(_ number: Int) -> PlanRow {
    let cents = Int64(number) * 10_000
    var row = PlanRow(
      record: Int64(number), number: "INV-00000\(number)", customer: "Acme Harbour",
      effect: .payment(
        PaymentEffect(amount: Money(cents: cents), date: today, method: 1, note: nil, before: Money(cents: cents))))
    row.customerID = 1
    row.currencyID = 1
    row.dueDate = today.adding(days: -20 * number)
    row.proposedNumber = "PAY-00021\(number)"
    row.intent = IntentID(text: "intent-\(number)")
    row.idempotencyKey = "9a41c7e\(number)-0000"
    if number == 6 { row.held = [.balance(was: Money(cents: 90_000), now: Money(cents: cents))] }
    if number == 7 { row.forbidden = .nothingToPay }
    return row
  }

  /// The plan as it is made, before anything is sent.
  static var plannedRun: RunSnapshot {
    let rows = plan.rows.map { row in
      RunRow(row.forbidden.map { .forbidden($0) } ?? (row.held.isEmpty ? .waiting : .held(row.held)), of: row)
    }
    return RunSnapshot(plan: plan, rows: rows, phase: .planned, began: plan.made)
  }

  /// The same run in its middle: two are done, one was refused, one has no answer, one is on its way.
  static var movingRun: RunSnapshot {
    var run = plannedRun
    run.phase = .running
    run.secondsLeft = 6
    var result = RowResult(record: 901)
    result.status = 201
    result.number = "PAY-000211"
    result.balance = .zero
    run.rows[0].state = .done(result)
    run.rows[0].began = Date(timeIntervalSince1970: 0)
    run.rows[0].ended = Date(timeIntervalSince1970: 0.38)
    result.number = "PAY-000224"
    result.takenNumber = "PAY-000212"
    run.rows[1].state = .done(result)
    run.rows[2].state = .failed(
      RowFailure(status: 422, words: "The payment date must be a day.", mayBePerformed: false))
    run.rows[3].state = .unknown(
      RowFailure(status: nil, words: "No answer in 10 s; it goes again with the same key.", mayBePerformed: true),
      retryAt: nil)
    run.rows[4].state = .sending
    return run
  }

  /// The page of a plan over a list with marks.
  static func bulk(_ run: RunSnapshot = plannedRun, width: Int = 120, height: Int = 36) -> State {
    var state = invoices(9, width: width, height: height)
    state.session.connection = .live(since: "14:32")
    state.session.company = Company(id: Identifier(1), name: "Paper Lantern Ltd")
    _ = state.mark(Array(1...7), in: .invoices)
    let request = BulkRequest(plan.action, .invoices, Array(1...7))
    state.take(.bulk(run.phase == .planned ? .planned(run, request) : .run(run)))
    return state
  }
}
