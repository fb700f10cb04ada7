internal import Billing

/// One JSON object a line, with the fields of the API by their names: amounts are whole cents, as the API has them.
package struct JSONLinesFormat: ExportFormat {
  package init() {}

  package func beginning(_ columns: [ExportColumn]) -> String { "" }

  package func row(_ values: [ExportValue], _ columns: [ExportColumn]) -> String {
    let members = columns.enumerated().map { index, column in
      Self.string(column.name) + ":" + (values.indices.contains(index) ? Self.text(values[index]) : "null")
    }
    return "{" + members.joined(separator: ",") + "}\n"
  }

  private static func text(_ value: ExportValue) -> String {
    switch value {
    case .text(let text): string(text)
    case .money(let money): String(money.cents)
    case .quantity(let quantity): quantity.text
    case .day(let day): string(day.iso)
    case .integer(let number): String(number)
    case .empty: "null"
    }
  }

  /// RFC 8259, section 7; line separators are escaped too, so that a line stays a line for everybody.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
