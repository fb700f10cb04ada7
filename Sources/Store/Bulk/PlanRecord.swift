import Billing
import BillingAPI
internal import GRDB

/// What a plan reads of a record in the mirror.
package struct PlanRecord: Hashable, Sendable {
  package var id: Int64
  /// Its number, or its name where the kind has none.
  package var number: String
  package var customerID: Int64?
  package var customerName: String
  package var currencyID: Int64?
  package var notes: String?
  package var templateName: String?
  /// A value of the record could not be read.
  package var isFlagged: Bool
  /// Everything that a later look is compared with.
  package var expectation: RowExpectation

  package var amount: Money? { expectation.total }
}

extension Mirror {
  /// What plans need of these records, by id; those that are gone are missing. Two statements, however many they are.
  package func planRecords(_ kind: ResourceKind, ids: [Int64]) throws(StoreError) -> [Int64: PlanRecord] {
    let rows = try rows(kind, ids: ids)
    let extras = try planExtras(kind, ids)
    let records = rows.map { PlanRecord($0, extras[$0.id] ?? PlanExtras()) }
    return Dictionary(records.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The records as the service answered them, by id. One statement, however many they are.
  package func recordTexts(_ kind: ResourceKind, ids: [Int64]) throws(StoreError) -> [Int64: String] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT id, json FROM records_json WHERE kind = ? AND id IN (SELECT value FROM json_each(?))",
        arguments: [kind.rawValue, Self.list(ids)])
      return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
  }

  private func planExtras(_ kind: ResourceKind, _ ids: [Int64]) throws(StoreError) -> [Int64: PlanExtras] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT id, json_extract(json, '$.updated_at') AS updated, json_extract(json, '$.template_name') AS template
          FROM records_json WHERE kind = ? AND id IN (SELECT value FROM json_each(?))
          """, arguments: [kind.rawValue, Self.list(ids)])
      let extras = rows.map { row in
        (
          Int64.fromDatabaseValue(row["id"]) ?? 0,
          PlanExtras(
            updated: String.fromDatabaseValue(row["updated"]), template: String.fromDatabaseValue(row["template"]))
        )
      }
      return Dictionary(extras) { first, _ in first }
    }
  }

  private static func list(_ ids: [Int64]) -> String { "[\(ids.map(String.init).joined(separator: ","))]" }
}

/// What lists do not show and plans compare.
private struct PlanExtras {
  var updated: String?
  var template: String?
}

extension PlanRecord {
  fileprivate init(_ row: MirrorRow, _ extras: PlanExtras) {
    switch row {
    case .invoice(let row): self.init(row)
    case .estimate(let row): self.init(row)
    case .payment(let row):
      self.init(row.id.value, row.number, row.customerID, row.customerName, row.currencyID, row.notes, row.isFlagged)
      expectation.total = row.amount
    case .expense(let row):
      self.init(
        row.id.value, row.number ?? "#\(row.id)", row.customerID, row.customerName ?? "", row.currencyID, row.notes,
        row.isFlagged)
      expectation.total = row.amount
    case .customer(let row): self.init(row.id.value, row.name, row.id, row.name, row.currencyID, nil, row.isFlagged)
    case .item(let row):
      self.init(row.id.value, row.name, nil, "", row.currencyID, nil, row.isFlagged)
      expectation.total = row.price
    }
    expectation.updated = extras.updated
    templateName = extras.template
  }

  private init(_ row: InvoiceRow) {
    self.init(row.id.value, row.number, row.customerID, row.customerName, row.currencyID, row.notes, row.isFlagged)
    expectation = RowExpectation(row)
  }

  private init(_ row: EstimateRow) {
    self.init(row.id.value, row.number, row.customerID, row.customerName, row.currencyID, row.notes, row.isFlagged)
    expectation = RowExpectation(status: row.status.word, total: row.total, dueDate: row.expiryDate)
  }

  private init(
    _ id: Int64, _ number: String, _ customer: Identifier<Customer>?, _ name: String,
    _ currency: Identifier<Currency>?, _ notes: String?, _ isFlagged: Bool
  ) {
    self.id = id
    self.number = number
    customerID = customer?.value
    customerName = name
    currencyID = currency?.value
    self.notes = notes
    self.isFlagged = isFlagged
    expectation = RowExpectation()
  }
}
