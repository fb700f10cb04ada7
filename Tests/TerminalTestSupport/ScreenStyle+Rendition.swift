/// Select Graphic Rendition (SGR), with the colours of ISO 8613-6.
extension ScreenStyle {
  mutating func apply(_ parameters: [Int?]) {
    var rest = (parameters.isEmpty ? [0] : parameters.map { $0 ?? 0 })[...]
    while let number = rest.popFirst() {
      switch number {
      case 38: foreground = Self.color(&rest) ?? foreground
      case 48: background = Self.color(&rest) ?? background
      case 30...49, 90...107: setColor(number)
      default: setAttribute(number)
      }
    }
  }

  private mutating func setColor(_ number: Int) {
    switch number {
    case 30...37: foreground = .palette(number - 30)
    case 39: foreground = .terminal
    case 40...47: background = .palette(number - 40)
    case 49: background = .terminal
    case 90...97: foreground = .palette(number - 82)
    case 100...107: background = .palette(number - 92)
    default: break
    }
  }

  private mutating func setAttribute(_ number: Int) {
    switch number {
    case 0: self = ScreenStyle()
    case 1: isBold = true
    case 2: isDim = true
    case 3: isItalic = true
    case 4: isUnderlined = true
    case 7: isReversed = true
    case 22: (isBold, isDim) = (false, false)
    case 23: isItalic = false
    case 24: isUnderlined = false
    case 27: isReversed = false
    default: break
    }
  }

  private static func color(_ rest: inout ArraySlice<Int>) -> Color? {
    switch rest.popFirst() {
    case 5: return rest.popFirst().map { .palette($0) }
    case 2:
      guard rest.count >= 3 else { return nil }
      defer { rest.removeFirst(3) }
      return .rgb(red: rest[rest.startIndex], green: rest[rest.startIndex + 1], blue: rest[rest.startIndex + 2])
    default: return nil
    }
  }
}
