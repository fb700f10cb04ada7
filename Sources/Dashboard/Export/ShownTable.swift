import Billing
import BillingExport
import Store

/// Rows of a page as they are shown, where they are all in memory: a timeline, the outbox, the activity.
package struct ShownTable: Sendable, Equatable {
  package let columns: [ExportColumn]
  package let rows: [[ExportValue]]

  /// - Parameter columns: what stands above each, and its name in JSON.
  init(_ columns: [(title: String, name: String)], _ rows: [[ExportValue]]) {
    self.columns = columns.map { ExportColumn(title: $0.title, name: $0.name) }
    self.rows = rows
  }
}

extension ShownTable {
  /// The rows of a customer's tab; every amount is in the currency that is shown.
  init(_ page: CustomerPage, _ figures: Figures) {
    let code = page.shown?.currencyID.flatMap(Currency.with(id:))?.code
    let rows = (page.list.rows ?? []).map { row -> [ExportValue] in
      [
        .of(row.day), .text(row.kind?.word ?? ""), .text(row.number), .text(row.detail), .of(row.charge),
        .of(row.credit), .of(row.balance), code.map { .text($0) } ?? .empty,
      ]
    }
    self.init(
      [
        ("Date", "date"), ("What", "kind"), ("Number", "number"), ("Detail", "detail"), ("Charge", "charge"),
        ("Credit", "credit"), ("Balance", "balance"), ("Currency", "currency"),
      ], rows)
  }

  init(_ page: OutboxPage) {
    let rows = (page.list.rows ?? []).map { row -> [ExportValue] in
      [
        .text(row.title), .text(row.standing.words), .text(row.keyMade), .integer(Int64(row.attempts)),
        .text(row.sentence), .text(row.id),
      ]
    }
    self.init(
      [
        ("Write", "write"), ("State", "state"), ("Key of", "key_made"), ("Sent", "sent"), ("Why", "why"),
        ("Name", "intent"),
      ], rows)
  }

  init(_ page: ActivityPage) {
    let rows = (page.list.rows ?? []).map { row -> [ExportValue] in
      [
        .text(row.moment), .text(row.title), .text(row.outcome), row.status.map { .integer(Int64($0)) } ?? .empty,
        .integer(Int64(row.attempts)), .text(row.sentence), .text(row.id),
      ]
    }
    self.init(
      [
        ("When", "at"), ("Write", "write"), ("Outcome", "outcome"), ("Status", "http_status"), ("Sent", "sent"),
        ("How it ended", "sentence"), ("Name", "intent"),
      ], rows)
  }
}

extension ExportValue {
  fileprivate static func of(_ day: CalendarDate?) -> ExportValue { day.map { .day($0) } ?? .empty }
  fileprivate static func of(_ money: Money?) -> ExportValue { money.map { .money($0) } ?? .empty }
}
