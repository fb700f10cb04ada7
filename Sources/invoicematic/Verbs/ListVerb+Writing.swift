import Billing
import BillingExport
import BillingSync
import Store

/// How a list is written down: row by row, so that a long one is never held as a whole.
extension ListVerb {
  func write(_ ids: [Int64], _ columns: [RecordColumn], _ open: ScriptBooks) throws(ProgramError) {
    let output = try ExportOutput(path: output, replacing: force)
    if format == .ledger { return try writeLedger(ids, open, output) }
    let writing: any ExportFormat =
      switch format {
      case .csv: csv(open.csv)
      case .json: JSONLinesFormat()
      case .table, .ledger: TableFormat()
      }
    let exported = columns.map(\.column)
    if let table = writing as? TableFormat {
      let rows = try self.rows(ids[...], open).map { row in columns.map { table.cell($0.value(row, open.day)) } }
      try output.write(TextTable(heading: columns.map(\.name), rows: rows).text + "\n")
    } else {
      try output.write(writing.beginning(exported))
      for start in stride(from: 0, to: ids.count, by: Self.window) {
        for row in try rows(ids[start..<min(start + Self.window, ids.count)], open) {
          try output.write(writing.row(columns.map { $0.value(row, open.day) }, exported))
        }
      }
    }
    try output.finish()
  }

  private func writeLedger(_ ids: [Int64], _ open: ScriptBooks, _ output: ExportOutput) throws(ProgramError) {
    var ledger = LedgerRows()
    for start in stride(from: 0, to: ids.count, by: Self.window) {
      for row in try rows(ids[start..<min(start + Self.window, ids.count)], open) {
        if let text = ledger.text(row) { try output.write(text) }
      }
    }
    try output.finish()
    if ledger.leftOut > 0 {
      StandardStream.note("\(ledger.leftOut) left out: drafts, or records without a day or an amount.")
    }
  }

  /// What the options say, and where they say nothing the configuration.
  private func csv(_ configured: CSVFormat) -> CSVFormat {
    var format = configured
    if let separator { format.separator = Character(separator) }
    if let decimal { format.decimalMark = Character(decimal) }
    if bom { format.hasByteOrderMark = true }
    return format
  }

  /// Rows that are in memory at once.
  private static let window = 1_000

  private func rows(_ ids: ArraySlice<Int64>, _ open: ScriptBooks) throws(ProgramError) -> [MirrorRow] {
    do {
      return try open.mirror.rows(resource, ids: Array(ids))
    } catch {
      throw ProgramError(.inputOutput, "\(error.sentence) The list is not whole.")
    }
  }
}
