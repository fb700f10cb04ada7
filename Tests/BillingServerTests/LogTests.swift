import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Logging
import Synchronization
import TestSupport
import Testing

/// Takes down what the service logs.
private final class Notebook: Sendable {
  private let pages = Mutex<[String]>([])
  var lines: [String] { pages.withLock { $0 } }

  struct Handler: LogHandler {
    let notebook: Notebook
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      notebook.pages.withLock { $0.append("\(event.message) \(event.metadata ?? [:]) \(metadata)") }
    }
  }
}

@Suite struct LogTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `a request is logged with its id and status, and without key, query or body`() async throws {
    let notebook = Notebook()
    let test = try TestService()
    var configuration = test.service.configuration
    configuration.logger = Logger(label: "test") { _ in Notebook.Handler(notebook: notebook) }
    let service = BillingService(books: test.books, configuration: configuration)
    let path = folder.path + "/s"
    try await service.start(on: .unixSocket(path))
    _ = try await Curl.run([
      "--unix-socket", path, "http://x/api/customers?limit=5&secretly=yes", "-H", "Authorization: Bearer \(test.key)",
      "-H", "Content-Type: application/json", "-d", "{\"name\":\"Quiet Person\"}",
    ])
    await service.stop()
    let line = try #require(notebook.lines.first { $0.hasPrefix("POST /api/customers 201") })
    #expect(line.contains("request") && line.contains("milliseconds"))
    for line in notebook.lines {
      #expect(!line.contains(test.key) && !line.contains("secretly") && !line.contains("Quiet Person"))
    }
  }
}
