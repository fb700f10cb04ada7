import ArgumentParser
import Billing
import BillingAPI
import BillingExport
import BillingSync
import FoundationEssentials
import Store

/// Makes a plan of what is to be done to many records, as a file to be reviewed and applied.
struct PlanVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Say what an action would do to many records, in a file that `apply` performs.",
    discussion: """
      pay, send, move-due, template, notes, duplicate, convert or delete. What is needed is fetched first. Nothing is \
      sent: `invoicematic apply plan.json` does.
      """)

  enum Action: String, ExpressibleByArgument, CaseIterable {
    case pay, send, template, notes, duplicate, convert, delete
    case moveDue = "move-due"
  }

  @Argument(help: "What is to be done.")
  var action: Action

  @Argument(help: "Of which kind the records are: invoices, unless it is said; estimates for convert.")
  var resource: ResourceKind?

  @ParentCommand var program: Invoicematic
  @OptionGroup var books: ScriptOptions
  @OptionGroup var selection: RecordSelection

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Write the plan to this file.", valueName: "path"))
  var output: String?

  @Flag(help: "Replace the file.")
  var force = false

  @Option(help: ArgumentHelp("The day of payments and copies; today, unless it is said.", valueName: "day"))
  var date: String?

  @Option(help: ArgumentHelp("The payment method, by its number.", valueName: "id"))
  var method: Int64?

  @Option(help: ArgumentHelp("The note of payments, or the new notes.", valueName: "text"))
  var note: String?

  @Option(help: ArgumentHelp("How many days a due date moves.", valueName: "count"))
  var days: Int?

  @Option(help: ArgumentHelp("The new template.", valueName: "name"))
  var template: String?

  @Option(help: ArgumentHelp("Pay by the rows of this file: number;amount;date;note.", valueName: "path"))
  var rows: String?

  func validate() throws {
    if action == .moveDue, days == nil { throw ValidationError("move-due needs --days.") }
    if action == .template, template == nil { throw ValidationError("template needs --template.") }
    if action == .notes, note == nil { throw ValidationError("notes needs --note.") }
    if rows != nil, action != .pay { throw ValidationError("--rows goes with pay.") }
    if let date, CalendarDate(iso: date) == nil { throw ValidationError("--date takes a day such as 2026-04-17.") }
  }

  private var kind: ResourceKind { resource ?? (action == .convert ? .estimates : .invoices) }

  func run() async throws {
    let open = try await ScriptBooks.open(try books.launchOptions(program.options))
    do {
      let day = date.flatMap { CalendarDate(iso: $0) } ?? open.day
      let bulk = self.bulk(on: day)
      let identity = try await selection.cached ? open.knownIdentity : open.identity()
      try await selection.fetch(Array(Set([kind, bulk.written(kind)])).sorted { $0.rawValue < $1.rawValue }, in: open)
      let targets = try targets(in: open)
      let plan: Plan
      do throws(BulkFailure) {
        plan = try await open.synchronizer.bulk.plan(bulk, kind, targets, books: identity)
      } catch {
        throw ProgramError(error)
      }
      try write(plan)
    } catch {
      await open.close()
      throw error
    }
    await open.close()
  }

  private func bulk(on day: CalendarDate) -> BulkAction {
    switch action {
    case .pay: .pay(on: day, method: method, note: note)
    case .send: .markSent
    case .moveDue: .moveDueDate(days: days ?? 0)
    case .template: .setTemplate(template ?? "")
    case .notes: .setNotes(note ?? "")
    case .duplicate: .duplicate(on: day)
    case .convert: .convert(on: day)
    case .delete: .delete
    }
  }

  private func targets(in open: ScriptBooks) throws(ProgramError) -> [BulkTarget] {
    let ids = try selection.ids(kind, in: open)
    guard let rows else { return ids.map { BulkTarget($0) } }
    return try StatementTargets(path: rows).found(among: ids, in: open)
  }

  private func write(_ plan: Plan) throws(ProgramError) {
    let bytes: [UInt8]
    do { bytes = try PlanFile.encoded(plan) } catch { throw ProgramError(.inputOutput, error.sentence) }
    let file = try ExportOutput(path: output, replacing: force)
    try file.write(String(decoding: bytes, as: UTF8.self))
    try file.finish()
    StandardStream.note(PlanWords.summary(plan))
  }
}
