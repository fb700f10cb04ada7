import ArgumentParser
import BillingAPI
import Testing

@testable import invoicematic

/// What is started for which options, environment and file.
@Suite struct LaunchPlanTests {
  /// A file with two profiles, of which the first is the default.
  static let twoProfiles = """
    default_profile = "shop"
    theme = "dark"

    [profiles.shop]
    base_url = "https://billing.example.com/api/v1"
    api_key_file = "keys/shop"
    requests_per_minute = 90
    poll_seconds = 30

    [profiles.studio]
    api_key_command = "pass show studio"
    read_only = true
    theme = "light"
    """

  static func plan(
    _ options: [String] = [], _ variables: [String: String] = [:], file: String = ""
  ) throws -> LaunchPlan {
    let variables = Variables(variables.merging(["HOME": "/home/ada"]) { said, _ in said })
    let places = try Places(variables)
    let file = try ConfigurationFile(file, path: places.configurationFile, places: places)
    return try LaunchPlan(
      options: try LaunchOptions.parse(options), variables: variables, places: places, file: file)
  }

  static func service(
    _ options: [String] = [], _ variables: [String: String] = [:], file: String = ""
  ) throws -> RemoteService {
    guard case .remote(let service) = try plan(options, variables, file: file).books else { throw Unexpected() }
    return service
  }

  struct Unexpected: Error {}

  @Test func `with nothing configured the welcome screen asks`() throws {
    #expect(try Self.plan().books == .welcome(address: .invoicematic))
  }

  @Test func `the demo needs nothing and keeps nothing`() throws {
    let plan = try Self.plan(["--demo"], [Variables.key: "is_key_1"], file: Self.twoProfiles)
    #expect(plan.books == .demo)
    #expect(!plan.keepsMirror)
    #expect(plan.appearance.theme == "dark")
  }

  @Test func `one's own books lie in the data folder`() throws {
    #expect(try Self.plan(["--local"]).books == .local(folder: "/home/ada/.local/share/invoicematic"))
    let elsewhere = try Self.plan(["--local"], ["XDG_DATA_HOME": "/srv/data"]).books
    #expect(elsewhere == .local(folder: "/srv/data/invoicematic"))
  }

  @Test func `a key in the environment is enough`() throws {
    let service = try Self.service([], [Variables.key: "is_key_1"])
    #expect(service.profile == nil)
    #expect(service.address == .invoicematic)
    #expect(service.keySource == .environment)
    #expect(service.requestsPerMinute == 180)
  }

  @Test func `an address without a key leads to the welcome screen for that address`() throws {
    let books = try Self.plan([], [Variables.baseURL: "http://127.0.0.1:8080/api/v1"]).books
    #expect(books == .welcome(address: try ServiceAddress(parsing: "http://127.0.0.1:8080/api/v1")))
  }

  @Test func `the default profile says all about its service`() throws {
    let service = try Self.service(file: Self.twoProfiles)
    #expect(service.profile == "shop")
    #expect(service.address.description == "https://billing.example.com/api/v1")
    #expect(service.keySource == .file(path: "/home/ada/.config/invoicematic/keys/shop"))
    #expect(service.requestsPerMinute == 90)
    #expect(service.pollSeconds == 30)
  }

  @Test func `an option beats the environment, which beats the file's default profile`() throws {
    let variables = [Variables.profile: "shop"]
    #expect(try Self.service(["--profile", "studio"], variables, file: Self.twoProfiles).profile == "studio")
    let file = Self.twoProfiles.replacing("\"shop\"", with: "\"studio\"")
    #expect(try Self.service([], variables, file: file).profile == "shop")
    #expect(try Self.service(file: file).profile == "studio")
  }

  @Test func `the only profile needs no choosing`() throws {
    #expect(try Self.service(file: "[profiles.a]\napi_key_file = \"k\"").profile == "a")
  }

  @Test func `of several profiles one must be chosen`() {
    let file = "[profiles.a]\napi_key_file = \"k\"\n[profiles.b]\napi_key_file = \"k\""
    #expect(throws: ConfigurationError.undecidedProfile(known: ["a", "b"])) { try Self.plan(file: file) }
    #expect(throws: Never.self) { try Self.plan([], [Variables.key: "is_key_1"], file: file) }
  }

