/// Splits the bytes of a terminal into characters and control functions, wherever the pieces are cut (ECMA-48 §5).
struct ControlSequenceParser: Sendable {
  enum Token: Hashable {
    case character(Unicode.Scalar)
    case control(UInt8)
    case escape(intermediates: String, final: Character)
    case sequence(ControlSequence)
    /// An operating system command (OSC), without its frame.
    case command(String)
  }

  private enum State { case ground, escape, sequence, command, commandEscape }

  private var state = State.ground
  private var collected: [UInt8] = []
  private var character: [UInt8] = []

  mutating func feed(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .sequence: sequence(byte)
    case .command: command(byte)
    case .commandEscape: endOfCommand()
    }
  }

  private mutating func ground(_ byte: UInt8) -> Token? {
    if byte == 0x1B {
      enter(.escape)
      return nil
    }
    guard byte >= 0x20 else { return .control(byte) }
    character.append(byte)
    return completeCharacter()
  }

  private mutating func completeCharacter() -> Token? {
    let text = String(decoding: character, as: UTF8.self)
    let isComplete =
      !text.unicodeScalars.contains("\u{FFFD}") || character.count == 4 || character == [0xEF, 0xBF, 0xBD]
    guard isComplete, let scalar = text.unicodeScalars.first else { return nil }
    character.removeAll()
    return .character(scalar)
  }

  private mutating func enter(_ next: State) {
    state = next
    collected.removeAll()
  }

  private mutating func escape(_ byte: UInt8) -> Token? {
    switch byte {
    case UInt8(ascii: "["): enter(.sequence)
    case UInt8(ascii: "]"): enter(.command)
    case 0x20...0x2F: collected.append(byte)
    default:
      state = .ground
      let intermediates = String(decoding: collected, as: UTF8.self)
      return .escape(intermediates: intermediates, final: Character(Unicode.Scalar(byte)))
    }
    return nil
  }

  private mutating func sequence(_ byte: UInt8) -> Token? {
    guard (0x40...0x7E).contains(byte) else {
      collected.append(byte)
      return nil
    }
    state = .ground
    return .sequence(
      ControlSequence(String(decoding: collected, as: UTF8.self), final: Character(Unicode.Scalar(byte))))
  }

  private mutating func command(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x07: return endOfCommand()
    case 0x1B: state = .commandEscape
    default: collected.append(byte)
    }
    return nil
  }

  private mutating func endOfCommand() -> Token? {
    state = .ground
    return .command(String(decoding: collected, as: UTF8.self))
  }
}

/// One control sequence: `CSI ? 1049 h`.
struct ControlSequence: Hashable {
  /// `?`, `>` or nothing.
  var marker = ""
  var parameters: [Int?]
  var intermediates = ""
  var final: Character

  init(_ text: String, final: Character) {
    let digits = text.drop { "<=>?".contains($0) }
    marker = String(text.prefix(text.count - digits.count))
    let numbers = digits.prefix { "0123456789;:".contains($0) }
    intermediates = String(digits.dropFirst(numbers.count))
    parameters = numbers.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    self.final = final
  }

  /// A parameter where zero and nothing mean one.
  func count(_ index: Int = 0) -> Int { max(1, number(index)) }
  /// A parameter where nothing means zero.
  func number(_ index: Int = 0) -> Int { index < parameters.count ? parameters[index] ?? 0 : 0 }

  var description: String {
    "CSI \(marker)\(parameters.map { $0.map(String.init) ?? "" }.joined(separator: ";"))\(intermediates)\(final)"
  }
}
