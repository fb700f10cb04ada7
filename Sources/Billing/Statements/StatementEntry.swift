/// A bank row as it is written: four texts that can be shown, corrected and read again, whatever is wrong with them.
package struct StatementEntry: Hashable, Sendable {
  package var number: String
  package var amount: String
  package var date: String
  package var note: String

  package init(number: String = "", amount: String = "", date: String = "", note: String = "") {
    self.number = number
    self.amount = amount
    self.date = date
    self.note = note
  }

  /// As a person types it: `number;amount;date;note`. An amount alone is one.
  package init(typed text: String) {
    let cells = StatementLines(text, separator: StatementLines.separator(of: text)).all.first?.cells ?? []
    if cells.count == 1, case .amount = StatementAmount(cells[0]), !cells[0].contains(where: \.isLetter) {
      self.init(amount: cells[0])
    } else {
      self.init(cells, StatementColumns())
    }
  }

  init(_ cells: [String], _ columns: StatementColumns) {
    self.init(
      number: columns.number(of: cells), amount: columns.amount(of: cells), date: columns.date(of: cells),
      note: columns.note(of: cells))
  }

  /// As it is typed; reading it gives the same entry.
  package var text: String {
    let cells = [number, amount, date, note].map(Self.quoted)
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    return cells[...last].joined(separator: ";")
  }

  package enum Reading: Hashable, Sendable {
    case row(StatementRow)
    case problem(StatementProblem)
  }

  /// What it says, as the line of that number.
  package func reading(line: Int) -> Reading { reading(line: line, text: text, nil) }

  func reading(line: Int, text: String, _ order: StatementDate.Order?) -> Reading {
    func problem(_ reason: StatementProblem.Reason) -> Reading {
      .problem(StatementProblem(line: line, text: text, reason: reason))
    }
    guard case .amount(let money) = StatementAmount(amount) else {
      return problem(StatementAmount(amount) == .ambiguous ? .ambiguousAmount(amount) : .noAmount)
    }
    var row = StatementRow(line: line, number: number, amount: money, note: note)
    switch StatementDate(date, order) {
    case .day(let day): row.date = day
    case .absent: break
    case .ambiguous: return problem(.ambiguousDate(date))
    case .none: return problem(.noDate(date))
    }
    return .row(row)
  }

  /// The same with amount and day written so that they can be read in one way only.
  func settled(by row: StatementRow) -> StatementEntry {
    StatementEntry(
      number: number, amount: row.amount.formatted(style: .plain), date: row.date?.iso ?? "", note: note)
  }

  /// RFC 4180, section 2.
  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == ";" || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
