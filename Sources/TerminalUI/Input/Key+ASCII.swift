extension Key {
  /// The key of one byte below 0x80 (not ESC): a character, a key of its own, or a letter with Control.
  static func ascii(_ byte: UInt8, alt: Bool) -> Key {
    let modifiers: Modifiers = alt ? .alt : []
    return switch byte {
    case 0x00: Key(.character(" "), modifiers.union(.control))
    case 0x08, 0x7F: Key(.backspace, modifiers)
    case 0x09: Key(.tab, modifiers)
    case 0x0A, 0x0D: Key(.enter, modifiers)
    case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 0x60))), modifiers.union(.control))
    case 0x1B..<0x20: Key(.character(Character(Unicode.Scalar(byte + 0x40))), modifiers.union(.control))
    default: Key(.character(Character(Unicode.Scalar(byte))), modifiers)
    }
  }
}
