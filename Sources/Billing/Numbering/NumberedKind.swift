/// The kinds of record that bear a number of ours, each with the pattern that the API documentation shows.
package enum NumberedKind: CaseIterable, Hashable, Sendable {
  case invoice, estimate, payment, expense

  package var defaultPattern: NumberPattern {
    switch self {
    case .invoice: NumberPattern(prefix: "INV-", width: 6)
    case .estimate: NumberPattern(prefix: "EST-", width: 6)
    case .payment: NumberPattern(prefix: "PAY-", width: 6)
    case .expense: NumberPattern(prefix: "EXP-", width: 6)
    }
  }

  /// What a new record is proposed to be called; the first of its kind where none is known (`INV-000001`).
  package func proposal(after known: [String], on day: CalendarDate? = nil) -> String {
    NumberSequence.next(after: known, on: day) ?? defaultPattern.number(1)
  }
}
