internal import GRDB
internal import Synchronization

/// Turns hazards on and off while the service runs.
///
/// These switches belong to one running service; those of `Books.setHazard` are kept in the books, where another
/// program can flip them.
package final class HazardSwitches: Sendable {
  private struct Setting {
    let value: Int
    /// How many requests it still strikes; nil for all.
    var remaining: Int?
  }

  private let settings = Mutex<[Hazard: Setting]>([:])

  package init() {}

  /// - Parameter times: how many requests it strikes before it turns itself off; nil for all until `turnOff`.
  package func turnOn(_ hazard: Hazard, value: Int? = nil, times: Int? = nil) {
    settings.withLock { $0[hazard] = Setting(value: value ?? hazard.defaultValue, remaining: times) }
  }

  package func turnOff(_ hazard: Hazard) { settings.withLock { $0[hazard] = nil } }
  /// False once it was turned off or has struck as often as it was told to.
  package func isOn(_ hazard: Hazard) -> Bool { settings.withLock { $0[hazard] != nil } }
  package func turnAllOff() { settings.withLock { $0.removeAll() } }

  /// What strikes the next request, which uses up one of its times.
  func strike(isWrite: Bool) -> [Hazard: Int] {
    settings.withLock { settings in
      var active: [Hazard: Int] = [:]
      for (hazard, setting) in settings where isWrite || !hazard.concernsWritesOnly {
        active[hazard] = setting.value
        guard let remaining = setting.remaining else { continue }
        settings[hazard] = remaining > 1 ? Setting(value: setting.value, remaining: remaining - 1) : nil
      }
      return active
    }
  }
}

/// The hazards that strike one request, with their figures.
struct ActiveHazards: Sendable {
  private let values: [Hazard: Int]

  static let none = ActiveHazards([:])

  init(_ values: [Hazard: Int]) { self.values = values }

  var isEmpty: Bool { values.isEmpty }
  func contains(_ hazard: Hazard) -> Bool { values[hazard] != nil }
  func value(_ hazard: Hazard) -> Int? { values[hazard] }
}

extension Books {
  /// Turns a hazard on or off for every service on these books, at once and until it is changed again.
  package func setHazard(_ hazard: Hazard, isOn: Bool, value: Int? = nil) throws(BooksError) {
    try write { database in
      if isOn {
        try database.execute(
          sql: "INSERT OR REPLACE INTO hazards VALUES (?, ?)",
          arguments: [hazard.rawValue, value ?? hazard.defaultValue])
      } else {
        try database.execute(sql: "DELETE FROM hazards WHERE name = ?", arguments: [hazard.rawValue])
      }
    }
  }

  /// The hazards that are on in the books, with their figures.
  package func hazards() throws(BooksError) -> [Hazard: Int] {
    try read { try Self.hazards($0) }
  }

  static func hazards(_ database: Database) throws -> [Hazard: Int] {
    let rows = try Row.fetchAll(try database.cachedStatement(sql: "SELECT name, value FROM hazards"))
    return rows.reduce(into: [:]) { found, row in
      if let hazard = Hazard(rawValue: row["name"]) { found[hazard] = row["value"] }
    }
  }
}
