import Testing

@testable import TerminalUI

@Suite struct KeyDecoderFuzzTests {
  private let pieces = [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[A", "\u{1B}[1;5C", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<0;1;2M",
    "\u{1B}[M",
    "é", "漢", "j", "\r", "[", "~", "201~", "\u{1B}[97;5u", ":", ";", "[[", "\u{0}",
  ]

  private func garbage(_ random: inout SeededRandom) -> [UInt8] {
    (0..<Int.random(in: 1...12, using: &random)).flatMap { _ -> [UInt8] in
      Bool.random(using: &random)
        ? Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
        : (0..<Int.random(in: 1...4, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
  }

  @Test(arguments: 1...4)
  func `bytes mean the same however they are split`(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<4_000 {
      let bytes = garbage(&random)
      var whole = KeyDecoder()
      let expected = whole.feed(bytes)
      var split = KeyDecoder()
      var events: [TerminalEvent] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &random)
        events += split.feed(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      #expect(events == expected, "\(bytes)")
      #expect(split.waitsForMore == whole.waitsForMore, "\(bytes)")
    }
  }

  @Test(arguments: 5...8)
  func `a key after any garbage still arrives`(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<4_000 {
      let bytes = garbage(&random)
      var decoder = KeyDecoder()
      // An open paste would take the key as text: end it, as the terminal does.
      _ = decoder.feed(bytes) + decoder.feed("\u{1B}[201~".utf8) + decoder.flush()
      #expect(decoder.feed("q".utf8) == [.key(.character("q"))], "\(bytes)")
    }
  }

  @Test func `no control character and no key comes out of a paste`() {
    var random = SeededRandom(9)
    for _ in 0..<2_000 {
      let content = garbage(&random)
      var decoder = KeyDecoder()
      for event in decoder.feed(Array("\u{1B}[200~".utf8) + content) {
        guard case .paste(let text) = event else { break }
        #expect(
          text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control })
      }
    }
  }
}
