extension KeyDecoder {
  /// More parameter bytes than any terminal sends; what goes beyond is swallowed with the rest of its sequence.
  private static let mostParameterBytes = 64

  /// Takes a byte of a control sequence (`ESC [ …`); one that cannot belong to it ends it and counts for itself.
  mutating func takeControl(_ byte: UInt8, after held: [UInt8]) {
    switch byte {
    case 0x5B where held.isEmpty: state = .console
    case 0x24 where ControlSequence.isNumber(held): finish(ControlSequence(held, final: byte))
    case 0x20..<0x40: state = .control(held.count < Self.mostParameterBytes ? held + [byte] : held)
    case 0x40..<0x7F: finish(ControlSequence(held, final: byte))
    default:
      state = .ground
      events += restart(with: byte)
    }
  }

  private mutating func finish(_ sequence: ControlSequence) {
    state = .ground
    if sequence.startsOldMouseReport {
      state = .mouse(3)
    } else if sequence.startsPaste {
      state = .paste(PasteBuffer())
    } else if let key = sequence.key {
      emit(key)
    }
  }

  /// Takes a byte anew, as the first of something.
  private mutating func restart(with byte: UInt8) -> [TerminalEvent] {
    var fresh = KeyDecoder()
    let events = fresh.feed(CollectionOfOne(byte))
    state = fresh.state
    return events
  }

  /// Takes a byte of a paste in place, without copying what was pasted so far.
  mutating func takePasted(_ byte: UInt8) {
    guard case .paste(var buffer) = state else { return }
    state = .ground
    if let text = buffer.take(byte) {
      if !text.isEmpty { events.append(.paste(text)) }
    } else {
      state = .paste(buffer)
    }
  }
}
