import BillingAPI
internal import GRDB

extension Mirror {
  /// Makes the indexes of a kind that wait until all of its list is there, those that are missing. Tens of milliseconds for
  /// each with 100,000 records: others who write wait for one of them at most. Answers how many were missing.
  @discardableResult
  package func completeIndexes(of kind: ResourceKind) throws(StoreError) -> Int {
    let missing = try missingIndexes(of: kind)
    for index in missing { try write { try $0.execute(sql: index) } }
    return missing.count
  }

  private func missingIndexes(of kind: ResourceKind) throws(StoreError) -> [String] {
    let known = try read { database in
      try String.fetchSet(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?",
        arguments: [kind.rawValue])
    }
    return MirrorTable.of(kind).waiting.filter { !known.contains($0.name) }.map(\.creation)
  }
}
