import ArgumentParser
import BillingServer
import CurlTransport
import Glibc
import Logging

/// Runs the service alone, for programs other than the dashboard, until it is told to end.
struct ServeVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer the API over books on this machine, until told to end.")

  @Option(help: ArgumentHelp("Take connections here; port 0 takes any that is free.", valueName: "host:port"))
  var listen: ListenOption?

  @Option(help: ArgumentHelp("Take connections on a Unix socket that only you can reach.", valueName: "path"))
  var socket: String?

  @Option(help: ArgumentHelp("Name the company that the books belong to, or rename it.", valueName: "name"))
  var company: String?

  @Option(help: ArgumentHelp("Fill empty books with a business that never was.", valueName: "small|count"))
  var sample: SampleOption?

  @Flag(help: "Put into the sample what breaks careless programs: escape sequences, endless notes, nulls.")
  var hostile = false

  @Option(
    help: ArgumentHelp(
      "Do wrong on purpose while it runs: names of “hazard list”, separated by commas.", valueName: "name[=number]"))
  var hazard: HazardsOption?

  @OptionGroup var books: BooksOption

  func validate() throws {
    if listen != nil, socket != nil { throw ValidationError("--listen and --socket are two places: choose one.") }
    if hostile, sample == nil { throw ValidationError("--hostile says what --sample is to be like: give both.") }
  }

  func run() async throws {
    // Caught from the start: a service that is told to end while it starts must not leave its socket behind.
    let ending = EndingSignal()
    OpenFiles.raiseLimit()
    let (books, advice) = try prepared()
    let service = BillingService(books: books, configuration: configuration)
    for (hazard, value) in hazard?.values ?? [] { service.hazards.turnOn(hazard, value: value) }
    let running: RunningAddress
    do { running = try await service.start(on: address) } catch { throw ProgramError(error) }
    let sender = Task { await WebhookSender(books: books, transport: CurlTransport()).run() }
    StandardStream.say("The books answer at \(running.baseURL).\(warning)")
    if let advice { StandardStream.write(advice, to: STDERR_FILENO) }
    let signal = await ending.wait()
    sender.cancel()
    await service.stop()
    await sender.value
    // What was answered is on disk already: a failure to close loses nothing.
    try? books.close()
    if signal != SIGTERM { throw ExitCode(128 + signal) }
  }

  /// The books, with the lists that records refer to, the sample where one is asked for, and the company's name; and
  /// what is to be said where they have none.
  private func prepared() throws(ProgramError) -> (Books, advice: String?) {
    let books = try books.open()
    do {
      try sample?.fill(books, isHostile: hostile)
      try books.seedLookUps()
      if let company { try books.nameCompany(company) }
      return try (books, books.isSetUp ? nil : Self.unnamed)
    } catch {
      throw ProgramError(error)
    }
  }

  /// Nothing is written for them: `--local` still asks for name and currency.
  private static let unnamed =
    "Nobody has named the company of these books yet: they answer as “\(Books.unnamedCompany)”. "
    + "Name it with --company, or by opening the books in the dashboard."

  /// Requests are told of on standard error, each with an id of its own.
  private var configuration: ServiceConfiguration {
    var configuration = ServiceConfiguration()
    configuration.logger = Logger(label: "invoicematic.service") { StreamLogHandler.standardError(label: $0) }
    return configuration
  }

  private var address: ListeningAddress {
    if let socket { return .unixSocket(socket) }
    let place = listen ?? ListenOption()
    return .loopback(host: place.host, port: place.port)
  }

  private var warning: String {
    guard socket == nil, let listen, !listen.isLoopback else { return "" }
    return " Everyone who reaches this machine can knock there; nothing is encrypted."
  }
}
