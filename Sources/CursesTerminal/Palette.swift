import CCurses
import TerminalUI

/// Turns a theme's styles into attributes and colour pairs that this terminal can show.
struct Palette {
  /// How many colours the terminal shows.
  let depth: ColorDepth
  private let hasDefaultColors: Bool
  private var theme: Theme?
  /// The theme in colours that this terminal has.
  private var reduced: Theme?
  private var cache: [Surface: Rendition] = [:]

  /// How a cell is shown: ncurses attributes, and colour numbers as ncurses counts them (-1 is the terminal's own).
  struct Rendition: Hashable {
    var foreground: Int32
    var background: Int32
    var attributes: attr_t

    /// How a blank of this rendition can be shown after another cell: as that cell, where nobody sees the difference.
    ///
    /// It saves the change of colour and back that a gap between two coloured texts would cost.
    func ofBlank(after previous: Rendition?) -> Rendition {
      guard let previous, previous.background == background else { return self }
      return (attributes | previous.attributes) & (curses_reverse | curses_underline) == 0 ? previous : self
    }
  }

  private struct Surface: Hashable {
    var role: Role
    var ground: Role
  }

  /// Starts colours; to be called once, right after ncurses started.
  init(isTruecolor: Bool, refusesColor: Bool) {
    guard !refusesColor, has_colors(), start_color() == OK else {
      (depth, hasDefaultColors) = (.monochrome, false)
      return
    }
    hasDefaultColors = use_default_colors() == OK
    depth = isTruecolor ? .truecolor : Self.depth(colors: Int(curses_colors()))
  }

  static func depth(colors: Int) -> ColorDepth {
    switch colors {
    case 256...: .colors256
    case 16..<256: .colors16
    case 8..<16: .colors8
    default: .monochrome
    }
  }

  /// Takes up another theme; false where it is the one in use.
  mutating func adopt(_ theme: Theme) -> Bool {
    guard theme != self.theme else { return false }
    self.theme = theme
    reduced = theme.reduced(to: depth)
    cache.removeAll()
    return true
  }

  mutating func rendition(role: Role, ground: Role) -> Rendition {
    let surface = Surface(role: role, ground: ground)
    if let known = cache[surface] { return known }
    let made = rendition(of: reduced?.style(role: role, ground: ground) ?? Style())
    cache[surface] = made
    return made
  }

  /// The number of the colour pair; ncurses makes it where there is none and gives up the one unused for longest.
  func pair(of rendition: Rendition) -> Int32 {
    guard depth != .monochrome, rendition.foreground != -1 || rendition.background != -1 else { return 0 }
    return max(0, alloc_pair(rendition.foreground, rendition.background))
  }

  private func rendition(of style: Style) -> Rendition {
    Rendition(
      foreground: number(of: style.foreground ?? .terminal, otherwise: COLOR_WHITE),
      background: number(of: style.background ?? .terminal, otherwise: COLOR_BLACK),
      attributes: Self.attributes(style.attributes))
  }

  private func number(of color: Color, otherwise fallback: Int32) -> Int32 {
    switch color {
    case .terminal: hasDefaultColors ? -1 : fallback
    case .palette(let index): Int32(index)
    case .rgb(let red, let green, let blue): Self.number(red: red, green: green, blue: blue)
    }
  }

  /// 0xRRGGBB; black and the darkest blues, which would be numbers of the palette, get a touch of green.
  static func number(red: UInt8, green: UInt8, blue: UInt8) -> Int32 {
    let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    return number < 0x100 ? number | 0x100 : number
  }

  private static func attributes(_ attributes: Style.Attributes) -> attr_t {
    let names: [(Style.Attributes, attr_t)] = [
      (.bold, curses_bold), (.dim, curses_dim), (.underline, curses_underline), (.reverse, curses_reverse),
      (.italic, curses_italic),
    ]
    return names.reduce(0) { attributes.contains($1.0) ? $0 | $1.1 : $0 }
  }
}
