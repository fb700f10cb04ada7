import TestSupport
import Testing

@testable import TerminalUI
@testable import invoicematic

/// Where themes are found, and what their files may say.
@Suite struct ThemeLibraryTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func theme(_ text: String) throws -> Theme {
    try ThemeFile.theme(text, name: "mine", path: "mine.toml")
  }

  @Test func `a role is written as colour, ground and attributes, each of which may be missing`() throws {
    let text = """
      [palette]
      ink = "#102030"
      [roles]
      "text" = "ink"
      "surface" = "on 7"
      "selection" = "bright-red on ink bold underline"
      "text.dim" = "dim"
      """
    let styles = try theme(text).styles
    let ink = Color.rgb(red: 16, green: 32, blue: 48)
    #expect(styles["text"] == Style(foreground: ink))
    #expect(styles["surface"] == Style(background: .palette(7)))
    #expect(
      styles["selection"] == Style(foreground: .palette(9), background: ink, attributes: [.bold, .underline]))
    #expect(styles["text.dim"] == Style(attributes: .dim))
  }

  @Test(arguments: [
    ("[roles]\n\"status.overdo\" = \"red\"", ThemeError.unknownRole("status.overdo"), 2),
    ("[roles]\n\n\"error\" = \"rde\"", .unknownColor(role: "error", value: "rde"), 3),
    ("[roles]\n\"error\" = \"red blinking\"", .unknownAttribute(role: "error", value: "blinking"), 2),
  ])
  func `a word that means nothing is refused with its role and line`(text: String, problem: ThemeError, line: Int) {
    #expect(throws: ConfigurationError.theme(SourcePlace(path: "mine.toml", line: line), problem)) { try theme(text) }
  }

  @Test func `a colour of the palette must be one`() {
    #expect(throws: ConfigurationError.self) { try theme("[palette]\nink = \"#12\"") }
    #expect(throws: ConfigurationError.self) { try theme("[pallete]\nink = \"#123456\"") }
  }

  @Test func `the first folder that has a theme wins`() throws {
    let mine = try TestFolder()
    _ = try mine.file("dark.toml", "[roles]\n\"text\" = \"red\"")
    _ = try folder.file("dark.toml", "[roles]\n\"text\" = \"blue\"")
    _ = try folder.file("light.toml", "")
    let library = ThemeLibrary(folders: [mine.path, "/nowhere", folder.path])
    #expect(try library.theme(named: "dark").styles["text"] == Style(foreground: .palette(1)))
    #expect(library.names == ["dark", "light", "terminal"])
  }

  @Test func `without a name it is the built-in theme`() throws {
    #expect(try ThemeLibrary(folders: []).theme(named: nil) == .builtIn)
    #expect(try ThemeLibrary(folders: []).theme(named: Theme.builtIn.name) == .builtIn)
  }

  @Test(arguments: ["drak", "../dark", "/etc/passwd", "", ".dark"])
  func `a name that no theme has, or that is a path, is refused with those there are`(name: String) throws {
    _ = try folder.file("dark.toml", "")
    #expect(throws: ConfigurationError.unknownTheme(name: name, known: ["dark", "terminal"])) {
      try ThemeLibrary(folders: [folder.path]).theme(named: name)
    }
  }

  @Test func `themes lie beside an installed binary, and at the top of the tree that a build is in`() {
    #expect(
      ThemeLibrary.folders(of: "/usr/local/bin/invoicematic") == ["/usr/local/share/invoicematic/themes"])
    let built = ThemeLibrary.folders(of: "/home/ada/invoicematic/.build/x86_64-unknown-linux-gnu/debug/invoicematic")
    #expect(built.last == "/home/ada/invoicematic/themes")
  }
}
