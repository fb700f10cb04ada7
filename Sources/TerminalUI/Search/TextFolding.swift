/// Letters without case and accents, for searching and for terminals that know ASCII alone.
enum TextFolding {
  /// One folded character for each character of the text, so that offsets stay.
  static func folded(_ text: Substring) -> [Character] { text.map { folded($0) } }

  static func folded(_ character: Character) -> Character {
    if character.isASCII { return lowercased(character) }
    let lower = lowercased(character)
    return bases[lower] ?? lower
  }

  /// The letter without its accent, in its case; the character itself where there is nothing to take off.
  static func withoutAccent(_ character: Character) -> Character {
    if character.isASCII { return character }
    guard let base = bases[lowercased(character)] else { return character }
    return character.isUppercase ? base.uppercased().first ?? base : base
  }

  private static func lowercased(_ character: Character) -> Character {
    let lower = character.lowercased()
    return lower.count == 1 ? lower.first ?? character : character
  }

  /// Accented letters to their bases: characters are equal by canonical equivalence, so that a letter with a
  /// combining mark finds the composed one too.
  private static let bases: [Character: Character] = {
    let marks: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}", "\u{309}", "\u{30A}",
      "\u{30B}", "\u{30C}", "\u{31B}", "\u{323}", "\u{326}", "\u{327}", "\u{328}",
    ]
    var bases: [Character: Character] = [
      "ß": "s", "æ": "a", "œ": "o", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "t", "ħ": "h",
    ]
    for base in "abcdefghijklmnopqrstuvwxyz".unicodeScalars {
      for mark in marks {
        bases[Character(String(String.UnicodeScalarView([base, mark])))] = Character(base)
        // Vietnamese vowels bear two.
        for second in marks where "aeou".unicodeScalars.contains(base) {
          bases[Character(String(String.UnicodeScalarView([base, mark, second])))] = Character(base)
        }
      }
    }
    return bases
  }()
}
