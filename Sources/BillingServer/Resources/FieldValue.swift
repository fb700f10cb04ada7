internal import Billing
internal import BillingAPI
internal import FoundationEssentials

/// Reads single values of a body strictly: an id is a JSON number, a text a JSON string.
enum FieldValue {
  static func text(_ given: JSONValue, atMost length: Int) -> Result<String, Complaint> {
    guard case .string(let text) = given else { return .failure("field must be a string.") }
    guard text.unicodeScalars.count <= length else {
      return .failure("field must not be greater than \(length) characters.")
    }
    // SQLite's text functions end at it, so that what follows would be lost.
    guard !text.utf8.contains(0) else { return .failure("field must not contain the null character.") }
    return .success(text)
  }

  static func email(_ given: JSONValue) -> Result<String, Complaint> {
    text(given, atMost: FieldLimits.shortText).flatMap {
      EmailAddress.isPlausible($0) ? .success($0) : .failure("field must be a valid email address.")
    }
  }

  static func day(_ given: JSONValue) -> Result<CalendarDate, Complaint> {
    guard case .string(let text) = given, let day = CalendarDate(iso: text) else {
      return .failure("field must match the format Y-m-d.")
    }
    return .success(day)
  }

  static func integer(_ given: JSONValue, in range: ClosedRange<Int64>) -> Result<Int64, Complaint> {
    guard case .number(let number) = given, let value = Int64(number.description) else {
      return .failure("field must be an integer.")
    }
    guard value >= range.lowerBound else { return .failure("field must be at least \(range.lowerBound).") }
    guard value <= range.upperBound else { return .failure("field must not be greater than \(range.upperBound).") }
    return .success(value)
  }

  static func decimal(_ given: JSONValue) -> Result<String, Complaint> {
    guard case .number(let number) = given else { return .failure("field must be a number.") }
    guard number >= 0 else { return .failure("field must be at least 0.") }
    guard Percentage(text: number.description) != nil else {
      return .failure("field must be a number of at most 4 decimal places.")
    }
    return .success(number.description)
  }

  static func quantity(_ given: JSONValue) -> Result<Quantity, Complaint> {
    guard case .number(let number) = given else { return .failure("field must be a number.") }
    guard let quantity = Quantity(text: number.description) else {
      return .failure("field must be a number of at most 4 decimal places.")
    }
    guard abs(quantity.tenThousandths) <= FieldLimits.quantity.tenThousandths else {
      return .failure("field must not be greater than \(FieldLimits.quantity.text).")
    }
    return .success(quantity)
  }

  static func rate(_ given: JSONValue) -> Result<String, Complaint> {
    // Rates are echoed by services of this family as texts, so they come back as texts.
    let text: String
    switch given {
    case .number(let number): text = number.description
    case .string(let words): text = words
    default: return .failure("field must be a number.")
    }
    guard let rate = ExchangeRate(text: text) else {
      return .failure("field must be a number of at most 9 decimal places.")
    }
    return rate.isPositive ? .success(text) : .failure("field must be greater than 0.")
  }

  static func currency(_ given: JSONValue) -> Result<Int64, Complaint> {
    integer(given, in: Int64.min...Int64.max).flatMap {
      Currency.with(id: Identifier($0)) != nil ? .success($0) : .failure("is invalid.")
    }
  }

  static func word(_ given: JSONValue, of words: [String]) -> Result<String, Complaint> {
    guard case .string(let word) = given, words.contains(word) else { return .failure("is invalid.") }
    return .success(word)
  }
}

extension JSONValue {
  /// Null, and a text of nothing but white space: services of this family take both for "not given".
  var isBlank: Bool {
    switch self {
    case .null: true
    case .string(let text): text.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}
