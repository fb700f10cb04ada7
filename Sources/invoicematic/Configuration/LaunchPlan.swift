import BillingAPI

/// What is to be started, settled before anything is: whose books, how they are reached, how they are shown.
struct LaunchPlan: Hashable {
  /// Whose books these are.
  enum Books: Hashable {
    /// Sample data, thrown away at the end.
    case demo
    /// The user's own, in this folder.
    case local(folder: String)
    case remote(RemoteService)
    /// Nothing is configured: the welcome screen asks. The address is the one that a key would be tried on.
    case welcome(address: ServiceAddress)
  }

  var books: Books
  var isReadOnly: Bool
  /// False keeps the mirror in memory.
  var keepsMirror: Bool
  var appearance: Appearance
}

/// A service elsewhere and how to behave towards it.
struct RemoteService: Hashable {
  /// The profile's name; nil where the environment, and no profile, says all.
  var profile: String?
  var address: ServiceAddress
  var keySource: KeySource
  var authorityFile: String?
  /// What the background keeps to in any minute; 0 is as fast as answers come.
  var requestsPerMinute: Int
  /// Seconds between looks for changes; 0 is never.
  var pollSeconds: Int

  /// The folder of its state under `Places.state`: other books must never share one.
  ///
  /// Where the environment replaces a profile's address or key the profile's own folder would hold another company's
  /// records, so the name is made of both. The fingerprint tells nothing of the key.
  func stateName(key: APIKey) -> String {
    if let profile { return profile }
    let host = String(address.description.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60))
    let place = Digest.hexadecimal(Digest.sha256(Array(address.description.utf8)).prefix(4))
    return "@\(host)-\(place)-\(key.fingerprint)"
  }
}
