import Billing
import BillingSync
import Store

/// What a plan and its run come to, in a sentence or two.
enum PlanWords {
  static func summary(_ plan: Plan) -> String {
    let held = plan.rows.count { !$0.held.isEmpty && $0.forbidden == nil }
    let forbidden = plan.rows.count { $0.forbidden != nil }
    return "\(plan.rows.count) rows: \(plan.rows.count - held - forbidden) go, \(held) held, \(forbidden) cannot go."
      + sums(plan)
  }

  static func summary(_ run: RunSnapshot) -> String {
    let counts = Dictionary(run.rows.map { ($0.state.word, 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ") + "."
  }

  private static func sums(_ plan: Plan) -> String {
    let amounts = plan.rows.filter(\.isReady).compactMap { row in row.amount.map { (row.currency ?? "?", $0.cents) } }
    let sums = Dictionary(amounts) { $0 &+ $1 }
    return sums.sorted { $0.key < $1.key }.map { " \(Money(cents: $0.value).formatted(style: .plain)) \($0.key)." }
      .joined()
  }
}
