/// The colours of roles, as read from a theme file.
package struct Theme: Hashable, Sendable {
  package var name: String
  package var styles: [Role: Style] { didSet { resolved = Self.resolve(styles) } }
  /// The catalogue's roles with their fallbacks applied, so that drawing looks each up once.
  private var resolved: [Role: Style]

  package init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = styles
    resolved = Self.resolve(styles)
  }

  /// How a cell looks: the role's foreground on the ground's background, with the attributes of both.
  ///
  /// A ground that names a foreground, or reverses, wants it for all text on it, whatever its role. A
  /// background that a role names itself, and does not inherit, shows on the plain surface alone.
  package func style(role: Role, ground: Role) -> Style {
    let text = resolvedStyle(role)
    let behind = resolvedStyle(ground)
    let background = ground == "surface" ? styles[role]?.background ?? behind.background : behind.background
    return Style(
      foreground: behind.foreground ?? text.foreground ?? resolved["text"]?.foreground,
      background: background ?? resolved["surface"]?.background,
      attributes: text.attributes.union(behind.attributes))
  }

  /// The same theme for a terminal of fewer colours; without colour, what must be told apart gets attributes.
  package func reduced(to depth: ColorDepth) -> Theme {
    guard depth < .truecolor else { return self }
    var theme = Theme(
      name: name,
      styles: styles.mapValues { style in
        Style(
          foreground: depth == .monochrome ? nil : style.foreground?.reduced(to: depth),
          background: depth == .monochrome ? nil : style.background?.reduced(to: depth),
          attributes: style.attributes)
      })
    guard depth == .monochrome else { return theme }
    theme.styles.merge(Self.monochromeAttributes.mapValues { Style(attributes: $0) }) { style, plain in
      Style(attributes: style.attributes.union(plain.attributes))
    }
    return theme
  }

  private func resolvedStyle(_ role: Role) -> Style { resolved[role] ?? Self.resolve(role, in: styles) }

  private static func resolve(_ styles: [Role: Style]) -> [Role: Style] {
    let roles = Set(styles.keys).union(RoleCatalog.entries.map(\.0))
    return roles.reduce(into: [:]) { $0[$1] = resolve($1, in: styles) }
  }

  /// A role along its dots, the nearest word on each colour and on attributes; what nobody says stays open.
  private static func resolve(_ role: Role, in styles: [Role: Style]) -> Style {
    var result = Style()
    for fallback in role.fallbacks where role == "text" || fallback != "text" {
      guard let style = styles[fallback] else { continue }
      result.foreground = result.foreground ?? style.foreground
      result.background = result.background ?? style.background
      if result.attributes.isEmpty { result.attributes = style.attributes }
    }
    return result
  }

  /// What keeps the important apart where there is no colour.
  private static let monochromeAttributes: [Role: Style.Attributes] = [
    "selection": .reverse, "selection.unfocused": .underline, "chip.current": .reverse, "tab.current": .bold,
    "status.overdue": .bold, "status.partial": .underline, "status.draft": .dim, "status.rejected": .bold,
    "status.expired": .dim, "error": .bold, "warning": .bold, "marked": .bold, "search.match": .underline,
    "field.focused": .underline, "field.error": .underline, "border.focused": .bold, "connection.off": .bold,
    "money.negative": .bold, "profile.remote": .reverse,
  ]
}
