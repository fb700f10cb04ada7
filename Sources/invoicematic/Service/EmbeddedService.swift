import BillingAPI
import BillingServer
import CurlTransport

/// The service that runs inside the program for `--demo` and `--local`, on a Unix socket that nobody else can reach.
///
/// Its key is made for this run and stays in memory.
final class EmbeddedService: Sendable {
  let books: Books
  let address: ServiceAddress
  let key: APIKey
  private let service: BillingService
  /// Made for this run, and removed with it.
  private let folder: SocketFolder
  /// Tells receivers what happens, unless another program does so for the same books.
  private let sender: Task<Void, Never>

  private init(
    books: Books, address: ServiceAddress, key: APIKey, service: BillingService, folder: SocketFolder,
    sender: WebhookSender
  ) {
    self.books = books
    self.address = address
    self.key = key
    self.service = service
    self.folder = folder
    self.sender = Task { await sender.run(.embedded) }
  }

  /// Begins to listen; returns when connections are taken.
  ///
  /// - Parameter clock: for what is due and what is late; the screen must go by the same day.
  /// - Parameter transport: takes webhooks to their receivers.
  static func start(
    _ books: Books, clock: ServiceClock = .system, variables: Variables,
    transport: any HTTPTransport = CurlTransport()
  ) async throws(ProgramError) -> EmbeddedService {
    let folder = try SocketFolder.make(variables)
    do throws(ProgramError) {
      let socket = folder.socket
      var configuration = ServiceConfiguration()
      configuration.clock = clock
      let service = BillingService(books: books, configuration: configuration)
      do { try await service.start(on: .unixSocket(socket)) } catch { throw ProgramError(error) }
      return EmbeddedService(
        books: books, address: try Self.address(socket), key: try Self.key(books), service: service, folder: folder,
        sender: WebhookSender(books: books, transport: transport, clock: clock))
    } catch {
      folder.remove()
      throw error
    }
  }

  /// Opens the books of a start: those of `--local` in their private folder, those of the demo in memory.
  static func books(of plan: LaunchPlan.Books) throws(ProgramError) -> Books? {
    switch plan {
    case .demo: do { return try Books(.memory) } catch { throw ProgramError(error) }
    // One person's requests find little twice, and the dashboard's own mirror is in the same memory.
    case .local(let folder): return try localBooks(in: folder, readerCache: 512_000)
    case .remote, .welcome: return nil
    }
  }

  /// The books of `--local`, in their private folder.
  static func localBooks(in folder: String, readerCache: Int = 2_048_000) throws(ProgramError) -> Books {
    do { try PrivateDirectory.make(folder) } catch { throw ProgramError(error) }
    do {
      return try Books(.file(folder + "/books.sqlite"), readerCache: readerCache)
    } catch {
      throw ProgramError(error)
    }
  }

  /// Ends the requests in progress and the service, within a second, and lets go of the books.
  func stop() async {
    sender.cancel()
    await service.stop()
    await sender.value
    // What was answered is on disk already: a failure to close loses nothing.
    try? books.close()
    folder.remove()
  }

  private static func address(_ socket: String) throws(ProgramError) -> ServiceAddress {
    do { return try ServiceAddress(unixSocket: socket) } catch { throw ProgramError(.unavailable, error.sentence) }
  }

  private static func key(_ books: Books) throws(ProgramError) -> APIKey {
    do { return try APIKey(parsing: books.makeSessionKey()) } catch { throw ProgramError(.unavailable, error.reason) }
  }
}
