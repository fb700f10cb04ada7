internal import Billing

/// A field that a create or update may carry: its name in the body and in the table, and what it may hold.
struct Field: Sendable {
  enum Content: Sendable {
    /// At most so many characters.
    case text(Int)
    case email
    case day
    /// Whole cents.
    case cents(ClosedRange<Int64>)
    /// Any decimal not below zero, kept digit by digit.
    case decimal
    /// A decimal above zero, kept digit by digit.
    case rate
    case currency
    /// The id of a row of that table.
    case reference(String)
    case word([String])
    case address
  }

  let name: String
  let content: Content
  var isRequired = false
  /// No two records of the company may have the same.
  var isUnique = false
  /// Checked, but written by the resource's own rules.
  var isJudged = false

  static func required(_ name: String, _ content: Content) -> Field {
    Field(name: name, content: content, isRequired: true)
  }

  static func optional(_ name: String, _ content: Content) -> Field { Field(name: name, content: content) }

  static func number(_ name: String, isRequired: Bool = true) -> Field {
    Field(name: name, content: .text(FieldLimits.shortText), isRequired: isRequired, isUnique: true)
  }

  static func judged(_ name: String, _ content: Content) -> Field {
    Field(name: name, content: content, isJudged: true)
  }
}

extension Field.Content {
  static let shortText = Field.Content.text(FieldLimits.shortText)
  static let longText = Field.Content.text(FieldLimits.longText)
  static let amount = Field.Content.cents(0...Money.limit.cents)
  static let anyAmount = Field.Content.cents(-Money.limit.cents...Money.limit.cents)
}

/// The name as the documented messages write it: `customer id`.
func spelledOut(_ field: String) -> String { String(field.map { $0 == "_" ? " " : $0 }) }
