import BillingAPI
import Dashboard
import Glibc

/// A key that was typed on the welcome screen, and where it is kept once the service has accepted it.
struct NewProfile {
  private static let name = "main"

  let service: RemoteService
  let key: APIKey
  private let typed: TypedKey

  init(_ typed: TypedKey) throws(ProgramError) {
    self.typed = typed
    do {
      key = try APIKey(parsing: typed.secret)
    } catch {
      throw ProgramError(.permission, "This is no key: it is one word that starts with is_key_.")
    }
    do {
      service = RemoteService(
        profile: Self.name, address: try ServiceAddress(parsing: typed.address), keySource: .environment,
        authorityFile: nil, requestsPerMinute: nil, pollSeconds: 60)
    } catch {
      throw ProgramError(.configuration, "The address “\(typed.address)” cannot be used: \(error.sentence)")
    }
  }

  /// Writes the key to a file of its own (0600), and a configuration that names it where there is none yet.
  ///
  /// A configuration that is there is never rewritten: its comments would be lost.
  func keep(in places: Places) throws(ProgramError) {
    do { try PrivateDirectory.make(places.keys) } catch { throw ProgramError(error) }
    try Self.write(typed.secret + "\n", to: "\(places.keys)/\(Self.name)")
    guard access(places.configurationFile, F_OK) != 0 else { return }
    try Self.write(
      """
      default_profile = "\(Self.name)"

      [profiles.\(Self.name)]
      base_url = "\(service.address)"
      api_key_file = "keys/\(Self.name)"

      """, to: places.configurationFile)
  }

  private static func write(_ text: String, to path: String) throws(ProgramError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ProgramError(.cannotCreate, "\(path) cannot be written: \(SystemWords.last).")
    }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw ProgramError(.inputOutput, "\(path) cannot be written: \(SystemWords.last).")
    }
  }
}
