import BillingAPI
import TerminalUI
import Testing

@testable import invoicematic

/// Every way in which a start can fail says one clear sentence and has a status.
@Suite struct ProgramErrorTests {
  private static let place = SourcePlace(path: "config.toml", line: 3, column: 7)

  @Test(
    arguments: [
      (
        .unreadable(path: "config.toml", reason: "Permission denied"), .missingInput,
        "config.toml cannot be read: Permission denied."
      ),
      (
        .syntax(place, "expected a value"), .configuration,
        "config.toml, line 3, column 7: this is not TOML. Expected a value."
      ),
      (
        .unknownKey(place, key: "theem", nearest: "theme"), .configuration,
        "config.toml, line 3, column 7: there is no setting “theem”. Is “theme” meant?"
      ),
      (
        .unknownProfile(name: "x", known: []), .configuration,
        "There is no profile “x”: the configuration file has none."
      ),
      (.unknownProfile(name: "x", known: ["a", "b"]), .configuration, "There is no profile “x”. There are: a, b."),
      (
        .undecidedProfile(known: ["a", "b"]), .configuration,
        "There are several profiles (a, b): choose one with --profile, or set default_profile in the configuration file."
      ),
      (
        .wrongAddress(source: Variables.baseURL, .unsupportedScheme(nil)), .configuration,
        "INVOICEMATIC_BASE_URL is no address of a service: write it with https:// in front, or as unix:/path."
      ),
      (
        .theme(place, .unknownRole("status.overdu")), .configuration,
        "config.toml, line 3, column 7: There is no role “status.overdu”. Is “status.overdue” meant?"
      ),
      (
        .key(.commandFailed(status: 1)), .permission,
        "The api_key_command ended with status 1 and gave no key. Try it in a shell."
      ),
    ] as [(ConfigurationError, invoicematic.ExitStatus, String)])
  func `a failure is told in plain words`(error: ConfigurationError, status: invoicematic.ExitStatus, message: String) {
    #expect(ProgramError(error) == ProgramError(status, message))
  }

  @Test func `the statuses are those of sysexits`() {
    #expect(invoicematic.ExitStatus.allCases.map(\.rawValue) == [0, 64, 65, 66, 69, 73, 74, 75, 77, 78])
  }
}
