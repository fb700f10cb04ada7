package import Billing
package import FoundationEssentials

/// Reads values as services of this family really send them: sums as strings, booleans as 0 and 1, days with a time.
/// Nil always means "this cannot be read as that"; nothing is guessed.
extension JSONValue {
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// A string, and nothing else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var isNull: Bool { self == .null }

  /// A string as it is, a number by its digits.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.description
    default: nil
    }
  }

  package var bool: Bool? {
    switch self {
    case .bool(let flag): flag
    case .number(let number): number == 1 ? true : number == 0 ? false : nil
    case .string(let text): Self.flags[text.lowercased()]
    default: nil
    }
  }

  private static let flags = ["true": true, "false": false, "1": true, "0": false, "yes": true, "no": false]

  /// A number, or a string that is one: `50000.0`, `"1.000000"`.
  package var decimal: Decimal? {
    switch self {
    case .number(let number): number
    case .string(let text): JSONNumber.lenient(text)
    default: nil
    }
  }

  /// A whole number of 64 bits, however it is written: `42`, `"42"`, `42.0`.
  package var integer: Int64? {
    decimal.flatMap { ScaledNumber($0, places: 0) }.flatMap { $0.isExact ? $0.value : nil }
  }

  /// An amount in cents, within `Money.limit`; a fraction of a cent is rounded half away from zero.
  package var money: Money? {
    guard let cents = decimal.flatMap({ ScaledNumber($0, places: 0) })?.value else { return nil }
    let limit = Money.limit.cents
    return (-limit...limit).contains(cents) ? Money(cents: cents) : nil
  }

  /// A decimal of four places; more are rounded half away from zero.
  package var quantity: Quantity? {
    decimal.flatMap { ScaledNumber($0, places: 4) }.map { Quantity(tenThousandths: $0.value) }
  }

  package var percentage: Percentage? {
    decimal.flatMap { ScaledNumber($0, places: 4) }.map { Percentage(tenThousandths: $0.value) }
  }

  /// A day; a time of day after it is dropped, because a day has no time zone.
  package var date: CalendarDate? { string.flatMap { CalendarDate(lenient: $0) } }

  /// The number of a record, above zero.
  package func identifier<Record>(of record: Record.Type = Record.self) -> Identifier<Record>? {
    guard let value = integer, value > 0 else { return nil }
    return Identifier(value)
  }
}
