import BillingAPI
import Foundation
internal import GRDB

extension Mirror {
  /// How far a list was fetched; nil before its first page.
  package func fetched(_ part: ListPart) throws(StoreError) -> FetchedList? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM fetched WHERE kind = ?", arguments: [part.name])
        .map(FetchedList.init(row:))
    }
  }

  package func fetched(_ kind: ResourceKind) throws(StoreError) -> FetchedList? { try fetched(ListPart(kind)) }

  /// Keeps how far a list was fetched, so that the next run goes on there.
  package func setFetched(_ part: ListPart, _ list: FetchedList) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO fetched (kind, total, next_page, page_size, as_of, walk_started, is_shifted, skipped,
            failed_walks, difference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          part.name, list.total, list.nextPage ?? 0, list.pageSize, list.asOf.microseconds,
          list.walkStarted?.microseconds, list.isShifted, list.skipped, list.failedWalks, list.difference,
        ])
    }
  }

  package func setFetched(_ kind: ResourceKind, _ list: FetchedList) throws(StoreError) {
    try setFetched(ListPart(kind), list)
  }

  /// Keeps what the service just said of a list's length, without touching the walk over it.
  ///
  /// Fewer than before while a walk is under way means that its pages have shifted.
  package func setTotal(_ part: ListPart, _ total: Int?, asOf: Date) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE fetched SET is_shifted = is_shifted OR (next_page > 0 AND ifnull(:total < total, 0)),
            total = ifnull(:total, total), as_of = max(as_of, :asOf) WHERE kind = :part
          """, arguments: ["part": part.name, "total": total, "asOf": asOf.microseconds])
    }
  }

  /// Counts a record that was made or deleted from here, until the service says its own count again.
  package func adjustTotal(_ kind: ResourceKind, by difference: Int) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE fetched SET total = max(0, total + :difference),
            is_shifted = is_shifted OR (next_page > 0 AND :difference < 0) WHERE kind = :kind
          """, arguments: ["kind": kind.rawValue, "difference": difference])
    }
  }

  /// Takes what is gone from a kind out of the service's counts, list by list, where all of a list had been looked at:
  /// the mirror then differs from them by no more than it did.
  func settleTotals(of kind: ResourceKind) throws(StoreError) {
    for status in try statuses(of: kind) {
      let part = ListPart(kind, status: status)
      guard let list = try fetched(part), list.nextPage == nil, let settled = list.difference, let total = list.total
      else { continue }
      let lost = settled - (try count(part) + list.skipped - total)
      guard lost > 0 else { continue }
      try write { database in
        try database.execute(
          sql: "UPDATE fetched SET total = max(0, total - ?) WHERE kind = ?", arguments: [lost, part.name])
      }
    }
  }

  /// The statuses by which a kind was fetched; nil for all of it.
  private func statuses(of kind: ResourceKind) throws(StoreError) -> [String?] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT kind FROM fetched WHERE kind = :kind OR kind LIKE :kind || ':%'",
        arguments: ["kind": kind.rawValue])
    }.map { $0.split(separator: ":", maxSplits: 1).dropFirst().first.map(String.init) }
  }

  /// How many records of a list the mirror holds; of those, where a moment is given, read since then.
  package func count(_ part: ListPart, readSince moment: Date? = nil) throws(StoreError) -> Int {
    try read { database in
      guard let moment else {
        return try Int.fetchOne(
          database, sql: "SELECT count(*) FROM \(part.kind.rawValue) \(part.condition("WHERE"))",
          arguments: part.arguments) ?? 0
      }
      return try Int.fetchOne(
        database, sql: "SELECT count(*) FROM \(part.joined) WHERE as_of >= :moment \(part.condition("AND"))",
        arguments: part.arguments + ["kind": part.kind.rawValue, "moment": moment.microseconds]) ?? 0
    }
  }

  /// Records of a list that were last read before a moment, the longest unread first.
  package func ids(_ part: ListPart, readBefore moment: Date, limit: Int) throws(StoreError) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT records_json.id FROM \(part.joined) WHERE as_of < :moment \(part.condition("AND"))
          ORDER BY as_of, records_json.id LIMIT :limit
          """,
        arguments: part.arguments + [
          "kind": part.kind.rawValue, "moment": moment.microseconds, "limit": limit,
        ])
    }
  }

  /// How many of these records stand in another status: more than 0 where a service does not filter by it.
  package func count(_ part: ListPart, othersAmong ids: [Int64]) throws(StoreError) -> Int {
    guard let status = part.status else { return 0 }
    return try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM \(part.kind.rawValue)
          WHERE id IN (SELECT value FROM json_each(:ids)) AND status IS NOT :status
          """,
        arguments: ["ids": "[\(ids.map(String.init).joined(separator: ","))]", "status": status]) ?? 0
    }
  }
}

extension ListPart {
  fileprivate func condition(_ word: String) -> String { status == nil ? "" : "\(word) status = :status" }

  fileprivate var arguments: StatementArguments { status.map { ["status": $0] } ?? StatementArguments() }

  /// The records' ages, joined with their typed columns only where a status is asked for.
  fileprivate var joined: String {
    guard status != nil else { return "(SELECT id, as_of FROM records_json WHERE kind = :kind) AS records_json" }
    return "\(kind.rawValue) JOIN records_json ON records_json.kind = :kind AND records_json.id = \(kind.rawValue).id"
  }
}

extension FetchedList {
  static let creation = """
    CREATE TABLE IF NOT EXISTS fetched (
      kind TEXT PRIMARY KEY, total INTEGER, next_page INTEGER NOT NULL, page_size INTEGER NOT NULL,
      as_of INTEGER NOT NULL, walk_started INTEGER, is_shifted INTEGER NOT NULL, skipped INTEGER NOT NULL,
      failed_walks INTEGER NOT NULL, difference INTEGER
    ) STRICT, WITHOUT ROWID
    """

  fileprivate init(row: Row) {
    let next: Int = row["next_page"]
    self.init(
      total: row["total"], nextPage: next > 0 ? next : nil, pageSize: row["page_size"],
      asOf: Date(microseconds: row["as_of"]), walkStarted: (row["walk_started"] as Int64?).map(Date.init(microseconds:))
    )
    isShifted = row["is_shifted"]
    skipped = row["skipped"]
    failedWalks = row["failed_walks"]
    difference = row["difference"]
  }
}
