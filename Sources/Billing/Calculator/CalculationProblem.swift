/// Why a calculation that somebody typed has no result.
package enum CalculationProblem: Error, Hashable, Sendable {
  case tooLong
  /// An operator without a number on one of its sides, or two numbers without an operator.
  case unfinished
  case unbalancedParentheses
  case divisionByZero
  /// Beyond what can be computed exactly, or entered.
  case tooLarge
  /// One of its numbers cannot be read.
  case number(AmountProblem)
}

extension CalculationProblem {
  /// One sentence that says what to type instead.
  package var sentence: String {
    switch self {
    case .tooLong: "This is too long for a calculation; type at most \(Calculation.longestText) characters."
    case .unfinished: "The calculation is not finished; put a sign between every two numbers, such as 12*85.50."
    case .unbalancedParentheses: "A parenthesis is missing; close each one that is opened, such as 3*(20+5)."
    case .divisionByZero: "Nothing can be divided by zero; type another number behind the /."
    case .tooLarge: "The result is too large for this field."
    case .number(let problem): problem.sentence
    }
  }
}
