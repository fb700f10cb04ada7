import Billing

/// What a bank row pays, as far as the records that are loaded tell.
package enum BankRowFinding: Sendable, Equatable {
  case pays(PayableInvoice, StatementRow, StatementMatching.Match.Way)
  case missed(StatementMatching.Miss.Reason)
  case unreadable(StatementProblem.Reason)

  var isMatched: Bool { if case .pays = self { true } else { false } }
}

/// A bank row on its page, with what it pays once that is found.
package struct BankRow: Identifiable, Sendable, Equatable {
  /// Its place among the rows.
  package let id: Int
  package let entry: StatementEntry
  /// nil while it is looked for.
  package let finding: BankRowFinding?
}