  @Test func `a profile that is not there is refused with those that are`() {
    #expect(throws: ConfigurationError.unknownProfile(name: "shoop", known: ["shop", "studio"])) {
      try Self.plan(["--profile", "shoop"], file: Self.twoProfiles)
    }
  }

  @Test func `a profile without a key is refused`() {
    #expect(throws: ConfigurationError.profileWithoutKey(name: "a")) { try Self.plan(file: "[profiles.a]") }
  }

  @Test func `what the environment replaces takes the profile's name away, so that no state is shared`() throws {
    let key = try Self.service([], [Variables.key: "is_key_1"], file: Self.twoProfiles)
    #expect(key.profile == nil)
    #expect(key.address.description == "https://billing.example.com/api/v1")
    let address = try Self.service([], [Variables.baseURL: "https://other.example"], file: Self.twoProfiles)
    #expect(address.profile == nil)
    #expect(address.keySource == .file(path: "/home/ada/.config/invoicematic/keys/shop"))
    #expect(address.pollSeconds == 30)
  }

  @Test(
    arguments: [
      ([], [:], false), (["--read-only"], [:], true), ([], [Variables.readOnly: "1"], true),
      (["--profile", "studio"], [:], true), (["--profile", "studio"], [Variables.readOnly: "no"], false),
      (["--read-only"], [Variables.readOnly: "0"], true), (["--demo", "--read-only"], [:], true),
      (["--demo", "--read-only"], [Variables.profile: "studio"], true),
      (["--demo"], [Variables.profile: "studio"], false),
    ] as [([String], [String: String], Bool)])
  func `read-only is asked for by option, environment or profile, in this order`(
    options: [String], variables: [String: String], isReadOnly: Bool
  ) throws {
    #expect(try Self.plan(options, variables, file: Self.twoProfiles).isReadOnly == isReadOnly)
  }

  @Test func `a theme is the option's, else the profile's, else the file's`() throws {
    #expect(try Self.plan(["--theme", "sixteen"], file: Self.twoProfiles).appearance.theme == "sixteen")
    #expect(try Self.plan(["--profile", "studio"], file: Self.twoProfiles).appearance.theme == "light")
    #expect(try Self.plan(file: Self.twoProfiles).appearance.theme == "dark")
    #expect(try Self.plan(file: Self.twoProfiles).appearance.isASCII == nil)
    #expect(try Self.plan(["--ascii"], file: Self.twoProfiles).appearance.isASCII == true)
  }

  @Test func `the rate of requests is the environment's before the profile's`() throws {
    let service = try Self.service([], [Variables.requestsPerMinute: "12"], file: Self.twoProfiles)
    #expect(service.requestsPerMinute == 12)
  }

  @Test(arguments: [Variables.readOnly: "maybe", Variables.requestsPerMinute: "6001"])
  func `a variable that means nothing is refused by name`(name: String, value: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Self.plan([], [name: value, Variables.key: "is_key_1"])
    }
    guard case .wrongVariable(name, _) = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test func `plain http to another machine is refused unless the profile allows it`() throws {
    let file = "[profiles.a]\nbase_url = \"http://books.example\"\napi_key_file = \"k\""
    let source = "the base_url of the profile “a”"
    #expect(throws: ConfigurationError.wrongAddress(source: source, .plainHTTP(host: "books.example"))) {
      try Self.plan(file: file)
    }
    #expect(try Self.service(file: file + "\nallow_http = true").address.allowsPlainHTTP)
  }

  @Test func `no cache keeps the mirror in memory`() throws {
    #expect(try Self.plan(["--local"]).keepsMirror)
    #expect(try !Self.plan(["--local", "--no-cache"]).keepsMirror)
  }

  @Test(arguments: [
    ["--demo", "--local"], ["--demo", "--profile", "shop"], ["--key", "is_key_1"], ["--demoo"], ["x"],
  ])
  func `options that contradict or are unknown are refused`(options: [String]) {
    #expect(throws: (any Error).self) { try LaunchOptions.parse(options) }
  }
}
