import Testing

@testable import TerminalUI

@Suite struct ThemeTests {
  private let theme = Theme(
    name: "test",
    styles: [
      "text": Style(foreground: .palette(7)), "status": Style(foreground: .palette(4), attributes: .italic),
      "status.overdue": Style(attributes: .bold), "selection": Style(background: .palette(8)),
      "surface": Style(background: .palette(0)), "overlay": Style(foreground: .palette(3), background: .palette(5)),
      "chip.current": Style(background: .palette(2)),
    ])

  @Test(
    arguments: [
      ("text", "surface", Style(foreground: .palette(7), background: .palette(0))),
      ("status.paid", "surface", Style(foreground: .palette(4), background: .palette(0), attributes: .italic)),
      ("status.overdue", "surface", Style(foreground: .palette(4), background: .palette(0), attributes: .bold)),
      ("status.overdue", "selection", Style(foreground: .palette(4), background: .palette(8), attributes: .bold)),
      ("border", "surface", Style(foreground: .palette(7), background: .palette(0))),
      ("status.paid", "overlay", Style(foreground: .palette(3), background: .palette(5), attributes: .italic)),
      ("chip.current", "surface", Style(foreground: .palette(7), background: .palette(2))),
      ("chip.current", "selection", Style(foreground: .palette(7), background: .palette(8))),
      ("no.such.role", "no.ground", Style(foreground: .palette(7), background: .palette(0))),
    ] as [(Role, Role, Style)])
  func `a role falls back along its dots and lies on its ground`(role: Role, ground: Role, style: Style) {
    #expect(theme.style(role: role, ground: ground) == style)
  }

  @Test func `a change of styles counts at once`() {
    var theme = theme
    theme.styles["text"] = Style(foreground: .palette(1))
    #expect(theme.style(role: "border", ground: "surface").foreground == .palette(1))
  }

  @Test func `without colour the important is told apart by attributes`() {
    let plain = Theme.builtIn.reduced(to: .monochrome)
    for role in RoleCatalog.entries.map(\.0) {
      let style = plain.style(role: role, ground: "surface")
      #expect((style.foreground ?? .terminal) == .terminal && (style.background ?? .terminal) == .terminal, "\(role)")
    }
    let statuses: [Role] = ["status.overdue", "status.draft", "status.partial", "status.paid"]
    #expect(Set(statuses.map { plain.style(role: $0, ground: "surface").attributes }).count == 4)
    #expect(plain.style(role: "text", ground: "selection").attributes.contains(.reverse))
    #expect(plain.style(role: "status.overdue", ground: "selection").attributes == [.reverse, .bold])
  }

  @Test func `the built-in theme names only known roles and no background`() {
    for (role, style) in Theme.builtIn.styles {
      #expect(RoleCatalog.isKnown(role), "\(role)")
      #expect((style.background ?? .terminal) == .terminal, "\(role)")
    }
  }

  @Test func `the catalogue names each role once`() {
    let roles = RoleCatalog.entries.map(\.0)
    #expect(Set(roles).count == roles.count)
    #expect(RoleCatalog.isKnown("chart") && RoleCatalog.isKnown("connection") && !RoleCatalog.isKnown("chart.nothing"))
  }

  @Test func `words of a theme file become styles`() throws {
    let theme = try Theme(
      name: "mine",
      words: [
        "status.overdue": StyleWords(foreground: "#ff8000", attributes: ["bold", "Underline"]),
        "selection": StyleWords(background: "bright-black"),
        "text": StyleWords(foreground: "default", background: "236"),
      ])
    #expect(
      theme.styles == [
        "status.overdue": Style(foreground: .rgb(red: 255, green: 128, blue: 0), attributes: [.bold, .underline]),
        "selection": Style(background: .palette(8)), "text": Style(foreground: .terminal, background: .palette(236)),
      ])
  }

  @Test(
    arguments: [
      (["stauts": StyleWords()], .unknownRole("stauts")),
      (["text": StyleWords(foreground: "redd")], .unknownColor(role: "text", value: "redd")),
      (["text": StyleWords(background: "#12345")], .unknownColor(role: "text", value: "#12345")),
      (["text": StyleWords(attributes: ["blink"])], .unknownAttribute(role: "text", value: "blink")),
    ] as [([String: StyleWords], ThemeError)])
  func `a word that means nothing is named with its role`(words: [String: StyleWords], error: ThemeError) {
    #expect(throws: error) { try Theme(name: "mine", words: words) }
  }
}
