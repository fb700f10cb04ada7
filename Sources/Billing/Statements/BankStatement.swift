/// What a text of bank rows holds: pasted, typed, or a bank's CSV.
///
/// Cells stand between `;`, tabs or `,`, whichever the first line has, and may be quoted (RFC 4180). The columns are
/// number, amount, date and note, unless the first line names them otherwise.
package struct BankStatement: Hashable, Sendable {
  package private(set) var rows: [StatementRow] = []
  package private(set) var problems: [StatementProblem] = []
  /// Every line in its order, to be corrected: what could be read is written so that it can be read in one way only.
  package private(set) var entries: [StatementEntry] = []

  package init(parsing text: String) {
    let separator = StatementLines.separator(of: text)
    var lines = StatementLines(text, separator: separator).all
    guard let first = lines.first else { return }
    let columns = StatementColumns(heading: first.cells)
    if columns != nil { lines.removeFirst() }
    read(lines, columns ?? StatementColumns())
  }

  private mutating func read(_ lines: [StatementLines.Line], _ columns: StatementColumns) {
    let order = StatementDate.order(in: lines.map { columns.date(of: $0.cells) })
    for line in lines {
      let entry = StatementEntry(line.cells, columns)
      switch Self.reading(line, entry, order) {
      case .row(let row):
        rows.append(row)
        entries.append(entry.settled(by: row))
      case .problem(let problem):
        problems.append(problem)
        entries += line.isClosed ? [entry] : Self.entries(withoutQuotes: line.text, columns)
      }
    }
  }

  /// A quotation mark without an end holds all lines that follow: each is looked at by itself.
  private static func entries(withoutQuotes text: String, _ columns: StatementColumns) -> [StatementEntry] {
    let plain = text.filter { $0 != "\"" }
    return StatementLines(plain, separator: StatementLines.separator(of: plain)).all.map {
      StatementEntry($0.cells, columns)
    }
  }

  private static func reading(
    _ line: StatementLines.Line, _ entry: StatementEntry, _ order: StatementDate.Order?
  ) -> StatementEntry.Reading {
    guard line.isClosed else {
      return .problem(StatementProblem(line: line.number, text: line.text, reason: .unclosed))
    }
    return entry.reading(line: line.number, text: line.text, order)
  }
}
