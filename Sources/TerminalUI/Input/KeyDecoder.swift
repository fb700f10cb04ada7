/// How long a begun sequence may wait for the rest of it, before `flush()` says what it was.
package enum EscapeWait: Hashable, Sendable {
  /// ESC alone: the Esc key, unless more follows at once.
  case short
  /// The beginning of a sequence that no person types.
  case long
}

/// Turns the bytes that a terminal sends into keys and pastes (ECMA-48, xterm, kitty, rxvt and the Linux console).
///
/// It takes bytes in any portions and holds only what a sequence still lacks. Whatever comes in, it never fails, and
/// broken input never costs the key that follows it. A paste ends with its end marker alone: until then nothing is a
/// key, however long it takes.
package struct KeyDecoder: Sendable {
  enum State {
    case ground
    case escape
    /// After `ESC [`: the bytes so far.
    case control([UInt8])
    /// After `ESC O`: the modifier digits so far.
    case single([UInt8])
    /// After `ESC [ [`.
    case console
    case utf8([UInt8], length: Int, isAlt: Bool)
    /// An old mouse report: three more bytes at most.
    case mouse(Int)
    case paste(PasteBuffer)
  }

  var state = State.ground
  var events: [TerminalEvent] = []

  package init() {}

  /// Takes some bytes and returns what they complete.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    for byte in bytes { take(byte) }
    defer { events = [] }
    return events
  }

  /// How long to wait before `flush()`; nil when there is nothing to wait for.
  package var waitsForMore: EscapeWait? {
    switch state {
    case .escape: .short
    case .control, .single, .console, .mouse: .long
    case .ground, .utf8, .paste: nil
    }
  }

  /// Decides about what was begun, because its time ran out: ESC is the Esc key, half a sequence is nothing.
  package mutating func flush() -> [TerminalEvent] {
    switch state {
    case .paste: return []
    case .escape: emit(Key(.escape))
    case .control([]): emit(Key(.character("["), .alt))
    case .single([]): emit(Key(.character("O"), .alt))
    default: break
    }
    state = .ground
    defer { events = [] }
    return events
  }

  mutating func emit(_ key: Key) { events.append(.key(key)) }

  private mutating func take(_ byte: UInt8) {
    // Apart from the others, which hold a copy of the state while they work: a paste may be large.
    if isPasting { return takePasted(byte) }
    switch state {
    case .ground: takeGround(byte, alt: false)
    case .escape: takeEscape(byte)
    case .control(let held): takeControl(byte, after: held)
    case .single(let held): takeSingle(byte, after: held)
    case .console: takeConsole(byte)
    case .utf8(let held, let length, let isAlt): takeContinuation(byte, after: held, length: length, isAlt: isAlt)
    case .mouse(let rest): takeMouse(byte, rest: rest)
    case .paste: break
    }
  }

  private var isPasting: Bool {
    if case .paste = state { true } else { false }
  }

  private mutating func takeGround(_ byte: UInt8, alt: Bool) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0..<0x80: emit(.ascii(byte, alt: alt))
    case 0xC2...0xDF: state = .utf8([byte], length: 2, isAlt: alt)
    case 0xE0...0xEF: state = .utf8([byte], length: 3, isAlt: alt)
    case 0xF0...0xF4: state = .utf8([byte], length: 4, isAlt: alt)
    default: break
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B: emit(Key(.escape))
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single([])
    default: takeGround(byte, alt: true)
    }
  }

  private mutating func takeContinuation(_ byte: UInt8, after held: [UInt8], length: Int, isAlt: Bool) {
    guard byte & 0xC0 == 0x80 else { return takeGround(byte, alt: false) }
    let bytes = held + [byte]
    guard bytes.count == length else {
      state = .utf8(bytes, length: length, isAlt: isAlt)
      return
    }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else { return }
    let isC1 = text.unicodeScalars.allSatisfy { (0x80..<0xA0).contains($0.value) }
    if !isC1 { emit(Key(.character(character), isAlt ? .alt : [])) }
  }

  private mutating func takeSingle(_ byte: UInt8, after held: [UInt8]) {
    guard (0x20..<0x7F).contains(byte) else { return takeGround(byte, alt: false) }
    if (0x30..<0x3A).contains(byte), held.count < 3 {
      state = .single(held + [byte])
      return
    }
    state = .ground
    if let key = ControlSequence.singleShiftKey(byte, parameter: held) { emit(key) }
  }

  private mutating func takeConsole(_ byte: UInt8) {
    guard (0x20..<0x7F).contains(byte) else { return takeGround(byte, alt: false) }
    state = .ground
    if (0x41...0x45).contains(byte) { emit(Key(.function(Int(byte) - 0x40))) }
  }

  private mutating func takeMouse(_ byte: UInt8, rest: Int) {
    guard byte >= 0x20 else { return takeGround(byte, alt: false) }
    state = rest > 1 ? .mouse(rest - 1) : .ground
  }
}
