import BillingAPI
import Foundation
import HTTPTypes
import Testing

extension Verbs {
  @Suite struct Serving {
    let office: Office

    init() throws { office = try Office() }

    @Test func `a socket is for its owner alone, and is gone after the end`() async throws {
      let service = try await RunningService(office)
      #expect(service.greeting == "The books answer at unix:\(office.socket).")
      let facts = try FileManager.default.attributesOfItem(atPath: office.socket)
      #expect(facts[.posixPermissions] as? Int == 0o600)
      #expect(try await service.send(.get, "/health", key: "none").json["status"] == "healthy")
      #expect(try await service.end() == 0)
      #expect(!FileManager.default.fileExists(atPath: office.socket))
    }

    @Test(arguments: [(SIGTERM, 0), (SIGINT, 130), (SIGHUP, 129)] as [(Int32, Int32)])
    func `a signal ends it in an orderly way`(signal: Int32, status: Int32) async throws {
      let service = try await RunningService(office)
      #expect(try await service.end(by: signal) == status)
    }

    @Test func `it listens on loopback and says nothing more; elsewhere it warns`() async throws {
      let inside = try await RunningService(office, "--listen", "127.0.0.1:0")
      #expect(inside.greeting.contains(/^The books answer at http:\/\/127\.0\.0\.1:\d+\/api\/v1\.$/))
      let outside = try await RunningService(office, "--listen", "0.0.0.0:0")
      #expect(outside.greeting.contains("Everyone who reaches this machine can knock there"))
    }

    @Test func `the log has a line with an id for each request, and no secret`() async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      _ = try await service.send(.post, "/api/customers", Samples.customer, key: key)
      _ = try await service.send(.get, "/api/customers?customer_id=4711", key: key)
      try await service.end()
      let logged = try service.logged
      let requests = logged.split(separator: "\n").filter { $0.contains("/api/customers") }
      #expect(requests.count == 2)
      let ids = requests.compactMap { $0.firstMatch(of: /request=(\S+)/)?.1 }
      #expect(Set(ids).count == 2)
      for secret in [key, "4711", "Jane", "jane@example.com"] { #expect(!logged.contains(secret)) }
    }

    @Test func `a sample fills empty books and no others`() async throws {
      let first = try await RunningService(office, "--sample", "20", "--hostile")
      let key = try await office.key()
      #expect(try await first.send(.get, "/api/invoices", key: key).json["meta"]?["total"] == 20)
      try await first.end()
      let again = try await office.run("serve", "--socket", office.socket, "--sample", "small")
      #expect(again.status == 64)
      #expect(again.complaint.contains("sample data goes into empty ones only"))
    }

    @Test func `books that nobody has named answer under a name of their own, and say so`() async throws {
      let service = try await RunningService(office)
      let key = try await office.key("invoices:read")
      #expect(try await service.send(.get, "/api/me", key: key).json["company"]?["name"] == "My Company")
      try await service.end()
      #expect(try service.logged.contains("Nobody has named the company of these books yet"))
      let named = try await RunningService(office, "--company", "Harbor Coffee")
      let company = try await named.send(.get, "/api/me", key: key).json["company"]
      #expect(company?["name"] == "Harbor Coffee" && company?["slug"] == "harbor-coffee")
      try await named.end()
      #expect(try !named.logged.contains("Nobody has named"))
    }

    @Test func `nothing is left beside the books of a service that ended, or of a verb`() async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      _ = try await service.send(.post, "/api/customers", Samples.customer, key: key)
      try await service.end()
      #expect(try beside() == [])
      #expect(try await office.run("check").status == 0)
      #expect(try await office.run("units", "add", "fathom").status == 0)
      #expect(try beside() == [])
    }

    private func beside() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: office.path).filter { $0.hasPrefix("books.sqlite-") }
    }

    @Test func `a place that another service has is left to it`() async throws {
      let service = try await RunningService(office)
      let answer = try await office.run("serve", "--socket", office.socket)
      #expect(answer.status == 69)
      #expect(answer.complaint.contains("another service answers in its place"))
      #expect(try await service.send(.get, "/health", key: "none").status == 200)
    }

    @Test(arguments: [
      ["--listen", "here"], ["--listen", "127.0.0.1:99999"], ["--listen", "127.0.0.1:0", "--socket", "s"],
      ["--sample", "0"], ["--hostile"], ["--hazard", "nonsense"],
      ["--company", " "],
    ])
    func `wrong use starts nothing`(arguments: [String]) async throws {
      let answer = try await office.runList(["serve"] + arguments)
      #expect(answer.status == 64)
      #expect(!answer.complaint.isEmpty)
    }
  }
}
