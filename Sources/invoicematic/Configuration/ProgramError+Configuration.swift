import TerminalUI

extension ProgramError {
  /// What the person is told of a configuration that cannot be used.
  init(_ error: ConfigurationError) {
    switch error {
    case .unreadable(let path, let reason):
      self.init(.missingInput, "\(path) cannot be read: \(reason).")
    case .syntax(let place, let reason):
      self.init(.configuration, "\(place): this is not TOML. \(Self.sentence(reason))")
    case .unknownKey(let place, let key, let nearest):
      self.init(.configuration, "\(place): there is no setting “\(key)”.\(Self.hint(nearest))")
    case .wrongValue(let place, let key, let reason):
      self.init(.configuration, "\(place): “\(key)” cannot be used. \(reason)")
    case .wrongVariable(let name, let reason):
      self.init(.configuration, "\(name) cannot be used. \(reason)")
    case .wrongAddress(let source, let problem):
      self.init(.configuration, "\(Self.capitalized(source)) is no address of a service: \(problem.sentence)")
    case .theme(let place, let problem):
      self.init(.configuration, "\(place): \(problem.sentence)")
    case .unknownTheme(let name, let known):
      self.init(.configuration, "There is no theme “\(name)”. There are: \(known.joined(separator: ", ")).")
    case .homeless:
      self.init(.configuration, "There is no home folder to keep anything in: set HOME to an absolute path.")
    case .unknownProfile, .undecidedProfile, .profileWithoutKey: self = Self.profile(error)
    case .key(let problem): self.init(.permission, problem.sentence)
    }
  }

  private static func profile(_ error: ConfigurationError) -> ProgramError {
    switch error {
    case .unknownProfile(let name, []):
      ProgramError(.configuration, "There is no profile “\(name)”: the configuration file has none.")
    case .unknownProfile(let name, let known):
      ProgramError(.configuration, "There is no profile “\(name)”. There are: \(known.joined(separator: ", ")).")
    case .undecidedProfile(let known):
      ProgramError(
        .configuration,
        """
        There are several profiles (\(known.joined(separator: ", "))): choose one with --profile, or set \
        default_profile in the configuration file.
        """)
    case .profileWithoutKey(let name):
      ProgramError(
        .permission,
        """
        The profile “\(name)” has no key: give it an api_key_file or an api_key_command, or set \
        \(Variables.key).
        """)
    default: ProgramError(.configuration, "The configuration cannot be used.")
    }
  }

  private static func hint(_ nearest: String?) -> String { nearest.map { " Is “\($0)” meant?" } ?? "" }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func sentence(_ text: String) -> String {
    let text = capitalized(text)
    return text.last == "." ? text : text + "."
  }
}

extension ThemeError {
  var sentence: String {
    switch self {
    case .unknownRole(let role):
      let nearest = Spelling.nearest(to: role, in: RoleCatalog.entries.map(\.0.name))
      return "There is no role “\(role)”." + (nearest.map { " Is “\($0)” meant?" } ?? "")
    case .unknownColor(let role, let value):
      return
        "“\(role)” names “\(value)”, which is no colour: write #rrggbb, 0 to 255, a name of the palette, or default."
    case .unknownAttribute(let role, let value):
      return "“\(role)” says “\(value)”: there are bold, dim, underline, reverse and italic."
    }
  }
}
