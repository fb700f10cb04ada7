/// Finds text that is nearly the same as a word: one letter may be wrong, missing or too much, from six letters on two.
///
/// Both are folded. The bits of a number each stand for a place of the word that is reached (Wu and Manber, “Fast text
/// searching allowing errors”, 1992).
struct ApproximateText {
  private let masks: [UInt8: UInt64]
  private let last: UInt64
  private let mistakes: Int

  /// Words are looked at up to 60 bytes; of up to three letters none may be wrong.
  init(_ word: String) {
    let bytes = Array(word.utf8.prefix(60))
    var masks: [UInt8: UInt64] = [:]
    for (place, byte) in bytes.enumerated() { masks[byte, default: 0] |= 1 << UInt64(place) }
    self.masks = masks
    last = bytes.isEmpty ? 0 : 1 << UInt64(bytes.count - 1)
    mistakes = word.count < 4 ? 0 : word.count < 6 ? 1 : 2
  }

  /// Whether the word stands somewhere in the text, with as many mistakes as it may have.
  func isFound(in text: String) -> Bool {
    guard last > 0 else { return true }
    // As many places may be skipped at the start as there may be mistakes.
    var reached = (0...mistakes).map { (UInt64(1) << UInt64($0)) - 1 }
    for byte in text.utf8 {
      advance(&reached, by: masks[byte] ?? 0)
      if reached[mistakes] & last != 0 { return true }
    }
    return false
  }

  private func advance(_ reached: inout [UInt64], by mask: UInt64) {
    var before = reached[0]
    reached[0] = ((reached[0] << 1) | 1) & mask
    for count in reached.indices.dropFirst() {
      let old = reached[count]
      // The letter fits, is wrong, is too much, or one before it is missing.
      reached[count] = (((old << 1) | 1) & mask) | (before << 1) | before | (reached[count - 1] << 1) | 1
      before = old
    }
  }
}
