/// Random numbers that are the same in every run (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// Text as nobody should send it: digits and separators among controls, marks, emoji and right-to-left letters.
  mutating func hostileText(longest: Int) -> String {
    let pieces = [
      "0", "1", "7", "9", "42", "000", "999999999999999999999", ".", ",", "'", "\u{2019}", " ", "\u{00A0}", "\u{202F}",
      "-", "+", "\u{2212}", "(", ")", "%", "k", "m", "M", "$", "\u{20AC}", "EUR", "kr", "/", "eom", "apr", "fri", "w",
      "d", "net", "\u{0301}", "\u{200D}", "\u{FE0F}", "\u{1F468}", "\u{0661}", "\u{FF11}", "\u{05D0}", "\u{202E}",
      "\u{0000}", "\u{001B}[", "\r\n", "\t", "\u{FFFD}", "\u{10FFFF}", "\u{00BD}", "e", "E9", "_", "2026", "-04-17",
    ]
    let count = Int.random(in: 0...longest, using: &self)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }.joined()
  }
}
