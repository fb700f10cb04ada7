/// A piece of a date that somebody typed.
enum DateToken: Hashable {
  case number(Int, digits: Int)
  case word(String)
  case mark(Character)

  /// Nil where something stands there that no date contains. White space only separates.
  static func tokens(of text: String) -> [DateToken]? {
    var tokens: [DateToken] = []
    var rest = text[...]
    while let character = rest.first {
      if character.isWhitespace {
        rest.removeFirst()
      } else if let digits = rest.run(of: { ("0"..."9").contains($0) }) {
        guard digits.count <= 6, let number = Int(digits) else { return nil }
        tokens.append(.number(number, digits: digits.count))
      } else if let letters = rest.run(of: { ("a"..."z").contains($0) }) {
        tokens.append(.word(String(letters)))
      } else {
        guard marks.contains(character) else { return nil }
        tokens.append(.mark(character == "\u{2212}" ? "-" : character))
        rest.removeFirst()
      }
    }
    return tokens
  }

  private static let marks: Set<Character> = ["/", ".", "-", ",", "+", "\u{2212}"]

  var isMark: Bool {
    if case .mark = self { true } else { false }
  }
}

extension Substring {
  /// Takes the characters at the beginning that belong together; nil where there are none.
  fileprivate mutating func run(of belongs: (Character) -> Bool) -> Substring? {
    let run = prefix(while: belongs)
    guard !run.isEmpty else { return nil }
    removeFirst(run.count)
    return run
  }
}
