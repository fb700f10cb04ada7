import Billing
import Store
import TerminalUI

/// Rows that were pasted, typed or read from a bank's file, beside the invoices that they pay: what a plan of payments is
/// made of. Everything on it can be corrected, and nothing is sent.
package struct BankRowsPage: Sendable, Equatable, PageContent {
  package private(set) var entries: [StatementEntry] = []
  /// One for each entry, once they are found.
  private(set) var findings: [BankRowFinding] = []
  /// Counts the changes of the entries, so that findings of earlier ones are known as such.
  private(set) var generation = 0
  package private(set) var list = RowList<BankRow>()
  /// The rows that pay nothing are shown alone.
  package private(set) var showsMissesAlone = false
  /// A row while it is typed.
  package var typed: TypedRow?
  /// What was taken out last, for `u`.
  private(set) var removed: [RemovedRow] = []

  struct RemovedRow: Sendable, Equatable {
    let place: Int
    let entry: StatementEntry
  }

  /// A row while it is typed: one that is there, or a new one.
  package struct TypedRow: Sendable, Equatable {
    /// nil for a new one at the end.
    package let place: Int?
    package var field: TextField
  }

  var title: String { "Bank rows" }
  var mode: Mode { .rows }
  var isTyping: Bool { typed != nil }
  var reading: [Effect] { entries.isEmpty ? [] : [.bulk(.match(entries, generation: generation))] }
}

extension BankRowsPage {
  /// Puts rows at the end, and goes to the last of them.
  mutating func add(_ added: [StatementEntry], height: Int) {
    entries += added
    change(height: height)
    list.move(.last, height: height)
  }

  mutating func replace(_ place: Int, with entry: StatementEntry, height: Int) {
    guard entries.indices.contains(place) else { return }
    entries[place] = entry
    change(height: height)
  }

  mutating func remove(_ place: Int, height: Int) {
    guard entries.indices.contains(place) else { return }
    removed.append(RemovedRow(place: place, entry: entries.remove(at: place)))
    change(height: height)
  }

  /// The last goes first, so that they come back in their order.
  mutating func removeAll(height: Int) {
    removed += entries.enumerated().reversed().map { RemovedRow(place: $0, entry: $1) }
    entries = []
    change(height: height)
  }

  /// Puts rows that were kept before those that are there.
  mutating func restore(_ kept: [StatementEntry]) {
    entries = kept + entries
    change(height: 0)
  }

  /// Brings back what was taken out last; false where nothing was.
  mutating func bringBack(height: Int) -> Bool {
    guard let last = removed.popLast() else { return false }
    entries.insert(last.entry, at: min(last.place, entries.count))
    change(height: height)
    return true
  }

  /// Takes out the rows that pay these invoices: their payments are on their way.
  mutating func remove(paying invoices: Set<Int64>, height: Int) {
    guard isMatched else { return }
    let kept = zip(entries, findings).filter { _, finding in
      if case .pays(let invoice, _, _) = finding { !invoices.contains(invoice.id) } else { true }
    }
    entries = kept.map(\.0)
    change(height: height)
  }

  mutating func take(_ found: [BankRowFinding], generation counting: Int, height: Int) {
    guard counting == generation, found.count == entries.count else { return }
    findings = found
    arrange(height: height)
  }

  mutating func showMissesAlone(_ alone: Bool, height: Int) {
    showsMissesAlone = alone
    arrange(height: height)
  }

  mutating func move(_ move: Move, height: Int) { list.move(move, height: height) }

  private mutating func change(height: Int) {
    generation += 1
    findings = []
    arrange(height: height)
  }

  private mutating func arrange(height: Int) {
    let rows = entries.enumerated().map { place, entry in
      BankRow(id: place, entry: entry, finding: findings.indices.contains(place) ? findings[place] : nil)
    }
    list.take(showsMissesAlone ? rows.filter { $0.finding?.isMatched != true } : rows, height: height)
  }

  /// The payments that the rows make, in their order.
  var targets: [BulkTarget] {
    findings.compactMap { finding in
      guard case .pays(let invoice, let row, _) = finding else { return nil }
      return BulkTarget(invoice.id, amount: row.amount, date: row.date, note: row.note.isEmpty ? nil : row.note)
    }
  }

  var isMatched: Bool { findings.count == entries.count }
  var missCount: Int { findings.count { !$0.isMatched } }
}
