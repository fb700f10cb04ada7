internal import Billing

/// Comma-separated values (RFC 4180), as spreadsheets and scripts read them back.
///
/// Amounts have two decimals and no marks between thousands. Text that a spreadsheet would take for a formula begins
/// with an apostrophe.
package struct CSVFormat: ExportFormat {
  /// `,`, `;` or a tab.
  package var separator: Character
  /// `.` or `,`.
  package var decimalMark: Character
  /// Begins with U+FEFF, by which some spreadsheets know UTF-8.
  package var hasByteOrderMark: Bool

  package init(separator: Character = ",", decimalMark: Character = ".", byteOrderMark: Bool = false) {
    self.separator = separator
    self.decimalMark = decimalMark
    hasByteOrderMark = byteOrderMark
  }

  package func beginning(_ columns: [ExportColumn]) -> String {
    (hasByteOrderMark ? "\u{FEFF}" : "") + line(columns.map { Self.harmless($0.title) })
  }

  package func row(_ values: [ExportValue], _ columns: [ExportColumn]) -> String {
    line(columns.indices.map { values.indices.contains($0) ? text(values[$0]) : "" })
  }

  private func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: String(separator)) + "\r\n"
  }

  private func text(_ value: ExportValue) -> String {
    switch value {
    case .text(let text): Self.harmless(text)
    case .money(let money): DecimalCents.text(money, mark: decimalMark)
    case .quantity(let quantity): quantity.text.split(separator: ".").joined(separator: String(decimalMark))
    case .day(let day): day.iso
    case .integer(let number): String(number)
    case .empty: ""
    }
  }

  /// Quoted where it has to be: RFC 4180, section 2.
  private func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\r" || scalar == "\n" || String(scalar) == String(separator)
    }
    guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Spreadsheets compute what begins so, also behind white space.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let visible = text.unicodeScalars.first { !$0.properties.isWhitespace }
    let isFormula = visible.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    return isFormula || first == "\t" || first == "\r" || first == "\n" ? "'" + text : text
  }
}

/// Cents as a decimal number of two places.
enum DecimalCents {
  static func text(_ money: Money, mark: Character = ".") -> String {
    let digits = String(money.cents.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return "\(money.isNegative ? "-" : "")\(padded.dropLast(2))\(mark)\(padded.suffix(2))"
  }
}
