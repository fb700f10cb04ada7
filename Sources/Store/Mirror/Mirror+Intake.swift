import BillingAPI
import Foundation
internal import GRDB

extension Mirror {
  /// Takes in pages of a list, one after the other and in one transaction, for which the disk is waited for once.
  ///
  /// What is known of a later moment stays. Answers what became of each, up to the first that is no JSON object with a
  /// list `data`; throws `unreadable` where that is the first of all.
  package func takeIn(pages: [ListPage], kind: ResourceKind) throws(StoreError) -> [Intake] {
    let plan = IntakePlan.of(kind)
    let read = try Self.read(pages, without: plan.cut)
    return try write { database in
      try read.map { asOf, records in
        try Self.stage(records, in: database)
        return try Self.keep(database, plan, kind, asOf)
      }
    }
  }

  /// Takes in one page.
  package func takeIn(page: [UInt8], kind: ResourceKind, asOf: Date) throws(StoreError) -> Intake {
    try takeIn(pages: [ListPage(bytes: page, asOf: asOf)], kind: kind).first ?? Intake()
  }

  /// Takes in one record, bare or under `data`.
  package func takeIn(record: [UInt8], kind: ResourceKind, asOf: Date) throws(StoreError) -> Intake {
    let plan = IntakePlan.of(kind)
    let text = String(decoding: record, as: UTF8.self)
    return try write { database in
      try Self.requireObject(database, text)
      try Self.clearStage(database)
      try database.run(plan.stageRecord, ["page": text])
      return try Self.keep(database, plan, kind, asOf)
    }
  }

  /// Forgets a record that the service no longer has; pages that were asked for before `asOf` do not bring it back.
  package func remove(_ kind: ResourceKind, id: Int64, asOf: Date) throws(StoreError) {
    try write { database in
      let values: StatementArguments = ["kind": kind.rawValue, "id": id, "asOf": asOf.microseconds]
      try database.execute(
        sql: "DELETE FROM records_json WHERE kind = :kind AND id = :id AND as_of <= :asOf", arguments: values)
      guard database.changesCount > 0 || !Self.isKnown(database, kind, id) else { return }
      try database.execute(sql: ChangeSQL(table: .of(kind)).noteRemoved, arguments: values)
      try Self.forget(database, .of(kind), id)
      try database.execute(
        sql: """
          INSERT INTO gone (kind, id, as_of) VALUES (:kind, :id, :asOf)
          ON CONFLICT (kind, id) DO UPDATE SET as_of = max(as_of, excluded.as_of)
          """, arguments: values)
    }
  }

  /// Forgets a record of which the service just said that it is gone, and counts it as gone wherever all was looked at:
  /// such a list is as complete as it was and need not be walked anew.
  package func forget(_ kind: ResourceKind, id: Int64, asOf: Date) throws(StoreError) {
    try remove(kind, id: id, asOf: asOf)
    try settleTotals(of: kind)
  }

  private static func forget(_ database: Database, _ table: MirrorTable, _ id: Int64) throws {
    if let unfind = IntakeSQL(table: table).unfind("?") { try database.execute(sql: unfind, arguments: [id]) }
    for name in [table.name, table.textName] {
      try database.execute(sql: "DELETE FROM \(name) WHERE id = ?", arguments: [id])
    }
  }

  private static func isKnown(_ database: Database, _ kind: ResourceKind, _ id: Int64) -> Bool {
    // An unreadable answer counts as known: then nothing is removed.
    (try? Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM records_json WHERE kind = ? AND id = ?)",
      arguments: [kind.rawValue, id])) ?? true
  }

  private static func keep(
    _ database: Database, _ plan: IntakePlan, _ kind: ResourceKind, _ asOf: Date
  ) throws -> Intake {
    let moment: StatementArguments = ["kind": kind.rawValue, "asOf": asOf.microseconds]
    for step in plan.steps { try database.run(step, moment) }
    try learnLookUps(database, from: kind)
    let renamed = kind == .customers ? try RenamingSQL.follow(database, "SELECT id FROM intake WHERE fresh = 2") : []
    let ids = try Int64.fetchAll(database.cachedStatement(sql: plan.ids))
    let counts = try Row.fetchOne(database.cachedStatement(sql: plan.counts))
    let skipped: Int = counts?[0] ?? 0
    return Intake(
      ids: ids, skipped: skipped,
      skippedNames: skipped > 0 ? try String.fetchAll(database, sql: plan.skippedNames) : [],
      changed: counts?[1] ?? 0, flagged: counts?[2] ?? 0, renamed: renamed)
  }

  private static func requireObject(_ database: Database, _ text: String) throws {
    guard try shape(database, text, path: "$") == "object" else {
      throw StoreError.unreadable("The answer is no record.")
    }
  }

  private static func shape(_ database: Database, _ text: String, path: String) throws -> String? {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT CASE WHEN json_valid(:text) THEN json_type(:text, :path) END"),
      arguments: ["text": text, "path": path])
  }
}

extension Date {
  /// Microseconds since 1970: what the mirror writes, so that two moments compare without rounding.
  var microseconds: Int64 { Int64((timeIntervalSince1970 * 1_000_000).rounded()) }

  init(microseconds: Int64) { self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
}
