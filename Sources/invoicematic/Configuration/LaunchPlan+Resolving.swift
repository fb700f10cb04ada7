import BillingAPI

extension LaunchPlan {
  /// Settles what to start: an option beats the environment, which beats the profile, which beats the default.
  init(
    options: LaunchOptions, variables: Variables, places: Places, file: ConfigurationFile
  ) throws(ConfigurationError) {
    let embedded = options.demo || options.local
    let profile = embedded ? nil : try Self.profile(options, variables, file)
    isReadOnly =
      options.readOnly ? true : try variables.boolean(Variables.readOnly) ?? profile?.isReadOnly ?? false
    keepsMirror = !options.noCache && !options.demo
    appearance = Appearance(theme: options.theme, isASCII: options.ascii ? true : nil)
      .filled(from: profile?.appearance ?? Appearance())
      .filled(from: file.appearance)
    if options.demo {
      books = .demo
    } else if options.local {
      books = .local(folder: places.data)
    } else {
      books = try Self.service(profile, variables)
    }
  }

  /// The profile that was asked for, else the file's default, else its only one.
  private static func profile(
    _ options: LaunchOptions, _ variables: Variables, _ file: ConfigurationFile
  ) throws(ConfigurationError) -> Profile? {
    let known = file.profiles.keys.sorted()
    if let name = options.profile ?? variables[Variables.profile] ?? file.defaultProfile {
      guard let profile = file.profiles[name] else { throw .unknownProfile(name: name, known: known) }
      return profile
    }
    guard known.count > 1 else { return file.profiles.values.first }
    // An address and a key from the environment need no profile.
    guard variables[Variables.key] != nil else { throw .undecidedProfile(known: known) }
    return nil
  }

  private static func service(
    _ profile: Profile?, _ variables: Variables
  ) throws(ConfigurationError) -> Books {
    let address = try address(profile, variables)
    let source = variables[Variables.key] == nil ? profile?.keySource : .environment
    let limit = try variables.integer(Variables.requestsPerMinute, in: 0...6000)
    guard let source else {
      if let profile { throw .profileWithoutKey(name: profile.name) }
      return .welcome(address: address)
    }
    let isReplaced = variables[Variables.key] != nil || variables[Variables.baseURL] != nil
    return .remote(
      RemoteService(
        profile: isReplaced ? nil : profile?.name, address: address, keySource: source,
        authorityFile: profile?.authorityFile,
        requestsPerMinute: limit ?? profile?.requestsPerMinute ?? defaultRequestsPerMinute,
        pollSeconds: profile?.pollSeconds ?? defaultPollSeconds))
  }

  static let defaultPollSeconds = 60
  /// What the service allows a key, by the API documentation's family: beyond it, it answers 429.
  static let defaultRequestsPerMinute = 180

  private static func address(
    _ profile: Profile?, _ variables: Variables
  ) throws(ConfigurationError) -> ServiceAddress {
    guard let text = variables[Variables.baseURL] ?? profile?.baseURL else { return .invoicematic }
    do {
      return try ServiceAddress(parsing: text, allowsPlainHTTP: profile?.allowsPlainHTTP ?? false)
    } catch {
      throw .wrongAddress(source: source(of: profile, variables), error)
    }
  }

  /// Who said the base URL, for the message about a wrong one.
  private static func source(of profile: Profile?, _ variables: Variables) -> String {
    if variables[Variables.baseURL] != nil { return Variables.baseURL }
    return profile.map { "the base_url of the profile “\($0.name)”" } ?? "the default base URL"
  }
}
