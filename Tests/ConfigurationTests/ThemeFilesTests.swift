import Glibc
import Testing

@testable import TerminalUI
@testable import invoicematic

/// The files of `themes/` are complete and readable, in all the depths that terminals have.
@Suite struct ThemeFilesTests {
  private static let names = ["dark", "high-contrast", "light", "sixteen"]
  private static let folder = SourceTree.folder("themes")

  private static func theme(_ name: String) throws -> Theme {
    try ThemeLibrary(folders: [folder]).theme(named: name)
  }

  @Test func `the folder holds these themes and no others`() {
    #expect(ThemeLibrary(folders: [Self.folder]).names == (Self.names + [Theme.builtIn.name]).sorted())
  }

  @Test(arguments: names)
  func `a theme says of every role how it looks`(name: String) throws {
    let said = try Self.theme(name).styles
    let unsaid = RoleCatalog.entries.map(\.0).filter { said[$0] == nil }
    #expect(unsaid.isEmpty)
  }

  @Test(arguments: names, [ColorDepth.truecolor, .colors256])
  func `all text is readable on every ground`(name: String, depth: ColorDepth) throws {
    let theme = try Self.theme(name).reduced(to: depth)
    for role in Self.texts {
      for ground in Self.grounds {
        let style = theme.style(role: role, ground: ground)
        let (text, behind) = (try #require(style.foreground), try #require(style.background))
        let contrast = Contrast.ratio(Contrast.light(of: text), Contrast.light(of: behind))
        // The nearest of 256 colours may cost a little.
        #expect(contrast >= (depth == .truecolor ? 4.5 : 4), "\(name): \(role) on \(ground) is \(contrast)")
      }
    }
  }

  private static let grounds: [Role] = [
    "surface", "overlay", "selection", "selection.unfocused", "field", "field.focused", "field.error",
  ]

  /// All but grounds and what is drawn with lines and blocks.
  private static let texts = RoleCatalog.entries.map(\.0).filter {
    !grounds.contains($0) && !["border", "progress.track"].contains($0)
  }
}

/// Contrast as the Web Content Accessibility Guidelines 2.2 define it ("contrast ratio", "relative luminance").
private enum Contrast {
  static func ratio(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  static func light(of color: Color) -> Double {
    switch color {
    case .terminal: 0
    case .palette(let number): light(of: RGB.palette[Int(number)])
    case .rgb(let red, let green, let blue): light(of: RGB(red: Int(red), green: Int(green), blue: Int(blue)))
    }
  }

  private static func light(of color: RGB) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private static func linear(_ value: Int) -> Double {
    let share = Double(value) / 255
    guard share > 0.04045 else { return share / 12.92 }
    return pow((share + 0.055) / 1.055, 2.4)
  }
}
