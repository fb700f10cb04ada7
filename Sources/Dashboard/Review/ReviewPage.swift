import BillingAPI
import Store
import TerminalUI

/// Records one by one on the whole screen, each accepted, flagged or skipped with one key.
package struct ReviewPage: Sendable, Equatable, PageContent {
  /// How many records before and behind the one that is shown are read ahead, so that the next is there at once.
  private static let neighbours = 3

  package var sitting: ReviewSitting
  /// The records at hand around the one that is shown.
  private(set) var details: [Int64: RecordDetail] = [:]
  private var requested: Set<Int64> = []
  /// Records that the mirror does not have any more.
  private(set) var missing: Set<Int64> = []
  /// How far the record is scrolled, in rows.
  var offset = 0
  /// The record is read: the keys scroll it instead of leaving it.
  var isReadingOn = false
  /// The note of a flag while it is typed.
  var note: TextField?

  package init(_ sitting: ReviewSitting) { self.sitting = sitting }

  var title: String { isReadingOn ? "Review ▸ detail" : "Review" }
  var mode: Mode { .review }
  var isTyping: Bool { note != nil }
  var reading: [Effect] {
    let ids = near
    return ids.isEmpty ? [] : [.readForReview(sitting.kind, ids: ids)]
  }

  /// The record that is looked at.
  package var current: Int64? {
    sitting.records.indices.contains(sitting.position) ? sitting.records[sitting.position] : nil
  }
  var detail: RecordDetail? { current.flatMap { details[$0] } }
  package var decision: ReviewDecision? { current.flatMap { sitting.decisions[$0] } }

  private var near: [Int64] {
    let first = max(0, sitting.position - Self.neighbours)
    let last = min(sitting.records.count, sitting.position + Self.neighbours + 1)
    return first < last ? Array(sitting.records[first..<last]) : []
  }

  /// Goes to a place; false where it is there already.
  mutating func go(to place: Int) -> Bool {
    let place = max(0, min(place, sitting.records.count - 1))
    guard place != sitting.position else { return false }
    sitting.position = place
    offset = 0
    return true
  }

  /// What comes near and is neither here nor asked for; records that are far away are let go.
  mutating func askForNeighbours() -> [Effect] {
    let near = Set(self.near)
    details = details.filter { near.contains($0.key) }
    requested.formIntersection(near)
    let wanted = self.near.filter { details[$0] == nil && !requested.contains($0) && !missing.contains($0) }
    requested.formUnion(wanted)
    return wanted.isEmpty ? [] : [.readForReview(sitting.kind, ids: wanted)]
  }

  mutating func take(_ read: [RecordDetail], asked: [Int64]) {
    for detail in read { details[detail.id] = detail }
    requested.subtract(asked)
    missing.subtract(asked)
    missing.formUnion(Set(asked).subtracting(read.map(\.id)))
  }
}
