import Billing
import BillingAPI
import BillingExport
import BillingSync
import Store

/// The text of an export, made piece by piece, so that a long list is never held as a whole.
struct ExportText {
  let request: ExportRequest
  let books: OpenBooks
  /// How CSV is written, as it is configured.
  let csv: CSVFormat
  let today: CalendarDate

  /// What was written.
  struct Account {
    var rows = 0
    /// Records that the format does not have, or that are gone.
    var leftOut = 0
  }

  /// Records that are in memory at once.
  private static let window = 1_000

  func write(_ put: (String) throws -> Void) throws -> Account {
    switch (request.content, request.format) {
    case (.run(let run), .plan):
      try put(String(decoding: try PlanFile.encoded(run.plan), as: UTF8.self))
      return Account(rows: run.plan.rows.count)
    case (.run(let run), _): return try report(run, put)
    case (.shown(let table), _): return try shown(table, put)
    case (.list(let kind, let ids, _), .ledger): return try ledger(kind, ids, put)
    case (.list(let kind, let ids, let columns), _): return try table(kind, ids, columns, put)
    }
  }

  private var format: any ExportFormat { request.format == .csv ? csv : JSONLinesFormat() }

  private func report(_ run: RunSnapshot, _ put: (String) throws -> Void) throws -> Account {
    let (report, format) = (RunReport(run), format)
    try put(format.beginning(RunReport.columns))
    for place in 0..<report.count { try put(format.row(report.values(place), RunReport.columns)) }
    return Account(rows: report.count)
  }

  private func shown(_ table: ShownTable, _ put: (String) throws -> Void) throws -> Account {
    let format = format
    try put(format.beginning(table.columns))
    for row in table.rows { try put(format.row(row, table.columns)) }
    return Account(rows: table.rows.count)
  }

  private func table(
    _ kind: ResourceKind, _ ids: [Int64], _ shown: [ShownColumn], _ put: (String) throws -> Void
  ) throws -> Account {
    let (columns, format) = (Self.columns(kind, shown), format)
    let headings = columns.map(\.1)
    try put(format.beginning(headings))
    var account = Account()
    try eachRow(kind, ids, &account) { row in
      try put(format.row(columns.map { $0.0.value(row, today) }, headings))
    }
    return account
  }

  /// What stands above the columns.
  static func headings(_ kind: ResourceKind, _ shown: [ShownColumn]) -> [String] {
    columns(kind, shown).map(\.1.title)
  }

  private static func columns(_ kind: ResourceKind, _ shown: [ShownColumn]) -> [(RecordColumn, ExportColumn)] {
    RecordColumns.shown(kind, shown.map { ($0.id, $0.title) })
  }

  private func ledger(_ kind: ResourceKind, _ ids: [Int64], _ put: (String) throws -> Void) throws -> Account {
    var (ledger, account) = (LedgerRows(), Account())
    try eachRow(kind, ids, &account) { row in
      if let text = ledger.text(row) { try put(text) }
    }
    account.rows -= ledger.leftOut
    account.leftOut += ledger.leftOut
    return account
  }

  private func eachRow(
    _ kind: ResourceKind, _ ids: [Int64], _ account: inout Account, _ work: (MirrorRow) throws -> Void
  ) throws {
    for start in stride(from: 0, to: ids.count, by: Self.window) {
      let part = Array(ids[start..<min(start + Self.window, ids.count)])
      let rows = try books.mirror.rows(kind, ids: part)
      account.rows += rows.count
      account.leftOut += part.count - rows.count
      for row in rows { try work(row) }
    }
  }
}
