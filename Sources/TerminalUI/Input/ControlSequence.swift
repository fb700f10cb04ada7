/// A complete control sequence `ESC [ parameters final`, and the key that it stands for.
struct ControlSequence {
  private let isPrivate: Bool
  /// The parameters between semicolons; of each the parts between colons. What is missing is nil.
  private let parameters: [[Int?]]
  private let isEmpty: Bool
  private let final: UInt8

  init(_ held: [UInt8], final: UInt8) {
    self.final = final
    isEmpty = held.isEmpty
    isPrivate = held.first.map { (0x3C...0x3F).contains($0) } ?? false
    parameters = held.split(separator: 0x3B, omittingEmptySubsequences: false).map { parameter in
      parameter.split(separator: 0x3A, omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self))
      }
    }
  }

  static func isNumber(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30..<0x3A).contains($0) }
  }

  var startsOldMouseReport: Bool { isEmpty && final == UInt8(ascii: "M") }
  var startsPaste: Bool { !isPrivate && final == UInt8(ascii: "~") && first == 200 }

  /// Nil for what is no key: mouse, focus, replies, releases and whatever is unknown.
  var key: Key? {
    guard !isPrivate, !isRelease else { return nil }
    switch final {
    case UInt8(ascii: "~"): return first == 27 ? key(code: value(2), shifted: nil) : tildeKey(modifiers)
    case UInt8(ascii: "u"): return key(code: first, shifted: parameters.first.flatMap { $0.count > 1 ? $0[1] : nil })
    case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
    case UInt8(ascii: "^"): return tildeKey(.control)
    case UInt8(ascii: "$"): return tildeKey(.shift)
    case UInt8(ascii: "@"): return tildeKey([.control, .shift])
    case UInt8(ascii: "a")...UInt8(ascii: "d") where isEmpty:
      return Self.letterCodes[final - 0x20].map { Key($0, .shift) }
    default: return isEmpty || first == 1 ? Self.letterCodes[final].map { Key($0, modifiers) } : nil
    }
  }

  /// The key of `ESC O x`, with the modifier digit that old terminals set before the letter.
  static func singleShiftKey(_ byte: UInt8, parameter: [UInt8]) -> Key? {
    let modifiers = modifiers(Int(String(decoding: parameter, as: UTF8.self)))
    if let code = letterCodes[byte] { return Key(code, modifiers) }
    switch byte {
    case UInt8(ascii: "M"): return Key(.enter, modifiers)
    case UInt8(ascii: "I"): return Key(.tab, modifiers)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return letterCodes[byte - 0x20].map { Key($0, .control) }
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return Key(.character(Character(Unicode.Scalar(byte - 0x40))), modifiers)
    default: return nil
    }
  }

  private var first: Int? { value(0) }

  private func value(_ index: Int) -> Int? {
    parameters.indices.contains(index) ? parameters[index].first ?? nil : nil
  }

  private var modifiers: Key.Modifiers { Self.modifiers(value(1)) }

  private static func modifiers(_ parameter: Int?) -> Key.Modifiers {
    guard let parameter, parameter > 1, parameter <= 256 else { return [] }
    let bits = parameter - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 2 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// The kitty protocol reports keys that go up as event 3.
  private var isRelease: Bool { parameters.count > 1 && parameters[1].count > 1 && parameters[1][1] == 3 }

  private func tildeKey(_ modifiers: Key.Modifiers) -> Key? {
    first.flatMap { Self.tildeCodes[$0] }.map { Key($0, modifiers) }
  }

  /// A key by its Unicode code point, as `CSI u` and xterm's modifyOtherKeys report it.
  private func key(code: Int?, shifted: Int?) -> Key? {
    guard let code else { return nil }
    let modifiers = modifiers
    switch code {
    case 9: return Key(.tab, modifiers)
    case 10, 13, 57414: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case 57399...57426: return keypadKey(code, modifiers)
    default: return printingKey(code: code, shifted: shifted, modifiers: modifiers)
    }
  }

  /// The keypad as the kitty protocol numbers it.
  private func keypadKey(_ code: Int, _ modifiers: Key.Modifiers) -> Key? {
    let navigation: [Key.Code] = [.left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete]
    if code >= 57417 { return Key(navigation[code - 57417], modifiers) }
    let signs = Array("0123456789./*-+\r=,")
    return Key(.character(signs[code - 57399]), modifiers.subtracting(.shift))
  }

  /// Shift is spent on the character that it makes.
  private func printingKey(code: Int, shifted: Int?, modifiers: Key.Modifiers) -> Key? {
    let isShifted = modifiers.contains(.shift)
    guard let scalar = UInt32(exactly: (isShifted ? shifted : nil) ?? code).flatMap(Unicode.Scalar.init),
      scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value), !(0xE000..<0xF900).contains(scalar.value)
    else { return nil }
    let character = Character(scalar)
    if modifiers.contains(.control) {
      return Key(.character(character.lowercased().first ?? character), modifiers)
    }
    let printed = isShifted ? character.uppercased().first ?? character : character
    return Key(.character(printed), modifiers.subtracting(.shift))
  }

  private static let letterCodes: [UInt8: Key.Code] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x50: .function(1),
    0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]

  private static let tildeCodes: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
    12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
    19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]
}
