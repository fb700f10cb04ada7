import BillingAPI
import Foundation
internal import GRDB

/// How pages become rows of the table that the statements of intake read: cut into records before the transaction begins,
/// so that others who write wait for less.
extension Mirror {
  /// The records of pages, up to the first that is no JSON object with a list `data`; throws where that is the first of all.
  static func read(
    _ pages: [ListPage], without cut: JSONCut
  ) throws(StoreError) -> [(asOf: Date, records: JSONRecords)] {
    var read: [(asOf: Date, records: JSONRecords)] = []
    for page in pages {
      // What is no JSON has no list of records either.
      guard let records = (try? JSONRecords(of: "data", in: page.bytes, without: cut)) ?? nil else { break }
      read.append((page.asOf, records))
    }
    guard pages.isEmpty || !read.isEmpty else { throw .unreadable("The answer has no list of records.") }
    return read
  }

  static func stage(_ records: JSONRecords, in database: Database) throws {
    try clearStage(database)
    let statement = try database.cachedStatement(sql: IntakeSQL.stage)
    for record in records.records {
      try statement.execute(arguments: [record.id.flatMap(value), String(decoding: record.text, as: UTF8.self)])
    }
  }

  static func clearStage(_ database: Database) throws {
    for table in ["intake", "before"] { try database.run("DELETE FROM \(table)") }
  }

  /// What a record has for an id: nearly always a few digits.
  private static func value(_ id: ArraySlice<UInt8>) -> (any DatabaseValueConvertible)? {
    if id.count <= 18, id.allSatisfy({ (0x30...0x39).contains($0) }) {
      return id.reduce(0 as Int64) { $0 * 10 + Int64($1 - 0x30) }
    }
    // It was read once already.
    switch try? JSONValue(parsing: Array(id)) {
    case .string(let text): return text
    case let value: return value?.integer
    }
  }
}
