/// What a person typed to find something: folded, in words that must all be found.
struct SearchText: Hashable, Sendable {
  /// The whole of it, folded, without white space around it.
  let whole: String
  let words: [String]
  /// Its digits, where it is a telephone number or a part of one: two or more, with nothing but signs between them.
  let phoneDigits: String?

  /// Separates the values of a record in the text that is searched; nobody types it.
  static let separator = "\u{1F}"

  init(_ text: String) {
    // Control characters are in no field and would end a query early.
    let visible = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    words = TextFolding.fold(visible).split(whereSeparator: \.isWhitespace).map(String.init)
    whole = words.joined(separator: " ")
    phoneDigits = Self.phoneDigits(whole)
  }

  var isEmpty: Bool { words.isEmpty }

  /// A query of the trigram index for records that may have all the words; nil where each is below three characters.
  var trigrams: String? { Self.query(of: words) }

  /// A query of the trigram index for customers that may have all the words, or the digits of a telephone number; nil
  /// where it would miss some, because a part is below three characters.
  var indexQuery: String? {
    guard let trigrams, let digits = phoneDigits, digits != whole else { return trigrams }
    return Self.query(of: [digits]).map { "(\(trigrams)) OR (\($0))" }
  }

  private static func query(of words: [String]) -> String? {
    let all = words.flatMap(trigrams)
    return all.isEmpty ? nil : all.map { "\"\($0)\"" }.joined(separator: " AND ")
  }

  /// Some of the three characters that follow each other, from all over the word: a few tell records apart, and each more
  /// has the index read the places of all records that have it.
  private static func trigrams(of word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 3 else { return [] }
    let last = scalars.count - 3
    return Set((0...3).map { last * $0 / 3 }).sorted().map { start in
      let trigram = String(String.UnicodeScalarView(scalars[start..<(start + 3)]))
      return trigram.replacing("\"", with: "\"\"")
    }
  }

  private static func phoneDigits(_ text: String) -> String? {
    let digits = TextFolding.digits(text)
    let signs: Set<Character> = [" ", "+", "-", "(", ")", ".", "/"]
    guard digits.count >= 2, text.allSatisfy({ $0.isNumber || signs.contains($0) }) else { return nil }
    return digits
  }
}
