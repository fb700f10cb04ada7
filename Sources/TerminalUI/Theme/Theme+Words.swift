/// What a theme file says of one role, in its own words.
package struct StyleWords: Hashable, Sendable {
  package var foreground: String?
  package var background: String?
  /// Names of attributes: `bold`, `dim`, `underline`, `reverse`, `italic`.
  package var attributes: [String]

  package init(foreground: String? = nil, background: String? = nil, attributes: [String] = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// Why a theme file is refused; each case names the role and the word.
package enum ThemeError: Error, Hashable, Sendable {
  /// The role is not in the catalogue: most likely misspelt.
  case unknownRole(String)
  case unknownColor(role: String, value: String)
  case unknownAttribute(role: String, value: String)
}

extension Theme {
  /// Makes a theme of the words of a theme file; throws a `ThemeError` for the first that means nothing, by role.
  package init(name: String, words: [String: StyleWords]) throws(ThemeError) {
    var styles: [Role: Style] = [:]
    for (role, word) in words.sorted(by: { $0.key < $1.key }) {
      guard RoleCatalog.isKnown(Role(role)) else { throw .unknownRole(role) }
      styles[Role(role)] = Style(
        foreground: try Self.color(word.foreground, role: role),
        background: try Self.color(word.background, role: role),
        attributes: try Self.attributes(word.attributes, role: role))
    }
    self.init(name: name, styles: styles)
  }

  private static func color(_ word: String?, role: String) throws(ThemeError) -> Color? {
    guard let word else { return nil }
    guard let color = Color(parsing: word) else { throw .unknownColor(role: role, value: word) }
    return color
  }

  private static func attributes(_ words: [String], role: String) throws(ThemeError) -> Style.Attributes {
    var attributes: Style.Attributes = []
    for word in words {
      guard let attribute = attributeNames[word.lowercased()] else {
        throw .unknownAttribute(role: role, value: word)
      }
      attributes.formUnion(attribute)
    }
    return attributes
  }

  private static let attributeNames: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse, "italic": .italic,
  ]
}
