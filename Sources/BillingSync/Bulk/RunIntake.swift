import BillingAPI
import Foundation
import Store
import Synchronization

/// What a run reads, gathered so that the mirror takes it in pages, and not record by record between two requests.
///
/// It stands for the run while a row is performed: whoever is called then knows by `current` that the journal's lines
/// after a request may be flushed with the next one, and that the run reports its rows itself.
final class RunIntake: Sendable {
  @TaskLocal static var current: RunIntake?

  private struct Record {
    var kind: ResourceKind
    var id: Int64
    var bytes: [UInt8]
    var asOf: Date
  }

  private struct State {
    var records: [Record] = []
    var changed: Set<ResourceKind> = []
    var counts: [ResourceKind: Int] = [:]
  }

  private let state = Mutex(State())

  func add(_ bytes: [UInt8], _ kind: ResourceKind, _ id: Int64, asOf: Date) {
    state.withLock { state in
      state.records.append(Record(kind: kind, id: id, bytes: bytes, asOf: asOf))
      state.changed.insert(kind)
    }
  }

  func note(_ kind: ResourceKind) { state.withLock { _ = $0.changed.insert(kind) } }

  /// So many more records of a kind are there than the last page said.
  func count(_ kind: ResourceKind, _ difference: Int) { state.withLock { $0.counts[kind, default: 0] += difference } }

  /// Takes what was gathered into the mirror and answers the kinds that changed. What fails comes with the next page
  /// of its list: the run does not depend on it.
  func flush(into mirror: Mirror) -> [SyncEvent] {
    let gathered = state.withLock { state in
      let taken = state
      state = State()
      return taken
    }
    for (kind, records) in Dictionary(grouping: gathered.records, by: \.kind) {
      let newest = Dictionary(records.map { ($0.id, $0.bytes) }) { _, later in later }
      let asOf = records.map(\.asOf).min() ?? .distantPast
      _ = try? mirror.takeIn(page: Self.page(of: Array(newest.values)), kind: kind, asOf: asOf)
    }
    var events = gathered.changed.map(SyncEvent.rowsChanged)
    for (kind, difference) in gathered.counts {
      // A count that is behind is put right by the next page.
      try? mirror.adjustTotal(kind, by: difference)
      if let completeness = try? mirror.completeness(kind) { events.append(.progress(kind, completeness)) }
    }
    return events
  }

  private static func page(of records: [[UInt8]]) -> [UInt8] {
    Array(#"{"data":["#.utf8) + Array(records.joined(separator: Array(",".utf8))) + Array("]}".utf8)
  }
}
