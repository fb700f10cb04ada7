/// A cell as a terminal shows it.
package struct ScreenCell: Hashable, Sendable {
  /// One character with its marks; empty in the right half of a wide one.
  package var text = " "
  package var style = ScreenStyle()
}

/// How a terminal shows a character (SGR, ECMA-48 §8.3.117).
package struct ScreenStyle: Hashable, Sendable {
  package enum Color: Hashable, Sendable {
    case terminal
    case palette(Int)
    case rgb(red: Int, green: Int, blue: Int)
  }

  package var foreground = Color.terminal
  package var background = Color.terminal
  package var isBold = false
  package var isDim = false
  package var isItalic = false
  package var isUnderlined = false
  package var isReversed = false

  package init() {}

  /// Only the background: what erasing leaves behind.
  var erased: ScreenStyle {
    var style = ScreenStyle()
    style.background = background
    return style
  }
}
