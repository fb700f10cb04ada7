import Store
import TerminalUI

/// Sets off the parts of a text that a search found, as the mirror finds them: without case and accents, telephone
/// numbers by their digits.
struct MatchHighlight {
  private let words: [[Character]]
  private let digits: [Character]

  init(_ query: String) {
    words = TextFolding.fold(query).split(whereSeparator: \.isWhitespace).map(Array.init)
    let isNumber = query.allSatisfy { $0.isNumber || " +-()./".contains($0) }
    digits = isNumber ? Array(TextFolding.digits(query)) : []
  }

  func spans(_ text: String, role: Role = "text") -> [Span] {
    let characters = Array(text)
    let marked = positions(in: characters)
    return characters.indices.reduce(into: []) { spans, index in
      let role: Role = marked.contains(index) ? "search.match" : role
      if spans.last?.role == role {
        spans[spans.count - 1].text.append(characters[index])
      } else {
        spans.append(Span(String(characters[index]), role))
      }
    }
  }

  /// The characters of a text that were found.
  func positions(in characters: [Character]) -> Set<Int> {
    let folded = characters.enumerated().flatMap { index, character in
      TextFolding.fold(String(character)).map { ($0, index) }
    }
    let runs = words.map { Self.run($0, in: folded) }
    if !runs.contains(where: \.isEmpty), !runs.isEmpty { return Set(runs.joined()) }
    let numbers = characters.enumerated().flatMap { index, character in
      TextFolding.digits(String(character)).map { ($0, index) }
    }
    let run = Self.run(digits, in: numbers)
    if let first = run.min(), let last = run.max() { return Set(first...last) }
    return Set(runs.joined())
  }

  /// Where the letters of a word stand one after another for the first time.
  private static func run(_ word: [Character], in text: [(Character, Int)]) -> [Int] {
    guard !word.isEmpty, text.count >= word.count else { return [] }
    let start = (0...text.count - word.count).first { start in
      word.indices.allSatisfy { text[start + $0].0 == word[$0] }
    }
    return start.map { start in text[start..<start + word.count].map(\.1) } ?? []
  }
}
