/// Why a number that somebody typed was not taken.
package enum AmountProblem: Error, Hashable, Sendable {
  case empty
  case tooLong
  /// Something that belongs to no number.
  case notANumber(String)
  /// One separator before three digits, and nobody said what it separates; `decimal` is nil where decimals like these
  /// could not be held.
  case ambiguous(typed: String, thousands: String, decimal: String?)
  case misplacedSeparator(String)
  /// More decimals than `limit`: they would be lost.
  case tooManyDecimals(typed: String, limit: Int)
  case beyondLimit(largest: String)
  /// A sum that ends in its sign, or has two of them.
  case unfinishedSum
  case unbalancedParentheses
  /// Another currency than the one of this field.
  case otherCurrency(typed: String, expected: String)
  /// A percentage where an amount is asked for.
  case percentNotAllowed
  /// Something to be worked out first, such as `12*85.50`.
  case calculation(String)
  case belowZero
  case aboveHundredPercent
}

extension AmountProblem {
  /// One sentence that says what to type instead.
  package var sentence: String {
    switch self {
    case .empty: "Type a number, such as 120 or 99.50."
    case .tooLong: "This is too long for a number; type at most \(NumeralReader.longestText) characters."
    case .notANumber(let text): "\u{201C}\(text)\u{201D} is not a number; type digits, such as 120 or 99.50."
    case .ambiguous(let typed, let thousands, let decimal?):
      "\(typed) could be \(thousands) or \(decimal); type one of these."
    case .ambiguous(let typed, let thousands, nil):
      "\(typed) may have thousands or three decimals; type \(thousands), or at most 2 decimals."
    case .misplacedSeparator(let text): "The separators in \(text) do not stand before three digits; leave them out."
    case .tooManyDecimals(let typed, let limit):
      "\(typed) has more than \(limit) decimals, and they would be lost; type at most \(limit)."
    case .beyondLimit(let largest): "This is too large; type at most \(largest)."
    case .unfinishedSum: "The sum is not finished; put one number between the signs, such as 2400+3200."
    case .unbalancedParentheses: "Put parentheses around the whole number, such as (5.00), or type -5.00."
    case .otherCurrency(let typed, let expected): "This is in \(expected); leave out \(typed) or change the currency."
    case .calculation(let text): "\u{201C}\(text)\u{201D} is a calculation; press = to work it out."
    case .percentNotAllowed: "An amount is needed here; leave out the % sign."
    case .belowZero: "This cannot be below zero; type 0 or more."
    case .aboveHundredPercent: "A discount is at most 100 %; type a smaller percentage."
    }
  }
}
