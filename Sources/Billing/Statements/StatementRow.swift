/// One line of a bank's statement, or of what was pasted or typed: `number;amount;date;note`.
package struct StatementRow: Hashable, Sendable {
  /// Of the text, from 1.
  package var line: Int
  package var number: String
  package var amount: Money
  /// Nil where the line names no day.
  package var date: CalendarDate?
  package var note: String

  package init(line: Int, number: String, amount: Money, date: CalendarDate? = nil, note: String = "") {
    self.line = line
    self.number = number
    self.amount = amount
    self.date = date
    self.note = note
  }
}

/// A line that could not be read, as it stood there, and why.
package struct StatementProblem: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case noAmount
    /// `1.234` may be a thousand or one and a bit.
    case ambiguousAmount(String)
    case noDate(String)
    /// `03/04/2026`, and no line of the text says whether days or months come first.
    case ambiguousDate(String)
    /// Quotation marks without an end.
    case unclosed
  }

  package var line: Int
  package var text: String
  package var reason: Reason

  package init(line: Int, text: String, reason: Reason) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}
