import ArgumentParser
import BillingAPI
import TerminalUI
import TestSupport
import Testing

@testable import invoicematic

/// A start from its command line and its files, as far as nothing is opened.
@Suite struct LaunchTests {
  private let home: TestFolder

  init() throws { home = try TestFolder() }

  private func launch(_ options: [String], binary: String? = nil) throws -> Launch {
    try Launch(try LaunchOptions.parse(options), variables: Variables(["HOME": home.path]), binary: binary)
  }

  private func configure(_ text: String) throws {
    try PrivateDirectory.make(home.path + "/.config/invoicematic/themes")
    _ = try home.file(".config/invoicematic/config.toml", text)
  }

  @Test func `without any file it starts with what is built in`() throws {
    let launch = try launch([])
    #expect(launch.plan.books == .welcome(address: .invoicematic))
    #expect(launch.theme == .builtIn)
    #expect(launch.today == nil)
  }

  @Test func `the configuration and the person's own theme are found`() throws {
    try configure("theme = \"mine\"")
    _ = try home.file(".config/invoicematic/themes/mine.toml", "[roles]\n\"text\" = \"red\"")
    #expect(try launch(["--demo"]).theme.styles["text"] == Style(foreground: .palette(1)))
  }

  @Test(arguments: [
    (["--theme", "nowhere"], "", invoicematic.ExitStatus.configuration), (["--today", "tomorrow"], "", .usage),
    ([], "theme = ", .configuration), (["--profile", "x"], "", .configuration), ([], "[profiles.a]", .permission),
  ])
  func `what makes no sense ends the start with its status`(
    options: [String], file: String, status: invoicematic.ExitStatus
  ) throws {
    try configure(file)
    let error = #expect(throws: ProgramError.self) { try launch(options) }
    #expect(error?.status == status)
  }

  @Test func `a configuration that cannot be read is not passed over`() throws {
    try PrivateDirectory.make(home.path + "/.config/invoicematic/config.toml")
    let error = #expect(throws: ProgramError.self) { try launch([]) }
    #expect(error?.status == .missingInput)
  }

  @Test(
    arguments: [
      (["--version"], 0), (["--help"], 0), (["--demoo"], 64), (["--demo", "--local"], 64), (["nonsense"], 64),
    ] as [([String], Int32)])
  func `the command line answers with its status`(arguments: [String], status: Int32) async {
    #expect(await Program.run(arguments) == status)
  }
}
