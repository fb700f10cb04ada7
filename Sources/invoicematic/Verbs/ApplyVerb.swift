import ArgumentParser
import Billing
import BillingExport
import BillingSync
import FoundationEssentials
import Glibc
import Store

/// Performs a plan, or goes on with one that was begun.
struct ApplyVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Perform a plan, or go on with one that was begun.",
    discussion: """
      Rows whose records changed since the plan was made are refused, and nothing is sent twice: applying the same plan \
      again goes on where it stopped. Nothing is asked. Exit status: 0 when every row that could go is done, 75 when \
      some were held, refused or are not known yet.
      """)

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan.json"))
  var plan: String

  @ParentCommand var program: Invoicematic
  @OptionGroup var books: ScriptOptions

  @Flag(help: "Send nothing; say what would happen.")
  var dryRun = false

  @Flag(help: "Rows that were held when the plan was made go too.")
  var includeHeld = false

  @Flag(help: "Rows that were refused before are tried again.")
  var retryFailed = false

  @Flag(help: "Take a plan that was edited after it was made.")
  var edited = false

  @Option(
    help: ArgumentHelp("Write the outcome of each row there, as CSV or, for .jsonl, as JSON lines.", valueName: "path"))
  var report: String?

  func run() async throws {
    let plan = try read()
    let output = try report.map { path throws(ProgramError) in try ExportOutput(path: path, replacing: false) }
    let progress = RunProgress(rows: plan.rows.count)
    let open = try await ScriptBooks.open(try books.launchOptions(program.options)) {
      if case .run(let change) = $0 { progress.take(change) }
    }
    do {
      let run = try await perform(plan, open)
      progress.end()
      await open.close()
      try write(run, to: output, open.csv)
      try conclude(run)
    } catch {
      progress.end()
      await open.close()
      throw error
    }
  }

  /// In bytes: a plan of 100,000 rows has 80 MB.
  private static let longestPlan = 128 << 20

  private func read() throws(ProgramError) -> Plan {
    let text: String
    do { text = try TextFile.read(plan, limit: Self.longestPlan) } catch {
      throw ProgramError(.missingInput, "\(plan) cannot be read (\(error.reason)). Nothing was sent.")
    }
    let read: PlanFile.Read
    do throws(PlanFile.Problem) {
      read = try PlanFile.read(Array(text.utf8))
    } catch {
      switch error {
      case .unreadable(let words): throw ProgramError(BulkFailure.notAPlan(words))
      case .otherVersion(let version): throw ProgramError(BulkFailure.otherVersion(version))
      }
    }
    guard !read.isEdited || edited else { throw ProgramError(BulkFailure.edited) }
    return read.plan
  }

  private func perform(_ plan: Plan, _ open: ScriptBooks) async throws -> RunSnapshot {
    let identity = try await open.identity()
    guard plan.books.isSame(as: identity) else { throw ProgramError(BulkFailure.otherBooks(plan.books)) }
    let bulk = open.synchronizer.bulk
    do {
      if dryRun { return try await bulk.preview(plan) }
      // Copies are made from the records as they are.
      if plan.rows.contains(where: \.isCopy) { try await open.fetch([plan.kind]) }
      let held = includeHeld ? Set(plan.rows.indices.filter { !plan.rows[$0].held.isEmpty }) : []
      if retryFailed { _ = try await bulk.preview(plan) }
      _ = try await bulk.begin(plan, including: held, takeBackTime: .zero)
      if retryFailed {
        _ = try await bulk.untilStill(plan.id)
        _ = try await bulk.control(plan.id, .retryFailed, takeBackTime: .zero)
      }
      return try await bulk.untilStill(plan.id)
    } catch let failure as BulkFailure {
      throw ProgramError(failure)
    }
  }

  private func write(_ run: RunSnapshot, to output: ExportOutput?, _ csv: CSVFormat) throws(ProgramError) {
    let report = RunReport(run)
    if let output {
      let format: any ExportFormat = self.report?.hasSuffix(".jsonl") == true ? JSONLinesFormat() : csv
      try output.write(format.beginning(RunReport.columns))
      for place in 0..<report.count { try output.write(format.row(report.values(place), RunReport.columns)) }
      try output.finish()
    }
    let rows = run.rows.indices.filter { dryRun || !run.rows[$0].isDone }.map { place in
      let row = run.plan.rows[place]
      let state = run.rows[place].state
      return [row.number, row.customer, row.amount?.formatted(style: .plain) ?? "", state.word, state.detail]
    }
    if !rows.isEmpty {
      StandardStream.say(TextTable(heading: ["number", "customer", "amount", "result", "why"], rows: rows).text)
    }
    StandardStream.note(PlanWords.summary(run))
  }

  private func conclude(_ run: RunSnapshot) throws(ProgramError) {
    guard !dryRun else { return }
    switch run.phase {
    case .paused(.notAllowed(let failure)): throw ProgramError(.permission, failure.words)
    case .paused(.journal(let words)):
      throw ProgramError(.inputOutput, "\(words) Nothing more was sent; applying the plan again goes on.")
    case .paused(.failures(let count, let last)):
      let why = last.map { " (the last: \($0.words))" } ?? ""
      throw ProgramError(
        .incomplete, "Stopped: \(count) failed one after another\(why). Applying the plan again goes on.")
    default: break
    }
    let isWhole = run.rows.allSatisfy(\.isDone)
    guard isWhole else {
      throw ProgramError(
        .incomplete,
        "Not every row is done. What is listed above was not sent, or is not known yet; applying the plan "
          + "again goes on.")
    }
  }
}

extension RunRow {
  fileprivate var isDone: Bool { if case .done = state { true } else { false } }
}

extension PlanRow {
  fileprivate var isCopy: Bool { if case .creation = effect { true } else { false } }
}
