import BillingServer
import Foundation
import HTTPTypes
import Testing

extension Verbs {
  @Suite struct Hazards {
    let office: Office

    init() throws { office = try Office() }

    @Test func `a hazard strikes a running service from the moment it is turned on until it is turned off`()
      async throws
    {
      let service = try await RunningService(office)
      let key = try await office.key()
      #expect(try await service.send(.get, "/api/customers", key: key).status == 200)
      #expect(try await office.run("hazard", "too-many-requests", "on", "--value", "7").status == 0)
      let slowed = try await service.send(.get, "/api/customers", key: key)
      #expect(slowed.status == 429 && slowed.headers[.retryAfter] == "7")
      #expect(try await office.run("hazard", "list").output.contains(/too-many-requests +on +7 seconds +429 with/))
      #expect(try await office.run("hazard", "too-many-requests", "off").status == 0)
      #expect(try await service.send(.get, "/api/customers", key: key).status == 200)
    }

    @Test func `a service can be started with hazards, which end with it`() async throws {
      let key = try await office.key()
      let service = try await RunningService(office, "--hazard", "latency=1,html")
      #expect(try await service.send(.get, "/api/customers", key: key).status == 502)
      try await service.end()
      let next = try await RunningService(office)
      #expect(try await next.send(.get, "/api/customers", key: key).status == 200)
    }

    @Test func `what there is to turn on is told before there are books, in whole`() async throws {
      let answer = try await office.runLocally("hazard", "list")
      #expect(answer.status == 0)
      for hazard in Hazard.allCases { #expect(answer.output.contains(hazard.sentence)) }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: office.path).allSatisfy { !$0.contains("sqlite") })
      #expect(try await office.run("hazard", "list").status == 66, "books that are named are there, or it says so")
    }

    @Test(arguments: [
      ["nonsense", "on"], ["html"], ["html", "maybe"], ["html", "off", "--value", "1"],
      ["latency", "on", "--value=-1"],
    ])
    func `what is no hazard is wrong use`(arguments: [String]) async throws {
      let answer = try await office.runList(["hazard"] + arguments)
      #expect(answer.status == 64)
      #expect(!answer.complaint.isEmpty)
    }
  }
}
