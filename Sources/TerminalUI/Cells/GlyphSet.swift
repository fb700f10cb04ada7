/// The signs that views draw with, by what they are for, so that they are the same everywhere.
///
/// Views draw with `unicode`; `GlyphSet.asciiOnly` turns the finished frame into ASCII where it must be.
package struct GlyphSet: Hashable, Sendable {
  package let selection, mark, opensPicker, ascending, descending, both: String
  package let left, right, breadcrumb, dot, ellipsis, search, enter, refresh, note: String
  package let check, cross, unknown, warning: String
  /// The shapes of a state, readable without colour: raised alarm, half, full, empty, faint.
  package let alarm, half, full, empty, faint: String
  package let block, shade, track: String

  package static let unicode = GlyphSet { $0 }
  package static let ascii = GlyphSet { ascii(for: $0) }

  private init(_ sign: (String) -> String) {
    (selection, mark, opensPicker) = (sign("▶"), sign("■"), sign("▼"))
    (ascending, descending, both) = (sign("↑"), sign("↓"), sign("↕"))
    (left, right, breadcrumb, dot) = (sign("←"), sign("→"), sign("▸"), sign("·"))
    (ellipsis, search, enter, refresh, note) = (sign("…"), sign("⌕"), sign("⏎"), sign("⟳"), sign("▏"))
    (check, cross, unknown, warning) = (sign("✓"), sign("✗"), sign("?"), sign("⚠"))
    (alarm, half, full, empty, faint) = (sign("▲"), sign("◐"), sign("●"), sign("○"), sign("·"))
    (block, shade, track) = (sign("█"), sign("▒"), sign("░"))
  }

  /// The ASCII character that stands for a sign: its look-alike, a letter without its accent, or `?`.
  package static func ascii(for sign: String) -> String {
    if DisplayText.isASCII(sign) { return sign }
    if let known = lookalikes[sign] { return known }
    guard let character = sign.first else { return "" }
    let letter = TextFolding.withoutAccent(character)
    return letter.isASCII ? String(letter) : "?"
  }

  /// A finished frame in pure ASCII, for terminals that know no UTF-8; every column keeps its place.
  package static func asciiOnly(_ frame: Frame) -> Frame {
    var result = frame
    for (index, cell) in frame.cells.enumerated() {
      switch cell.width {
      case 1: result.cells[index].text = ascii(for: cell.text)
      default:
        result.cells[index].text = "?"
        result.cells[index].width = 1
      }
    }
    return result
  }

  private static let lookalikes: [String: String] = {
    let pairs = [
      ("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋", "+"), ("─╌┄–—−‐‑▎▍", "-"), ("│┃┆▏¦", "|"), ("━═", "="), ("▌▋▊▉▅", "="),
      ("█■▓", "#"), ("▒", ":"), ("░·…∙▃", "."), ("▁▂", "_"), ("▄", "-"), ("▆▇", "*"), ("▶▸→›»⏎", ">"),
      ("◀←‹«", "<"), ("▲↑", "^"), ("▼↓↕", "v"), ("◆●•◉★", "*"), ("○◯◌", "o"), ("◐", "%"), ("✓✔", "+"),
      ("✗✘×", "x"), ("⚠", "!"), ("⌕", "/"), ("⟳↻", "@"), ("≡", "="), ("“”„", "\""), ("‘’‚", "'"), ("≤", "<"),
      ("≥", ">"), ("±", "+"), ("Σ", "S"), ("≠", "!"), ("€", "E"), ("£", "L"), ("¥", "Y"),
    ]
    var table: [String: String] = [:]
    for (signs, ascii) in pairs {
      for sign in signs { table[String(sign)] = ascii }
    }
    return table
  }()
}
