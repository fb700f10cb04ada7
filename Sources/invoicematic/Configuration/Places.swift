import Glibc

/// The folders that the program uses, by the XDG base directory specification.
struct Places: Hashable {
  /// `$XDG_CONFIG_HOME/invoicematic`
  let configuration: String
  /// `$XDG_DATA_HOME/invoicematic`: the books of `--local`.
  let data: String
  /// `$XDG_STATE_HOME/invoicematic`: a folder for each profile.
  let state: String
  let home: String

  init(_ variables: Variables) throws(ConfigurationError) {
    // The specification has relative paths ignored.
    func absolute(_ name: String) -> String? { variables[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    guard let home = absolute("HOME") ?? Self.accountHome else { throw .homeless }
    self.home = home
    configuration = (absolute("XDG_CONFIG_HOME") ?? home + "/.config") + "/invoicematic"
    data = (absolute("XDG_DATA_HOME") ?? home + "/.local/share") + "/invoicematic"
    state = (absolute("XDG_STATE_HOME") ?? home + "/.local/state") + "/invoicematic"
  }

  var configurationFile: String { configuration + "/config.toml" }
  var themes: String { configuration + "/themes" }
  var keys: String { configuration + "/keys" }

  /// The state of one profile. What begins with `@` cannot be a profile's name: `@local`, `@invoicematic.com-3f…`.
  func state(of profile: String) -> String { "\(state)/\(profile)" }

  /// A path of the configuration file: from the home folder after `~/`, else from the file's own folder.
  func resolved(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return path.hasPrefix("~/") ? home + path.dropFirst() : "\(configuration)/\(path)"
  }

  /// The home folder that the system knows of the user.
  private static var accountHome: String? {
    guard let account = getpwuid(getuid()), let folder = account.pointee.pw_dir else { return nil }
    return String(cString: folder)
  }
}
