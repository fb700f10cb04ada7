import Glibc

/// Tells whether the text of a customer has what was searched for, and how well: every key asks it of every customer.
///
/// The text is folded, its values stand between separators, the name first (`IntakeSQL.keepText`).
struct CustomerMatcher {
  private let whole: [UInt8]
  private let words: [[UInt8]]
  /// What was typed is the digits of a telephone number, or of a part of one, and nothing else.
  private let isDigits: Bool
  /// The digits of a telephone number, where they are not what was typed: those are found as a word.
  private let digits: [UInt8]?
  /// The same with the separator that ends a value.
  private let lastDigits: [UInt8]?

  private static let separator = UInt8(ascii: "\u{1F}")

  init(_ search: SearchText) {
    whole = Array(search.whole.utf8)
    words = search.words.map { Array($0.utf8) }
    isDigits = search.phoneDigits == search.whole
    digits = isDigits ? nil : search.phoneDigits.map { Array($0.utf8) }
    lastDigits = digits.map { $0 + [Self.separator] }
  }

  /// Smaller is better: the name begins with it, a telephone number ends with it, another value begins with it, a word of
  /// one does, it stands anywhere. Nil where it does not.
  func rank(of text: UnsafeRawBufferPointer) -> Int? {
    guard let place = text.firstPlace(of: whole) else { return rankOfParts(text) }
    if place == 1, text[0] == Self.separator { return 0 }
    if endsNumber(text) { return 1 }
    return rank(of: text, from: place)
  }

  /// What was typed stands at `place` first: it may end a number, or begin a value or a word, later.
  private func rank(of text: UnsafeRawBufferPointer, from place: Int) -> Int {
    let unsurpassed = isDigits ? 1 : 2
    var best = 4
    var next: Int? = place
    while let place = next, best > unsurpassed {
      best = min(best, rank(of: text, at: place))
      next = text.firstPlace(of: whole, from: place + 1)
    }
    return best
  }

  private func rank(of text: UnsafeRawBufferPointer, at place: Int) -> Int {
    let end = place + whole.count
    if isDigits, end < text.count, text[end] == Self.separator { return 1 }
    switch place > 0 ? text[place - 1] : 0 {
    case Self.separator: return 2
    case UInt8(ascii: " "): return 3
    default: return 4
    }
  }

  /// Every word may stand somewhere, or the digits do.
  private func rankOfParts(_ text: UnsafeRawBufferPointer) -> Int? {
    let hasWords = words.count > 1 && words.allSatisfy { text.firstPlace(of: $0) != nil }
    guard hasWords || digits.map({ text.firstPlace(of: $0) != nil }) ?? false else { return nil }
    return endsNumber(text) ? 1 : 4
  }

  private func endsNumber(_ text: UnsafeRawBufferPointer) -> Bool {
    lastDigits.map { text.firstPlace(of: $0) != nil } ?? false
  }
}

extension UnsafeRawBufferPointer {
  /// Where some bytes stand first, at or behind a place.
  func firstPlace(of part: [UInt8], from start: Int = 0) -> Int? {
    guard let base = baseAddress, let first = part.first else { return nil }
    var place = start
    while place + part.count <= count {
      guard let found = memchr(base + place, Int32(first), count - part.count - place + 1) else { return nil }
      place = base.distance(to: UnsafeRawPointer(found))
      if memcmp(base + place, part, part.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}
