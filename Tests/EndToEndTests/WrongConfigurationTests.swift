import Glibc
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// A configuration that cannot be used ends the program with one sentence: where, what, and what to do.
  @Suite struct WrongConfiguration {
    let home: Home

    init() throws { home = try Home() }

    /// What the program says as it ends, after its name.
    private func words(
      _ arguments: [String] = [], environment: [String: String] = [:], status: Int32
    ) throws -> String {
      let program = try PseudoTerminal(
        executable: Home.program, arguments: arguments,
        environment: home.environment.merging(environment) { $1 }, size: (240, 24))
      #expect(try program.end() == .code(status))
      program.expectRestored()
      let lines = program.sentence.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
      #expect(lines.count == 1)
      return String(lines.first?.trimmingPrefix("invoicematic: ") ?? "")
    }

    private var file: String { home.path + "/config/invoicematic/config.toml" }

    @Test func `broken TOML is told with line and column`() throws {
      try home.configure("theme = \"dark\"\nascii = \n")
      #expect(try words(status: 78).hasPrefix("\(file), line 2, column 9: this is not TOML. "))
    }

    @Test(arguments: [
      ("thema = \"dark\"", "line 1: there is no setting “thema”. Is “theme” meant?"),
      ("[profiles.a]\nbase_ulr = \"x\"", "line 2: there is no setting “profiles.a.base_ulr”. Is “base_url” meant?"),
      ("theme = 3", "line 1: “theme” cannot be used. It must be a text, and is a whole number."),
      ("ascii = \"yes\"", "line 1: “ascii” cannot be used. It must be true or false, and is a text."),
      ("number_style = \"odd\"", "line 1: “number_style” cannot be used. It must be one of currency, plain, english,"),
      ("default_profile = \"b\"", "line 1: “default_profile” cannot be used. There is no profile “b”."),
      ("profiles = 3", "line 1: “profiles” cannot be used. It must be a table, and is a whole number."),
    ])
    func `a wrong setting is named with its line`(text: String, sentence: String) throws {
      try home.configure(text)
      #expect(try words(status: 78).hasPrefix("\(file), \(sentence)"))
    }

    @Test func `a configuration that cannot be read says why`() throws {
      try home.make("config/invoicematic/config.toml")
      #expect(try words(status: 66) == "\(file) cannot be read: it is not a file.")
    }

    @Test(arguments: [
      ("https://x/", "a", "There is no profile “nope”. There are: a.")
    ])
    func `an unknown profile is named with those that there are`(url: String, name: String, sentence: String) throws {
      try home.configure("[profiles.\(name)]\nbase_url = \"\(url)\"")
      #expect(try words(["--profile", "nope"], status: 78) == sentence)
    }

    @Test func `a profile where there is no configuration is told so`() throws {
      #expect(
        try words(["--profile", "nope"], status: 78) == "There is no profile “nope”: the configuration file has none.")
    }

    @Test func `several profiles, and none chosen`() throws {
      try home.configure("[profiles.a]\n[profiles.b]\n")
      #expect(try words(status: 78).hasPrefix("There are several profiles (a, b): choose one with --profile, "))
    }

    @Test(arguments: [
      ("http://books.example", "http:// would send the key in the clear to books.example."),
      ("ftp://books.example", "it begins with “ftp”; write https://…, or unix:/path."),
      ("books.example", "write it with https:// in front, or as unix:/path."),
      ("https://", "it names no host."),
      ("https://books.example:99999", "its port is not a number from 1 to 65535."),
      ("https://key@books.example", "it holds a user name or password; a key goes into api_key_file."),
    ])
    func `an address that cannot be used says what is wrong with it`(url: String, reason: String) throws {
      try home.configure("[profiles.a]\nbase_url = \"\(url)\"\napi_key_file = \"keys/a\"")
      #expect(
        try words(status: 78).hasPrefix("The base_url of the profile “a” is no address of a service: \(reason)"))
      let key = ["INVOICEMATIC_BASE_URL": url, "INVOICEMATIC_API_KEY": "is_key_1"]
      try home.configure("")
      #expect(
        try words(environment: key, status: 78).hasPrefix("INVOICEMATIC_BASE_URL is no address of a service: \(reason)")
      )
    }

    @Test func `a theme that is not there is named with those that there are`() throws {
      let words = try words(["--demo", "--theme", "nope"], status: 78)
      #expect(words.hasPrefix("There is no theme “nope”. There are: dark, "))
      #expect(words.contains("light"))
    }

    @Test func `a profile without a key says how to give it one`() throws {
      try home.configure("[profiles.a]\nbase_url = \"https://books.example\"")
      let sentence = try words(status: 77)
      #expect(sentence.hasPrefix("The profile “a” has no key: give it an api_key_file or an api_key_command, or set "))
    }

    @Test func `a key file that is not there says where to put the key`() throws {
      try home.configure("[profiles.a]\nbase_url = \"https://books.example\"\napi_key_file = \"keys/a\"")
      let path = home.path + "/config/invoicematic/keys/a"
      #expect(
        try words(status: 77)
          == "There is no key file \(path). Put the API key there, alone, and close it with “chmod 600 \(path)”.")
    }

    @Test func `a key file that others may read says what to type, and is not used`() throws {
      try home.configure("[profiles.a]\nbase_url = \"https://books.example\"\napi_key_file = \"keys/a\"")
      let path = try home.configure("is_key_open\n", file: "keys/a", mode: 0o644)
      #expect(
        try words(status: 77)
          == "Others may read the key file \(path) (mode 0644), so it is not used. Type: chmod 600 \(path)")
    }

    @Test func `a key that is none is refused without showing it`() throws {
      try home.configure("[profiles.a]\nbase_url = \"https://books.example\"\napi_key_file = \"keys/a\"")
      try home.configure("is_key_ with blanks\n", file: "keys/a")
      let sentence = try words(status: 77)
      #expect(sentence.hasSuffix("is no API key: it has a space, a control character or a letter beyond ASCII within."))
      #expect(!sentence.contains("with blanks"))
    }

    @Test func `a key command that fails is told with its status`() throws {
      try home.configure("[profiles.a]\nbase_url = \"https://books.example\"\napi_key_command = \"exit 3\"")
      #expect(
        try words(status: 77) == "The api_key_command ended with status 3 and gave no key. Try it in a shell.")
    }

    @Test func `a variable that means nothing is named`() throws {
      #expect(
        try words(["--demo"], environment: ["INVOICEMATIC_READ_ONLY": "perhaps"], status: 78)
          == "INVOICEMATIC_READ_ONLY cannot be used. It must be 1 or 0.")
    }
  }
}
