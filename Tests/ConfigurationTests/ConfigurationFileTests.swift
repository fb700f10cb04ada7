import Testing

@testable import invoicematic

/// What `config.toml` may say, and how it is told what it may not.
@Suite struct ConfigurationFileTests {
  private static let path = "/home/ada/.config/invoicematic/config.toml"

  private static func file(_ text: String) throws(ConfigurationError) -> ConfigurationFile {
    let places = try Places(Variables(["HOME": "/home/ada"]))
    return try ConfigurationFile(text, path: places.configurationFile, places: places)
  }

  private static func place(_ line: Int?, _ column: Int? = nil) -> SourcePlace {
    SourcePlace(path: path, line: line, column: column)
  }

  @Test func `an empty file says nothing`() throws {
    #expect(try Self.file("") == ConfigurationFile())
    #expect(try Self.file("# nothing but a remark\n") == ConfigurationFile())
  }

  @Test func `every documented setting is read`() throws {
    let text = """
      number_style = "continental"
      currency_display = "code"
      ascii = true
      timezone = "Europe/Vienna"
      [profiles.a]
      base_url = "unix:/run/books.sock"
      api_key_command = "secret-tool lookup service invoicematic"
      read_only = false
      allow_http = true
      ca_file = "~/ca.pem"
      requests_per_minute = 120
      poll_seconds = 10
      theme = "light"
      """
    let file = try Self.file(text)
    let profile = Profile(
      name: "a", baseURL: "unix:/run/books.sock",
      keySource: .command("secret-tool lookup service invoicematic"), isReadOnly: false, allowsPlainHTTP: true,
      authorityFile: "/home/ada/ca.pem", requestsPerMinute: 120, pollSeconds: 10,
      appearance: Appearance(theme: "light"))
    #expect(file.profiles == ["a": profile])
    let appearance = Appearance(
      numberStyle: .continental, currencyDisplay: .code, timeZone: "Europe/Vienna", isASCII: true)
    #expect(file.appearance == appearance)
  }

  @Test func `broken TOML is refused with line and column`() throws {
    let error = try #require(throws: ConfigurationError.self) { try Self.file("theme = \"dark\"\nascii = maybe\n") }
    guard case .syntax(let place, let reason) = error else { throw error }
    #expect(place.path == Self.path)
    #expect(place.line == 2)
    #expect(place.column != nil)
    #expect(!reason.isEmpty)
  }

  @Test(
    arguments: [
      ("thema = \"dark\"", "thema", "theme", 1),
      ("theme = \"dark\"\n\n[profiles.a]\nbase_ulr = \"x\"", "profiles.a.base_ulr", "base_url", 4),
      ("[profiles]\na.api_key = \"is_key_1\"", "profiles.a.api_key", nil, 2),
      ("[profile.a]", "profile", "profiles", 1),
    ] as [(String, String, String?, Int)])
  func `an unknown setting is named, with its line and what may be meant`(
    text: String, key: String, nearest: String?, line: Int
  ) {
    #expect(throws: ConfigurationError.unknownKey(Self.place(line), key: key, nearest: nearest)) {
      try Self.file(text)
    }
  }

  @Test(arguments: [
    ("ascii = \"yes\"", "ascii", "It must be true or false, and is a text."),
    ("theme = 3", "theme", "It must be a text, and is a whole number."),
    ("theme = \"\"", "theme", "It is empty."),
    ("timezone = 1.5", "timezone", "It must be a text, and is a fraction."),
    ("theme = 2026-11-22", "theme", "It must be a text, and is a date or time."),
    ("theme = [\"dark\"]", "theme", "It must be a text, and is a list."),
    ("currency_display = \"sign\"", "currency_display", "It must be one of symbol, code."),
    ("profiles = 1", "profiles", "It must be a table, and is a whole number."),
    (
      "[profiles.a]\npoll_seconds = 1", "profiles.a.poll_seconds",
      "It must be 0, which means never, or from 5 to 86400."
    ),
    ("[profiles.a]\nrequests_per_minute = -1", "profiles.a.requests_per_minute", "It must be from 0 to 6000."),
    (
      "[profiles.a]\napi_key_file = \"k\"\napi_key_command = \"c\"", "profiles.a.api_key_command",
      "There is an api_key_file too: one of them must go."
    ),
    (
      "[profiles.\"a/b\"]", "profiles.a/b", "Profiles are named with up to 40 letters, digits, “-” and “_”."
    ),
    ("default_profile = \"shop\"", "default_profile", "There is no profile “shop”."),
  ])
  func `a wrong value is named, with what it must be`(text: String, key: String, reason: String) {
    let line = text.split(separator: "\n").count
    #expect(throws: ConfigurationError.wrongValue(Self.place(line), key: key, reason: reason)) { try Self.file(text) }
  }

  @Test func `a zero byte, which would hide the rest, is refused`() {
    #expect(throws: ConfigurationError.self) { try Self.file("theme = \"dark\"\n\0[profiles.a]") }
  }

  @Test func `a path is taken from home, from the root, or from beside the file`() throws {
    let places = try Places(Variables(["HOME": "/home/ada", "XDG_CONFIG_HOME": "/etc/ada"]))
    #expect(places.resolved("~/k") == "/home/ada/k")
    #expect(places.resolved("/k") == "/k")
    #expect(places.resolved("keys/k") == "/etc/ada/invoicematic/keys/k")
  }

  @Test func `a relative folder of the environment is ignored, as the specification has it`() throws {
    let places = try Places(Variables(["HOME": "/home/ada", "XDG_STATE_HOME": "state"]))
    #expect(places.state(of: "shop") == "/home/ada/.local/state/invoicematic/shop")
  }
}
