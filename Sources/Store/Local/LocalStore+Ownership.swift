import Foundation
internal import GRDB

/// Several programs may work on the same books: an intent belongs to the one that holds its lock.
extension LocalStore {
  /// Makes an intent this process's own where it is nobody's, and answers whether it is. Nobody can take it away after.
  package func claim(_ id: IntentID) throws(StoreError) -> Bool {
    try exclusively { database in
      let owner = try String.fetchOne(
        database, sql: "SELECT ifnull(owner, '') FROM open_intents WHERE intent = ?", arguments: [id.text])
      guard let owner else { return false }
      switch ownership(of: owner) {
      case .thisProcess: return true
      case .anotherProcess: return false
      case .orphan:
        try database.execute(
          sql: "UPDATE open_intents SET owner = ? WHERE intent = ?", arguments: [processName, id.text])
        return true
      }
    }
  }

  /// Takes over every intent whose program has ended, all in one transaction, and answers which.
  package func adoptOrphans() throws(StoreError) -> [IntentID] {
    try exclusively { database in
      let owners = try String.fetchAll(database, sql: "SELECT DISTINCT ifnull(owner, '') FROM open_intents")
      var adopted: [IntentID] = []
      for owner in owners where ownership(of: owner) == .orphan {
        let ids = try String.fetchAll(
          database, sql: "SELECT intent FROM open_intents WHERE ifnull(owner, '') = ? ORDER BY seq",
          arguments: [owner])
        try database.execute(
          sql: "UPDATE open_intents SET owner = ? WHERE ifnull(owner, '') = ?", arguments: [processName, owner])
        adopted += ids.map(IntentID.init(text:))
      }
      return adopted
    }
  }

  var processName: String { lock?.name ?? Self.onlyProcess }

  /// The owner in a store in memory, which no other process can reach.
  private static let onlyProcess = "this"

  func ownership(of owner: String) -> IntentOwner {
    if owner == processName { return .thisProcess }
    guard lock != nil, !owner.isEmpty else { return .orphan }
    return ProcessLock.isHeld(owner, in: locksFolder) ? .anotherProcess : .orphan
  }

  /// One IMMEDIATE transaction: nobody else reads or writes owners in between.
  func exclusively<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try work(database)
          return .commit
        }
        guard let value else { throw StoreError.busy }
        return value
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
