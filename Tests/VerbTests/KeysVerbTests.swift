import HTTPTypes
import Testing

extension Verbs {
  @Suite struct Keys {
    let office: Office

    init() throws { office = try Office() }

    @Test func `a key is printed alone and valid at once in a running service`() async throws {
      let service = try await RunningService(office)
      let answer = try await office.run("keys", "create", "--name", "Till", "--scopes", "customers:read")
      #expect(answer.status == 0 && answer.complaint.isEmpty)
      let key = try #require(answer.output.wholeMatch(of: /(is_key_[0-9a-f]{48})\n/)?.1)
      #expect(try await service.send(.get, "/api/customers", key: String(key)).status == 200)
      #expect(try await service.send(.get, "/api/invoices", key: String(key)).status == 403)
    }

    @Test func `a revoked key is refused at once, and listed as what it is`() async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      #expect(try await service.send(.get, "/api/me", key: key).status == 200)
      #expect(try await office.run("keys", "revoke", "Tests").status == 0)
      #expect(try await service.send(.get, "/api/me", key: key).status == 401)
      let list = try await office.run("keys", "list")
      #expect(list.lines.count == 2)
      #expect(list.lines[1].contains("revoked"))
      #expect(!list.output.contains(key.dropFirst(7)))
    }

    @Test func `an end and addresses are kept to`() async throws {
      let service = try await RunningService(office, "--listen", "127.0.0.1:0")
      func status(_ option: String, _ value: String) async throws -> Int {
        let answer = try await office.run(
          "keys", "create", "--name", value, "--scopes", "items:read", option, value)
        return try await service.send(.get, "/api/items", key: try #require(answer.lines.first)).status
      }
      #expect(try await status("--expires", "2020-01-31") == 401)
      #expect(try await status("--expires", "2020-01-31T10:00:00Z") == 401)
      #expect(try await status("--expires", "2999-12-31") == 200)
      #expect(try await status("--allow-ip", "10.0.0.0/8,::1") == 401)
      #expect(try await status("--allow-ip", "10.0.0.0/8,127.0.0.0/8") == 200)
    }

    @Test(arguments: [
      ["--name", "Till", "--scopes", "everything"], ["--name", "Till"], ["--name", "", "--scopes", "items:read"],
      ["--name", "Till", "--scopes", "items:read", "--expires", "soon"],
      ["--name", "Till", "--scopes", "items:read", "--allow-ip", "here"],
    ])
    func `what makes no key is wrong use and prints none`(arguments: [String]) async throws {
      let answer = try await office.runList(["keys", "create"] + arguments)
      #expect(answer.status == 64)
      #expect(answer.output.isEmpty && !answer.complaint.isEmpty)
    }

    @Test func `a key that is not there cannot be revoked, nor one of books that are not there`() async throws {
      #expect(try await office.run("keys", "revoke", "Till").status == 66)
      _ = try await office.key()
      let unknown = try await office.run("keys", "revoke", "Till")
      #expect(unknown == .init(status: 64, output: "", complaint: "invoicematic: The books have no “Till”.\n"))
    }
  }
}
