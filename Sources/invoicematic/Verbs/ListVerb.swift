import ArgumentParser
import Billing
import BillingAPI
import BillingExport
import BillingSync
import Store

/// Lists records for a script, by the language of `/`.
struct ListVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List records as CSV, as JSON lines, as a journal for hledger, or as a table.",
    discussion: """
      Everything of the kind is fetched first, and for what customers owe and payments pay the invoices; --cached answers from what was fetched before. JSON has a record a \
      line, with the names of the API and amounts in cents. A journal has invoices, payments or expenses; drafts and \
      what has no day or amount are left out and counted. A file is never gone over without --force.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json, ledger, table
  }

  @Argument(help: "invoices, customers, payments, estimates, expenses or items.")
  var resource: ResourceKind

  @ParentCommand var program: Invoicematic
  @OptionGroup var books: ScriptOptions
  @OptionGroup var selection: RecordSelection

  @Option(help: ArgumentHelp("Sort by this; -date is downwards.", valueName: "column"))
  var sort: String?

  @Option(help: ArgumentHelp("Only these columns, with commas between them.", valueName: "names"))
  var columns: String?

  @Option(help: "How it is written.")
  var format = Format.table

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Write it to this file.", valueName: "path"))
  var output: String?

  @Flag(help: "Replace the file.")
  var force = false

  @Option(help: ArgumentHelp("Between the cells of CSV.", valueName: "character"))
  var separator: String?

  @Option(help: ArgumentHelp("Before the cents in CSV.", valueName: "character"))
  var decimal: String?

  @Flag(help: "Begin CSV with a byte order mark.")
  var bom = false

  func validate() throws {
    if let separator, separator.count != 1 { throw ValidationError("--separator is one character.") }
    if format == .ledger, ![.invoices, .payments, .expenses].contains(resource) {
      throw ValidationError("A journal has invoices, payments or expenses.")
    }
    if format == .ledger, columns != nil { throw ValidationError("A journal has no columns.") }
    if let decimal, ![",", "."].contains(decimal) { throw ValidationError("--decimal is a comma or a point.") }
  }

  func run() async throws {
    let columns = try chosenColumns
    let order = try sortOrder
    let open = try await ScriptBooks.open(try books.launchOptions(program.options))
    do {
      try await selection.fetch(ListNeeds(resource, columns, selection, sort: order).kinds, in: open)
      try write(try selection.ids(resource, in: open, sort: order), columns, open)
    } catch {
      await open.close()
      throw error
    }
    await open.close()
  }

  private var chosenColumns: [RecordColumn] {
    get throws(ProgramError) {
      let all = RecordColumns.all(resource)
      guard let columns else { return all }
      return try columns.split(separator: ",").map { name throws(ProgramError) in
        guard let column = all.first(where: { $0.name == name }) else {
          let known = all.map(\.name).joined(separator: ", ")
          throw ProgramError(.usage, "\(resource.rawValue) have no column \(name); there are \(known).")
        }
        return column
      }
    }
  }

  private var sortOrder: SortOrder? {
    get throws(ProgramError) {
      guard let sort else { return nil }
      let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
      let known = SortColumn.columns(of: resource)
      guard let column = known.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw ProgramError(.usage, "\(resource.rawValue) cannot be sorted by \(name); there are \(names).")
      }
      return SortOrder(column, descending: sort.hasPrefix("-"))
    }
  }

  private func write(_ ids: [Int64], _ columns: [RecordColumn], _ open: ScriptBooks) throws(ProgramError) {
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
