import Billing
import BillingAPI
import BillingClient
import BillingServer
import BillingSync
import CurlTransport
import Dashboard
import FoundationEssentials
import Store
import Synchronization

/// Opens the books that a start or the welcome screen asks for: sample books, the user's own, or a service elsewhere.
final class ProgramOpener: BooksOpener {
  private let launch: Launch
  /// The key of the configured service, read while the terminal was still the user's: a command may ask for a password.
  private let configuredKey: APIKey?
  /// The service within the program, to be stopped at the end.
  private let embedded = Mutex<EmbeddedService?>(nil)

  private let lastFailure = Mutex<ProgramError?>(nil)

  /// - Throws: where a service is configured and its key cannot be read.
  init(launch: Launch) throws(ProgramError) {
    self.launch = launch
    configuredKey = try launch.configuredKey()
  }

  /// Why nothing could be opened, for the end of a program that has no screen to say it on.
  var failure: ProgramError? { lastFailure.withLock { $0 } }

  func open(
    _ choice: OpenChoice, report: @escaping @Sendable (SyncEvent) -> Void
  ) async throws(OpenFailure) -> OpenBooks {
    do throws(ProgramError) {
      switch choice {
      case .demo: return try await openDemo(report)
      case .local(let setup): return try await openLocal(setup, report)
      case .remote(let typed): return try await openRemote(typed, report)
      }
    } catch {
      lastFailure.withLock { $0 = error }
      throw error == Self.questionsFirst ? .needsSetup : .failed(error.message)
    }
  }

  /// Ends the service within the program, if there is one.
  func close() async { await embedded.withLock({ $0 })?.stop() }

  /// Stands for books that nobody has set up yet.
  private static let questionsFirst = ProgramError(.fine, "")

  // MARK: The three kinds

  private func openDemo(_ report: @escaping @Sendable (SyncEvent) -> Void) async throws(ProgramError) -> OpenBooks {
    guard let books = try EmbeddedService.books(of: .demo) else { throw Self.questionsFirst }
    do { try SampleBooks(.small, today: launch.day).fill(books) } catch { throw ProgramError(error) }
    return try await serve(books, .demo, folder: nil, report)
  }

  private func openLocal(
    _ setup: OpenChoice.Setup?, _ report: @escaping @Sendable (SyncEvent) -> Void
  ) async throws(ProgramError) -> OpenBooks {
    guard let books = try EmbeddedService.books(of: .local(folder: launch.localFolder)) else {
      throw Self.questionsFirst
    }
    do {
      if try !books.isSetUp {
        guard let setup else {
          try books.close()
          throw Self.questionsFirst
        }
        try books.setUp(companyName: setup.companyName, currencyID: Identifier(setup.currencyID))
      }
    } catch let error as BooksError {
      throw ProgramError(error)
    } catch let error as ProgramError {
      throw error
    } catch {
      throw ProgramError(.inputOutput, "\(error)")
    }
    return try await serve(books, .local, folder: try launch.stateFolder("@local"), report)
  }

  private func serve(
    _ books: Books, _ place: SessionFacts.Place, folder: String?, _ report: @escaping @Sendable (SyncEvent) -> Void
  ) async throws(ProgramError) -> OpenBooks {
    let company: (name: String, currencyID: Identifier<Currency>)?
    do { company = try books.company } catch { throw ProgramError(error) }
    let stores = beginOpening(folder)
    let transport = CurlTransport()
    let service = try await EmbeddedService.start(
      books, clock: launch.serviceClock, variables: launch.variables, transport: transport)
    embedded.withLock { $0 = service }
    let client = BillingClient(
      address: service.address, key: service.key, transport: transport, readOnly: launch.plan.isReadOnly,
      userAgent: Version.userAgent)
    return open(
      client, place, try await stores.value.get(), settings: place == .demo ? .demo : .local, company: company,
      service: place == .demo ? "demo" : "local", booksVersion: { books.version }, report)
  }

  private func openRemote(
    _ typed: TypedKey?, _ report: @escaping @Sendable (SyncEvent) -> Void
  ) async throws(ProgramError) -> OpenBooks {
    if let typed { return try await openTyped(typed, report) }
    guard case .remote(let service) = launch.plan.books, let configuredKey else {
      throw ProgramError(.configuration, "No service is configured.")
    }
    return try open(service, configuredKey, report)
  }

  /// A key from the welcome screen is tried first, and kept only when the service knows it.
  private func openTyped(
    _ typed: TypedKey, _ report: @escaping @Sendable (SyncEvent) -> Void
  ) async throws(ProgramError) -> OpenBooks {
    let profile = try NewProfile(typed)
    let company: String
    do {
      company = try await client(profile.service(named: nil), profile.key).me().company.name
    } catch {
      throw ProgramError(.permission, "\(Sentences.sentence(for: ServiceFailure(error))) The key was not kept.")
    }
    let name = try profile.keep(for: company, in: launch.places)
    return try open(profile.service(named: name), profile.key, report)
  }

  // MARK: Parts

  private func client(_ service: RemoteService, _ key: APIKey) -> BillingClient {
    BillingClient(
      address: service.address, key: key, transport: CurlTransport(caFile: service.authorityFile),
      readOnly: launch.plan.isReadOnly, userAgent: Version.userAgent)
  }

  private func open(
    _ service: RemoteService, _ key: APIKey, _ report: @escaping @Sendable (SyncEvent) -> Void
  ) throws(ProgramError) -> OpenBooks {
    let name = service.profile ?? service.address.description
    let folder = StoreFolder(try launch.stateFolder(service.stateName(key: key)), keepsMirror: launch.plan.keepsMirror)
    return open(
      client(service, key), .remote(name), try folder.open(), settings: service.syncSettings,
      service: service.address.description, report)
  }

  /// Opens the store, and reads the figures of the first frame, beside whatever else the start waits for.
  private func beginOpening(_ folder: String?) -> Task<Result<StoreFolder.Stores, ProgramError>, Never> {
    let folder = StoreFolder(folder, keepsMirror: launch.plan.keepsMirror)
    return Task.detached(priority: .userInitiated) { [launch] in
      do throws(ProgramError) {
        var stores = try folder.open()
        stores.overview = OpenBooks.firstFigures(stores.mirror, on: launch.day)
        return .success(stores)
      } catch {
        return .failure(error)
      }
    }
  }

  private func open(
    _ client: BillingClient, _ place: SessionFacts.Place, _ stores: StoreFolder.Stores, settings: SyncSettings,
    company: (name: String, currencyID: Identifier<Currency>)? = nil, service: String,
    booksVersion: (@Sendable () -> Int?)? = nil, _ report: @escaping @Sendable (SyncEvent) -> Void
  ) -> OpenBooks {
    let synchronizer = Synchronizer(
      client: client, mirror: stores.mirror, local: stores.local, settings: settings, booksVersion: booksVersion,
      report: report)
    return OpenBooks(
      place: place, isReadOnly: launch.plan.isReadOnly, synchronizer: synchronizer, mirror: stores.mirror,
      local: stores.local, warnings: stores.warnings, fetchesAll: true,
      company: company.map { Company(id: Identifier(1), name: $0.name) }, homeCurrency: company?.currencyID,
      views: place == .demo ? SessionViews() : ViewsFile(folder: launch.places.configuration),
      service: service, overview: stores.overview)
  }
}
