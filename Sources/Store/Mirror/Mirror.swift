import BillingAPI
import Foundation
internal import GRDB

/// What the service is known to hold, in SQLite: rows for lists, JSON for the record on the screen, sums and search.
///
/// All of it can be fetched again. Calls block, some for tens of milliseconds: make them off the loop. Any thread may.
package final class Mirror: Sendable {
  let database: any DatabaseWriter
  /// Empty in memory.
  let path: String

  init(database: any DatabaseWriter, path: String = "") throws {
    self.database = database
    self.path = path
    try MirrorSchema.prepare(database)
  }

  /// A mirror that is gone with the process (`--no-cache`).
  package static func inMemory() throws(StoreError) -> Mirror {
    do {
      return try Mirror(database: DatabaseQueue(configuration: MirrorSchema.configuration))
    } catch {
      throw StoreError(error)
    }
  }

  /// Opens the mirror in `path`, or makes it; one that cannot be read, or was found damaged while it was used, is set
  /// aside and begun anew.
  package static func open(at path: String) throws(StoreError) -> OpenedMirror {
    if StoreFiles.takeMark(path) { return try rebuild(path, because: .damaged) }
    do {
      return OpenedMirror(mirror: try attach(path), setAside: nil)
    } catch StoreError.damaged {
      return try rebuild(path, because: .damaged)
    } catch StoreError.newer {
      return try rebuild(path, because: .newer)
    }
  }

  private static func rebuild(_ path: String, because reason: SetAside.Reason) throws(StoreError) -> OpenedMirror {
    let aside = try StoreFiles.setAside(path)
    return OpenedMirror(mirror: try attach(path), setAside: SetAside(path: aside, reason: reason))
  }

  private static func attach(_ path: String) throws(StoreError) -> Mirror {
    do {
      try StoreFiles.create(path)
      return try PatientOpening.open {
        try Mirror(database: DatabasePool(path: path, configuration: MirrorSchema.configuration), path: path)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

/// A mirror, and what had to be moved out of its way.
package struct OpenedMirror: Sendable {
  package let mirror: Mirror
  package let setAside: SetAside?
}

/// A file that could not be used and lies beside its successor.
package struct SetAside: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case damaged, newer
  }

  /// Where it lies now.
  package let path: String
  package let reason: Reason
}

extension Mirror {
  /// Moves what was written from the log into the file, so that the next start need not read the log. For the end.
  package func settle() {
    // What fails here is made up for at the next start.
    try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  /// Brings what was written into the file, as far as nobody reads it, and gives back what the connections hold of its
  /// pages: for whoever took in a lot and rests now.
  package func rest() {
    // What fails here is made up for at the next rest, or at the end.
    try? database.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
    (database as? DatabasePool)?.releaseMemoryEventually()
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.read(work)
    } catch {
      throw noted(StoreError(error, path: path))
    }
  }

  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.write(work)
    } catch {
      throw noted(StoreError(error, path: path))
    }
  }

  /// Leaves a mark beside a damaged file, so that the next start does not use it again.
  private func noted(_ error: StoreError) -> StoreError {
    guard case .damaged = error, !path.isEmpty else { return error }
    StoreFiles.mark(path)
    return .mirrorDamaged(path: path)
  }
}
