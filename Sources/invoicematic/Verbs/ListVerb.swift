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
      try await ListNeeds(resource, format == .ledger ? [] : columns, selection, sort: order).fetch(selection, in: open)
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
}
