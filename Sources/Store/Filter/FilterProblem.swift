import BillingAPI

/// What a filter could not be understood for.
package struct FilterProblem: Error, Hashable, Sendable {
  package enum Reason: Error, Hashable, Sendable {
    /// `foo:` or `foo>`, which the language does not have.
    case unknownField(String)
    /// A value that the field cannot take, and those that it can.
    case unknownValue(field: String, value: String, known: [String])
    case missingValue(field: String)
    case noNumber(field: String, value: String)
    case noDay(field: String, value: String)
    /// The field is known, but records of this kind do not have it.
    case notOfKind(field: String, ResourceKind)
    case openQuote
  }

  /// The word of the filter at fault.
  package let word: String
  /// Where that word begins, in characters from the filter's start.
  package let offset: Int
  package let reason: Reason
}

extension FilterProblem {
  /// One sentence that says what can be written instead.
  package var sentence: String {
    switch reason {
    case .unknownField(let field):
      "“\(field)” is no field; there are \(FilterParser.fields.joined(separator: ", ")). Quote the word to search for it."
    case .unknownValue(let field, let value, let known):
      "“\(value)” is nothing that \(field) can be; try \(known.joined(separator: ", "))."
    case .missingValue(let field): "“\(field)” needs a value after it."
    case .noNumber(let field, let value): "“\(value)” is no number for \(field); write 500, 1.5k or 1200.50."
    case .noDay(let field, let value):
      "“\(value)” is no day for \(field); write 2026-04-17, 2026-04, 30d, today, eow or eom."
    case .notOfKind(let field, let kind): "\(kind.rawValue.capitalizedWord) have no “\(field)”."
    case .openQuote: "A quotation mark is not closed."
    }
  }
}

extension String {
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
