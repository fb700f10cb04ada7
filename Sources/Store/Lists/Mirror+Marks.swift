import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// What records are now, as a mark keeps it, in the order of their ids; those that the mirror does not have are left out.
  package func marks(_ kind: ResourceKind, ids: some Sequence<Int64>) throws(StoreError) -> [RecordMark] {
    let amount = kind == .customers ? "NULL" : FilterSQL.amount(kind)
    let balance = kind == .invoices ? "due_amount" : "NULL"
    let status = FilterSQL.hasStatus(kind) ? "status" : "NULL"
    let list = RecordIDs.json(ids)
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, \(amount), \(balance), \(status) FROM \(kind.rawValue)
          WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
          """, arguments: [list]
      ).map(RecordMark.init(row:))
    }
  }
}
