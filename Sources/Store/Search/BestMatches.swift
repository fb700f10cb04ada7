import Glibc

/// A customer that a search found, and the text in which it did.
struct CustomerMatch {
  let id: Int64
  let rank: Int
  let text: [UInt8]
}

/// The best so many of the customers that were offered, the best first; equal ones stand by their texts, which begin with
/// their names.
struct BestMatches {
  private let limit: Int
  private(set) var matches: [CustomerMatch] = []

  init(limit: Int) { self.limit = limit }

  /// The text is copied only where it is among the best so far.
  mutating func offer(_ id: Int64, rank: Int, _ text: UnsafeRawBufferPointer) {
    guard limit > 0 else { return }
    if matches.count == limit {
      guard let worst = matches.last, Self.isBefore((rank, text, id), worst) else { return }
      matches.removeLast()
    }
    matches.insert(CustomerMatch(id: id, rank: rank, text: Array(text)), at: place(for: (rank, text, id)))
  }

  private func place(for offer: (rank: Int, text: UnsafeRawBufferPointer, id: Int64)) -> Int {
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.isBefore(offer, matches[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func isBefore(
    _ offer: (rank: Int, text: UnsafeRawBufferPointer, id: Int64), _ match: CustomerMatch
  ) -> Bool {
    if offer.rank != match.rank { return offer.rank < match.rank }
    let order = match.text.withUnsafeBytes { compare(offer.text, $0) }
    return order == 0 ? offer.id < match.id : order < 0
  }

  /// As SQLite compares text: byte by byte, the shorter one first.
  private static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let common = min(left.count, right.count)
    if common > 0, let leftStart = left.baseAddress, let rightStart = right.baseAddress {
      let order = memcmp(leftStart, rightStart, common)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }
}
