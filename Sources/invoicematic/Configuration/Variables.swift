import Glibc

/// The environment variables of the process; what is set to nothing counts as not set.
struct Variables: Hashable {
  private let values: [String: String]

  init(_ values: [String: String]) { self.values = values }

  /// Those of this process that the program reads.
  static var current: Variables {
    let found = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    return Variables(Dictionary(uniqueKeysWithValues: found))
  }

  static let key = "INVOICEMATIC_API_KEY"
  static let baseURL = "INVOICEMATIC_BASE_URL"
  static let profile = "INVOICEMATIC_PROFILE"
  static let readOnly = "INVOICEMATIC_READ_ONLY"
  static let requestsPerMinute = "INVOICEMATIC_REQUESTS_PER_MINUTE"

  /// All that the program reads; what the terminal is asked stands in `TerminalEnvironment`.
  static let names = [
    key, baseURL, profile, readOnly, requestsPerMinute, "HOME", "TMPDIR", "TZ", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR", "XDG_STATE_HOME",
  ]

  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func boolean(_ name: String) throws(ConfigurationError) -> Bool? {
    switch self[name]?.lowercased() {
    case nil: nil
    case "1", "true", "yes", "on": true
    case "0", "false", "no", "off": false
    default: throw .wrongVariable(name: name, reason: "It must be 1 or 0.")
    }
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .wrongVariable(
        name: name, reason: "It must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }
}
