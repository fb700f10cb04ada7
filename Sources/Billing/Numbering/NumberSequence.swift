/// The numbers that documents of one kind bear, and what comes next: `INV-000042` after `INV-000041`.
///
/// A number is a prefix, a counter and a suffix. The pattern to continue is the one that the newest numbers follow;
/// digits keep their width (and grow past it), and a year within the prefix moves on with the calendar.
package struct NumberSequence: Hashable, Sendable {
  package let pattern: NumberPattern
  /// The counters in use, ascending, each once.
  package let counters: [Int64]

  /// `known` newest first, as services list them; nil where none of them ends in digits.
  package init?(known: [String]) {
    let parsed = known.compactMap(NumberPattern.parse)
    guard let pattern = Self.leading(parsed.map(\.pattern)) else { return nil }
    self.pattern = pattern
    counters = Set(parsed.filter { $0.pattern.continues(pattern) }.map(\.counter)).sorted()
  }

  /// The number after the highest known one. Nil where the counter cannot grow any more.
  package var next: String? {
    guard let highest = counters.last, highest < NumberPattern.largestCounter else { return nil }
    return pattern.number(highest + 1)
  }

  /// Counters that are missing between the lowest and the highest, at most `limit` of them.
  package func gaps(limit: Int = 20) -> [String] {
    var gaps: [String] = []
    for (lower, upper) in zip(counters, counters.dropFirst()) where upper - lower > 1 {
      let room = Int64(limit - gaps.count)
      guard room > 0 else { break }
      gaps += (lower + 1..<min(upper, lower + 1 + room)).map(pattern.number)
    }
    return gaps
  }

  /// What is missing between the lowest and the highest counter; nil where none is.
  package var missing: MissingNumbers? {
    guard let first = gaps(limit: 1).first, let lowest = counters.first, let highest = counters.last else { return nil }
    return MissingNumbers(first: first, count: Int(highest - lowest) + 1 - counters.count)
  }

  /// Of the newest numbers the pattern most of them follow, whatever the year in it; of equals the one seen first.
  /// Of its years the last.
  private static func leading(_ patterns: [NumberPattern]) -> NumberPattern? {
    let newest = patterns.prefix(sampleSize)
    var counts: [NumberPattern: Int] = [:]
    for pattern in newest { counts[pattern.family, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    guard let family = newest.map(\.family).first(where: { counts[$0] == most }) else { return nil }
    let members = patterns.filter { $0.family == family }
    let lastYear = members.compactMap(\.year).max()
    return members.first { $0.year == lastYear }
  }

  private static let sampleSize = 12
}

extension NumberSequence {
  /// The number after the highest of the pattern that the newest of `known` (newest first) follow; nil where none
  /// has digits to count on. On a `day` in a later year than the pattern's, the year moves on and the counter starts
  /// again, unless it is known to have run through before.
  package static func next(after known: [String], on day: CalendarDate? = nil) -> String? {
    guard let sequence = NumberSequence(known: known) else { return nil }
    guard let day, let year = sequence.pattern.year, day.year > year else { return sequence.next }
    let moved = sequence.pattern.moved(to: day.year)
    let runsThrough = sequence.continues(from: year - 1, in: known)
    return runsThrough ? sequence.counters.last.map { moved.number($0 + 1) } : moved.number(1)
  }

  /// Whether this year's counters went on where the year before stopped.
  private func continues(from year: Int, in known: [String]) -> Bool {
    let before = pattern.moved(to: year)
    let highest = known.compactMap(NumberPattern.parse).filter { $0.pattern.continues(before) }.map(\.counter).max()
    guard let highest, let lowest = counters.first else { return false }
    return lowest > highest
  }
}
