import BillingAPI
import HTTPTypes
import Testing

extension Verbs {
  @Suite struct LookUps {
    let office: Office

    init() throws { office = try Office() }

    @Test(arguments: [("categories", "Travel"), ("methods", "Bank Transfer"), ("units", "hour")])
    func `each list begins with what most need, takes more, and renames`(list: String, first: String) async throws {
      let seeds = try await office.run(list, "list").lines
      #expect(seeds[0].hasPrefix("id"))
      #expect(seeds[1].wholeMatch(of: /1 +(.+)/)?.1 == first[...])
      #expect(try await office.run(list, "add", "New one").status == 0)
      #expect(try await office.run(list, "rename", "New one", "Renamed").status == 0)
      #expect(try await office.run(list, "rename", "1", "By its id").status == 0)
      let now = try await office.run(list, "list").lines
      #expect(now.count == seeds.count + 1)
      #expect(now[1].hasSuffix("By its id"))
      #expect(now.last?.hasSuffix("Renamed") == true)
    }

    @Test func `a name that is taken or empty, and an entry that is not there, are refused`() async throws {
      let taken = try await office.run("units", "add", "hour")
      #expect(taken.status == 64)
      #expect(taken.complaint.contains("“hour” cannot be a name here"))
      #expect(try await office.run("units", "add", " ").status == 64)
      #expect(try await office.run("units", "rename", "league", "mile").complaint.contains("have no “league”"))
    }

    @Test func `without --books the books of --local are meant`() async throws {
      #expect(try await office.runLocally("units", "add", "fathom").status == 0)
      #expect(try await office.runLocally("units", "list").output.contains("fathom"))
      #expect(try await office.run("units", "list").output.contains("fathom") == false)
    }

    @Test func `a running service knows a new category at once`() async throws {
      let service = try await RunningService(office)
      let key = try await office.key("expenses:write")
      let body: JSONValue = ["expense_date": "2026-02-07", "expense_category_id": 9, "amount": 100, "currency_id": 1]
      #expect(try await service.send(.post, "/api/expenses", body, key: key).status == 422)
      #expect(try await office.run("categories", "add", "Training").output == "Added expense category 9, Training.\n")
      let reply = try await service.send(.post, "/api/expenses", body, key: key)
      #expect(reply.data["expense_category"]?["name"] == "Training")
    }
  }
}
