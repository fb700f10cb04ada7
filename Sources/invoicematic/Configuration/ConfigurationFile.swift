/// `config.toml`: the profiles, and how things are shown. The program reads it and never rewrites it.
struct ConfigurationFile: Hashable {
  var defaultProfile: String?
  var appearance = Appearance()
  /// By name.
  var profiles: [String: Profile] = [:]

  init() {}

  /// - Parameter places: for the paths within the file: `~/` is the home folder, all else is beside the file.
  init(_ text: String, path: String, places: Places) throws(ConfigurationError) {
    let top = TableReader(try TOMLDocument(text, path: path))
    try top.refuseUnknown(except: ["default_profile", "profiles"] + Self.appearanceKeys)
    appearance = try Self.appearance(top)
    let reader = try top.table("profiles")
    for name in reader?.keys ?? [] {
      guard let reader, let table = try reader.table(name) else { continue }
      guard Self.isProfileName(name) else {
        throw reader.wrongValue(name, "Profiles are named with up to 40 letters, digits, “-” and “_”.")
      }
      profiles[name] = try Self.profile(name, table, places)
    }
    defaultProfile = try top.text("default_profile")
    if let defaultProfile, profiles[defaultProfile] == nil {
      throw top.wrongValue("default_profile", "There is no profile “\(defaultProfile)”.")
    }
  }

  /// Names are folders of the state, so they keep to what a folder can be called anywhere.
  static func isProfileName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        let character = Character(UnicodeScalar(byte))
        return byte < 0x80 && (character.isLetter || character.isNumber || character == "-" || character == "_")
      }
  }

  /// Every key that the file may have, for the documentation.
  static let keys = ["default_profile", "profiles"] + profileKeys

  private static let appearanceKeys = [
    "ascii", "csv_bom", "csv_decimal", "csv_separator", "currency_display", "number_style", "theme", "timezone",
  ]
  private static let profileKeys =
    appearanceKeys + [
      "allow_http", "api_key_command", "api_key_file", "base_url", "ca_file", "poll_seconds", "read_only",
      "requests_per_minute",
    ]

  private static func profile(
    _ name: String, _ table: TableReader, _ places: Places
  ) throws(ConfigurationError) -> Profile {
    try table.refuseUnknown(except: profileKeys)
    return Profile(
      name: name,
      baseURL: try table.text("base_url"),
      keySource: try keySource(table, places),
      isReadOnly: try table.boolean("read_only"),
      allowsPlainHTTP: try table.boolean("allow_http"),
      authorityFile: try table.text("ca_file").map(places.resolved),
      requestsPerMinute: try table.integer("requests_per_minute", in: 0...6000),
      pollSeconds: try pollSeconds(table),
      appearance: try appearance(table))
  }

  private static func pollSeconds(_ table: TableReader) throws(ConfigurationError) -> Int? {
    let seconds = try table.integer("poll_seconds", in: 0...86_400)
    if let seconds, (1..<5).contains(seconds) {
      throw table.wrongValue("poll_seconds", "It must be 0, which means never, or from 5 to 86400.")
    }
    return seconds
  }

  private static func keySource(_ table: TableReader, _ places: Places) throws(ConfigurationError) -> KeySource? {
    let file = try table.text("api_key_file")
    let command = try table.text("api_key_command")
    if file != nil, command != nil {
      throw table.wrongValue("api_key_command", "There is an api_key_file too: one of them must go.")
    }
    return file.map { .file(path: places.resolved($0)) } ?? command.map { .command($0) }
  }

  private static func appearance(_ table: TableReader) throws(ConfigurationError) -> Appearance {
    Appearance(
      theme: try table.text("theme"),
      numberStyle: try table.choice("number_style", of: NumberStyleName.self),
      currencyDisplay: try table.choice("currency_display", of: CurrencyDisplay.self),
      timeZone: try table.text("timezone"),
      isASCII: try table.boolean("ascii"),
      csv: CSVStyle(
        separator: try table.choice("csv_separator", of: CSVSeparator.self),
        decimal: try table.choice("csv_decimal", of: CSVDecimal.self),
        hasByteOrderMark: try table.boolean("csv_bom")))
  }
}
