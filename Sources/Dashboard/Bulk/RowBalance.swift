import Billing
import Store

/// What an invoice of a plan of payments owes: as far as its row knows now, and when the row has gone.
struct RowBalance {
  let now: Money
  let after: Money

  init(_ payment: PaymentEffect, _ run: RunRow) {
    if case .done(let result) = run.state {
      now = result.balance ?? Self.rest(of: payment.before, run.amount ?? payment.amount)
      after = now
    } else {
      now = Self.seen(payment, run)
      after = Self.rest(of: now, run.amount ?? payment.amount)
    }
  }

  /// As the last look found it; as it was planned, where nobody looked or nothing had changed.
  private static func seen(_ payment: PaymentEffect, _ run: RunRow) -> Money {
    let held = if case .held(let reasons) = run.state { reasons } else { [HoldReason]() }
    for case .balance(_, let now) in (run.accepted + held).reversed() { return now }
    return payment.before
  }

  /// A payment that is above what is owed leaves nothing owed.
  private static func rest(of balance: Money, _ amount: Money) -> Money {
    Money(cents: max(0, balance.cents &- amount.cents))
  }
}

extension RowState {
  /// It has gone, or goes when its turn comes.
  var isGoing: Bool {
    switch self {
    case .done, .waiting, .sending, .unknown: true
    case .held, .forbidden, .skipped, .failed: false
    }
  }
}
