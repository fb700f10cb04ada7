import BillingAPI
import Foundation
internal import GRDB

extension Mirror {
  /// How many of these records belong to another customer, or to none: more than 0 where a service does not filter.
  package func count(_ kind: ResourceKind, ids: [Int64], notOfCustomer id: Int64) throws(StoreError) -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM \(kind.rawValue)
          WHERE id IN (SELECT value FROM json_each(:ids)) AND customer_id IS NOT :customer
          """, arguments: ["ids": Self.list(ids), "customer": id]) ?? 0
    }
  }

  /// A customer's records that were last read before a moment, the longest unread first.
  package func ids(
    _ kind: ResourceKind, ofCustomer id: Int64, readBefore moment: Date, limit: Int
  ) throws(StoreError) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT records_json.id FROM \(kind.rawValue) JOIN records_json
          ON records_json.kind = :kind AND records_json.id = \(kind.rawValue).id
          WHERE customer_id = :customer AND as_of < :moment ORDER BY as_of, records_json.id LIMIT :limit
          """,
        arguments: ["kind": kind.rawValue, "customer": id, "moment": moment.microseconds, "limit": limit])
    }
  }

  private static func list(_ ids: [Int64]) -> String {
    "[\(ids.map(String.init).joined(separator: ","))]"
  }
}
