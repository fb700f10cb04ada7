/// What a text of bank rows holds: pasted, typed, or a bank's CSV.
///
/// Cells stand between `;`, tabs or `,`, whichever the first line has, and may be quoted (RFC 4180). The columns are
/// number, amount, date and note, unless the first line names them otherwise.
package struct BankStatement: Hashable, Sendable {
  package private(set) var rows: [StatementRow] = []
  package private(set) var problems: [StatementProblem] = []

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
      switch Self.row(line, columns, order) {
      case .success(let row): rows.append(row)
      case .failure(let refusal):
        problems.append(StatementProblem(line: line.number, text: line.text, reason: refusal.reason))
      }
    }
  }

  private struct Refusal: Error {
    var reason: StatementProblem.Reason
  }

  private static func row(
    _ line: StatementLines.Line, _ columns: StatementColumns, _ order: StatementDate.Order?
  ) -> Result<StatementRow, Refusal> {
    guard line.isClosed else { return .failure(Refusal(reason: .unclosed)) }
    let written = columns.amount(of: line.cells)
    let amount: Money
    switch StatementAmount(written) {
    case .amount(let money): amount = money
    case .ambiguous: return .failure(Refusal(reason: .ambiguousAmount(written)))
    case .none: return .failure(Refusal(reason: .noAmount))
    }
    var row = StatementRow(
      line: line.number, number: columns.number(of: line.cells), amount: amount, note: columns.note(of: line.cells))
    let day = columns.date(of: line.cells)
    switch StatementDate(day, order) {
    case .day(let date): row.date = date
    case .absent: break
    case .ambiguous: return .failure(Refusal(reason: .ambiguousDate(day)))
    case .none: return .failure(Refusal(reason: .noDate(day)))
    }
    return .success(row)
  }
}
