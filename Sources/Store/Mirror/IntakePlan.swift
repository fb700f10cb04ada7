import BillingAPI
internal import GRDB

/// The statements that take pages of one kind in, spelled once: SQLite keeps them prepared from page to page.
struct IntakePlan: Sendable {
  /// What is not kept of a record.
  let cut: JSONCut
  let stageRecord: String
  /// In order. Bound: kind, asOf.
  let steps: [String]
  let ids = "SELECT id FROM intake WHERE id IS NOT NULL ORDER BY place"
  let skippedNames: String
  let counts: String

  static func of(_ kind: ResourceKind) -> IntakePlan { all[kind] ?? IntakePlan(.of(kind)) }

  private static let all = Dictionary(uniqueKeysWithValues: MirrorTable.all.map { ($0.kind, IntakePlan($0)) })

  private init(_ table: MirrorTable) {
    let statements = IntakeSQL(table: table)
    let changes = ChangeSQL(table: table)
    cut = JSONCut(table.bulk)
    stageRecord = statements.stageRecord
    skippedNames = statements.skippedNames
    let unfind = statements.unfind("SELECT id FROM intake WHERE fresh = 2").map { [$0] } ?? []
    steps =
      [statements.markFresh, changes.capture] + unfind + [statements.keepJSON]
      + statements.keep(from: IntakeSQL.changed) + [changes.noteNew, changes.noteChanged, ChangeSQL.trim]
    counts = """
      SELECT count(*) - count(id), count(CASE WHEN fresh = 2 THEN 1 END),
      (SELECT count(*) FROM \(table.name) WHERE flagged AND id IN (SELECT id FROM intake WHERE fresh)) FROM intake
      """
  }
}

extension Database {
  /// Runs one statement that is kept prepared.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
