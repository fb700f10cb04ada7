import Billing
import BillingAPI
import BillingClient
import BillingServer
import CurlTransport
import Glibc
import HTTPTypes
import TestSupport
import Testing

@testable import invoicematic

/// The service within the program: reached over a socket that is nobody else's, gone when it stops.
@Suite struct EmbeddedServiceTests {
  private let folder: TestFolder
  private let variables: Variables

  init() throws {
    folder = try TestFolder()
    variables = Variables(["TMPDIR": folder.path])
  }

  @Test func `a client reaches it with the key of the run, until it stops`() async throws {
    let books = try Books(.memory)
    try books.setUp(companyName: "Harbor Coffee", currencyID: Identifier(1))
    let service = try await EmbeddedService.start(books, variables: variables)
    let client = BillingClient(address: service.address, key: service.key, transport: CurlTransport())
    #expect(try await client.me().company.name == "Harbor Coffee")
    await service.stop()
    await #expect(throws: APIError.self) { try await client.me() }
  }

  @Test func `its socket lies in a fresh folder, both for the owner alone, and both go with it`() async throws {
    let service = try await EmbeddedService.start(try Books(.memory), variables: variables)
    let socket = try #require(service.address.unixSocket)
    #expect(socket.hasPrefix(folder.path + "/invoicematic-"))
    let parts = socket.split(separator: "/").suffix(2).map(String.init)
    #expect(folder.mode(parts[0]) == 0o700)
    #expect(folder.mode(parts.joined(separator: "/")) == 0o600)
    await service.stop()
    #expect(folder.mode(parts[0]) == nil)
  }

  @Test func `another key is not let in`() async throws {
    let service = try await EmbeddedService.start(try Books(.memory), variables: variables)
    let stranger = BillingClient(
      address: service.address, key: try APIKey(parsing: "is_key_of_somebody_else"), transport: CurlTransport())
    await #expect(throws: APIError.self) { try await stranger.me() }
    await service.stop()
  }

  @Test func `receivers are told what happens in it, with no other program running`() async throws {
    let books = try Books(.file(folder.path + "/books.sqlite"))
    try books.setUp(companyName: "Harbor Coffee", currencyID: Identifier(1))
    _ = try books.addWebhook("http://127.0.0.1:9/hook")
    let receiver = TakingReceiver()
    let service = try await EmbeddedService.start(books, variables: variables, transport: receiver)
    let client = BillingClient(address: service.address, key: service.key, transport: CurlTransport())
    _ = try await client.create(.customers, body: Array(#"{"name":"Jane Roe"}"#.utf8), key: IdempotencyKey())
    var events = receiver.events.makeAsyncIterator()
    #expect(await events.next() == "customer.created")
    await service.stop()
  }

  @Test func `one's own books are kept in their private folder from one run to the next`() throws {
    let place = LaunchPlan.Books.local(folder: folder.path + "/data")
    let first = try #require(try EmbeddedService.books(of: place))
    try first.setUp(companyName: "Harbor Coffee", currencyID: Identifier(1))
    try first.close()
    #expect(folder.mode("data") == 0o700)
    #expect(folder.mode("data/books.sqlite") == 0o600)
    #expect(try EmbeddedService.books(of: place)?.company?.name == "Harbor Coffee")
  }

  @Test func `what is no books file is refused and left as it is`() throws {
    try PrivateDirectory.make(folder.path + "/data")
    let path = try folder.file("data/books.sqlite", String(repeating: "no database ", count: 100))
    let error = #expect(throws: ProgramError.self) {
      try EmbeddedService.books(of: .local(folder: folder.path + "/data"))
    }
    #expect(error?.status == .unreadableData)
    #expect(try TextFile.read(path).hasPrefix("no database"))
  }

  @Test func `a folder whose socket would have too long a path is passed over`() async throws {
    let long = "/" + String(repeating: "a", count: 90)
    #expect(SocketFolder.parents(Variables(["XDG_RUNTIME_DIR": long, "TMPDIR": "/tmp/x"])) == ["/tmp/x"])
    #expect(
      SocketFolder.parents(Variables(["XDG_RUNTIME_DIR": "/run/user/1", "TMPDIR": "relative"])) == ["/run/user/1"])
    let made = try SocketFolder.make(Variables(["TMPDIR": "/nowhere/at/all"]))
    defer { made.remove() }
    #expect(made.path.hasPrefix("/tmp/invoicematic-"))
    #expect(made.socket.utf8.count <= 107)
  }

  @Test func `what a killed program left behind goes at the next start, and nothing else does`() throws {
    let stale = folder.path + "/invoicematic-aaaaaa"
    let foreign = folder.path + "/invoicematic-bbbbbb"
    for path in [stale, foreign] {
      #expect(mkdir(path, 0o700) == 0)
      close(open(path + "/service", O_CREAT | O_WRONLY, 0o600))
    }
    close(open(stale + "/lock", O_CREAT | O_WRONLY, 0o600))
    let used = try SocketFolder.make(variables)
    #expect(access(stale, F_OK) != 0, "nobody holds its lock")
    #expect(access(foreign + "/service", F_OK) == 0, "without a lock it is nobody's to remove")
    let next = try SocketFolder.make(variables)
    #expect(access(used.path, F_OK) == 0, "it is in use")
    next.remove()
    used.remove()
    #expect(access(used.path, F_OK) != 0)
  }
}

/// A receiver of webhooks that takes everything and tells the events.
private final class TakingReceiver: HTTPTransport {
  let events: AsyncStream<String>
  private let announce: AsyncStream<String>.Continuation

  init() { (events, announce) = AsyncStream<String>.makeStream() }

  func send(_ request: HTTPRequest, body: [UInt8]?, options: TransportOptions) async throws(TransportError)
    -> TransportResponse
  {
    announce.yield(request.headerFields[.webhookEvent] ?? "")
    return TransportResponse(status: 200)
  }
}
