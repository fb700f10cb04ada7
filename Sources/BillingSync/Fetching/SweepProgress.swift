/// How many of a hundred parts of a sweep are behind it: a figure that never goes back.
///
/// It begins with what earlier runs have fetched. Where work is added, because pages shifted and are walked once more or
/// a list is longer than it was, the figure stays, and what is left of the hundred is spread over what is left to do.
struct SweepProgress {
  /// In millionths.
  private var share = 0
  /// Records still to be walked over; nil before the first measure.
  private var left: Int?

  /// Takes in how many of all records the walks that are under way have passed.
  mutating func note(done: Int, of all: Int) {
    let now = max(0, all - done)
    defer { left = now }
    guard let left else {
      share = all > 0 ? done * Self.whole / all : 0
      return
    }
    guard now < left else { return }
    share += (Self.whole - share) * (left - now) / left
  }

  /// Never a hundred: then it is over, and nothing is told any more.
  var percent: Int { min(99, share * 100 / Self.whole) }

  private static let whole = 1_000_000
}
