import BillingAPI
import BillingServer

/// How the books of a start are reached: address and key, and where what is fetched is kept.
struct Reach {
  let address: ServiceAddress
  let key: APIKey
  /// A folder for its owner alone; nil where nothing is to outlive the program.
  let stateFolder: String?
  /// To be stopped at the end.
  let embedded: EmbeddedService?

  /// Reads the key, or starts the service within; nil where the welcome screen must ask first.
  ///
  /// - Parameter prepare: what is to be done with embedded books before anybody asks for them.
  static func make(
    _ launch: Launch, prepare: (Books) throws(ProgramError) -> Void
  ) async throws(ProgramError) -> Reach? {
    if case .remote(let service) = launch.plan.books { return try remote(service, launch) }
    guard let books = try EmbeddedService.books(of: launch.plan.books) else { return nil }
    try prepare(books)
    let embedded = try await EmbeddedService.start(books, variables: launch.variables)
    var folder: String?
    if case .local = launch.plan.books { folder = try stateFolder("@local", launch) }
    return Reach(address: embedded.address, key: embedded.key, stateFolder: folder, embedded: embedded)
  }

  private static func remote(_ service: RemoteService, _ launch: Launch) throws(ProgramError) -> Reach {
    let key: APIKey
    do {
      key = try KeyReader(variables: launch.variables).key(from: service.keySource)
    } catch {
      throw ProgramError(.key(error))
    }
    let folder = try stateFolder(service.stateName(key: key), launch)
    return Reach(address: service.address, key: key, stateFolder: folder, embedded: nil)
  }

  private static func stateFolder(_ name: String, _ launch: Launch) throws(ProgramError) -> String {
    let folder = launch.places.state(of: name)
    do { try PrivateDirectory.make(folder) } catch { throw ProgramError(error) }
    return folder
  }
}
