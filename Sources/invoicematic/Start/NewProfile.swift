import BillingAPI
import Dashboard
import Glibc

/// A key that was typed on the welcome screen, and where it is kept once the service has accepted it.
///
/// The key goes into a file of its own (0600), and a profile that names it to the end of `config.toml`: what stands
/// there already, comments and all, is not touched.
struct NewProfile {
  let key: APIKey
  private let address: ServiceAddress
  private let secret: String

  init(_ typed: TypedKey) throws(ProgramError) {
    secret = typed.secret
    do {
      key = try APIKey(parsing: typed.secret)
    } catch {
      throw ProgramError(.permission, "This is no key: it is one word that starts with is_key_.")
    }
    do {
      address = try ServiceAddress(parsing: typed.address)
    } catch {
      throw ProgramError(.configuration, "The address “\(typed.address)” cannot be used: \(error.sentence)")
    }
  }

  func service(named name: String?) -> RemoteService {
    RemoteService(
      profile: name, address: address, keySource: .environment, authorityFile: nil,
      requestsPerMinute: LaunchPlan.defaultRequestsPerMinute,
      pollSeconds: LaunchPlan.defaultPollSeconds)
  }

  /// Writes both files; answers the profile's name, which is made of the company's and was free.
  func keep(for company: String, in places: Places) throws(ProgramError) -> String {
    do { try PrivateDirectory.make(places.keys) } catch { throw ProgramError(error) }
    let name = Self.freeName(company) { access("\(places.keys)/\($0)", F_OK) != 0 }
    let path = "\(places.keys)/\(name)"
    try Self.write(secret + "\n", to: path, O_CREAT | O_EXCL)
    do {
      try Self.write(section(name), to: places.configurationFile, O_CREAT | O_APPEND)
    } catch {
      unlink(path)
      throw error
    }
    return name
  }

  /// The profile as the file says it.
  private func section(_ name: String) -> String {
    """

    [profiles.\(name)]
    base_url = "\(address)"
    api_key_file = "keys/\(name)"

    """
  }

  /// `acme-corp`, or `acme-corp-2` where that is taken.
  static func freeName(_ company: String, isFree: (String) -> Bool) -> String {
    let words = company.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let base = String((words.isEmpty ? "main" : words.joined(separator: "-")).prefix(36))
    let numbered = (2...).lazy.map { "\(base)-\($0)" }
    return isFree(base) ? base : numbered.first(where: isFree) ?? base
  }

  private static func write(_ text: String, to path: String, _ flags: Int32) throws(ProgramError) {
    let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | flags, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw failure(path)
    }
  }

  private static func failure(_ path: String) -> ProgramError {
    ProgramError(.cannotCreate, "The key is not kept: \(path) cannot be written (\(SystemWords.last)).")
  }
}
