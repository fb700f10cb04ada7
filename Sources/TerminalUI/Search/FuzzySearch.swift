/// How well a query matches a text, and where: the offsets of the matched characters, ascending.
package struct FuzzyMatch: Hashable, Sendable {
  package var score: Int
  package var positions: [Int]

  package init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }
}

/// Finds texts by a few of their letters in order; case and accents do not matter.
///
/// Every word of the query must match. Runs of letters, starts of words and early places score higher.
package enum FuzzySearch {
  /// Nil when some word of the query is not in the candidate; an empty query matches everything with score 0.
  package static func match(_ query: String, in candidate: String) -> FuzzyMatch? {
    match(words: words(of: query), in: FuzzyCandidate(candidate))
  }

  static func words(of query: String) -> [[Character]] {
    query.split(whereSeparator: \.isWhitespace).map { TextFolding.folded($0) }
  }

  static func match(words: [[Character]], in candidate: FuzzyCandidate) -> FuzzyMatch? {
    var score = 0
    var positions: Set<Int> = []
    for word in words {
      guard let match = candidate.best(word) else { return nil }
      score += match.score
      positions.formUnion(match.positions)
    }
    return FuzzyMatch(score: score, positions: positions.sorted())
  }
}

/// A text made ready to be searched many times.
struct FuzzyCandidate: Hashable, Sendable {
  private let characters: [Character]
  private let isWordStart: [Bool]

  init(_ text: String) {
    let characters = TextFolding.folded(text[...])
    self.characters = characters
    isWordStart = characters.indices.map { index in
      index == 0 || !(characters[index - 1].isLetter || characters[index - 1].isNumber)
    }
  }

  /// The best place for one word: a run if there is one, else letters in order.
  func best(_ word: [Character]) -> FuzzyMatch? {
    guard let first = word.first else { return FuzzyMatch(score: 0, positions: []) }
    let starts = characters.indices.filter { characters[$0] == first }
    let matches = starts.compactMap { run(word, from: $0) ?? scattered(word, from: $0) }
    return matches.max { ($0.score, $1.positions[0]) < ($1.score, $0.positions[0]) }
  }

  private func run(_ word: [Character], from start: Int) -> FuzzyMatch? {
    guard characters[start...].starts(with: word) else { return nil }
    return scored(Array(start..<start + word.count))
  }

  /// Takes for each letter the start of a word if one follows, else the nearest.
  private func scattered(_ word: [Character], from start: Int) -> FuzzyMatch? {
    var positions = [start]
    for letter in word.dropFirst() {
      let rest = (positions[positions.count - 1] + 1)..<characters.count
      guard let nearest = rest.first(where: { characters[$0] == letter }) else { return nil }
      let isAdjacent = nearest == rest.lowerBound
      let start = isAdjacent ? nil : rest.first { characters[$0] == letter && isWordStart[$0] }
      positions.append(start ?? nearest)
    }
    return scored(positions)
  }

  private func scored(_ positions: [Int]) -> FuzzyMatch? {
    var score = 0
    for (index, position) in positions.enumerated() {
      score += 10
      if isWordStart[position] { score += 15 }
      if index > 0 {
        let gap = position - positions[index - 1] - 1
        score += gap == 0 ? 20 : -min(gap, 8)
      }
    }
    return FuzzyMatch(score: score - min(positions.first ?? 0, 9), positions: positions)
  }
}
