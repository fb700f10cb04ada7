import Foundation
internal import GRDB

extension LocalStore {
  /// Names that the person gave to entries which no record nests yet, by name.
  package func lookUpNames(_ list: LookUpList) throws(StoreError) -> [LookUpEntry] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, name FROM look_up_names WHERE list = ? ORDER BY fold(name), id",
        arguments: [list.rawValue]
      ).map { LookUpEntry(id: $0["id"], name: $0["name"]) }
    }
  }

  /// Keeps the name that the person gives to an entry.
  package func setLookUpName(_ list: LookUpList, _ entry: LookUpEntry) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO look_up_names (list, id, name) VALUES (?, ?, ?)",
        arguments: [list.rawValue, entry.id, entry.name])
    }
  }
}

extension LookUpEntry {
  /// What the service nests and what was typed, in one list by name; the service's names win.
  package static func merged(_ learned: [LookUpEntry], with typed: [LookUpEntry]) -> [LookUpEntry] {
    let known = Set(learned.map(\.id))
    return (learned + typed.filter { !known.contains($0.id) })
      .sorted { (TextFolding.fold($0.name), $0.id) < (TextFolding.fold($1.name), $1.id) }
  }
}
