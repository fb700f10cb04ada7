import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Testing

@Suite(.bothDoors) struct ListTests {
  let service: TestService

  init() async throws {
    service = try TestService()
    try SampleBooksFilling.fill(service)
  }

  @Test func `a page says where it stands and leads to its neighbours`() async throws {
    let reply = try await service.get("/api/invoices?page=2&limit=25&status=COMPLETED")
    let meta = try #require(reply.json["meta"])
    #expect(meta.object?.names == ["current_page", "from", "last_page", "per_page", "to", "total"])
    let total = try #require(meta["total"]?.integer)
    let last = (total + 24) / 25
    #expect(meta["current_page"] == 2 && meta["from"] == 26 && meta["to"] == 50 && meta["per_page"] == 25)
    #expect(meta["last_page"]?.integer == last)
    for (name, page) in [("first", 1), ("last", last), ("prev", 1), ("next", 3)] {
      let link = try #require(reply.json["links"]?[name]?.string)
      let parts = try #require(link.wholeMatch(of: /http:\/\/(?:localhost|127\.0\.0\.1:\d+)(\/.+)/), "\(link)")
      #expect(parts.1 == "/api/invoices?page=\(page)&limit=25&status=COMPLETED")
      #expect(try await service.get(String(parts.1)).json["meta"]?["current_page"]?.integer == page)
    }
  }

  @Test func `pages hold ten unless told and a hundred at most`() async throws {
    #expect(try await service.get("/api/invoices").data.array?.count == 10)
    let much = try await service.get("/api/invoices?limit=1000")
    #expect(much.data.array?.count == 100)
    #expect(much.json["meta"]?["per_page"] == 100)
  }

  @Test func `past the end there is an empty page`() async throws {
    let reply = try await service.get("/api/items?page=900")
    #expect(reply.status == 200)
    #expect(reply.data == [])
    #expect(reply.json["meta"]?["from"] == .null)
    #expect(reply.json["links"]?["next"] == .null)
  }

  @Test func `the newest come first and no record comes twice`() async throws {
    let all = try await SampleBooksTests.all(.invoices, service)
    let order = all.map { ($0["invoice_date"]?.string ?? "", $0["id"]?.integer ?? 0) }
    #expect(order.elementsEqual(order.sorted { $0 > $1 }, by: ==))
    #expect(Set(order.map(\.1)).count == 400)
  }

  @Test(arguments: ResourceKind.allCases)
  func `whatever the size of its pages a list is the same, to its last page`(kind: ResourceKind) async throws {
    let all = try await SampleBooksTests.all(kind, service)
    var paged: [JSONValue] = []
    while paged.count < all.count {
      let reply = try await service.get("\(kind.path)?limit=7&page=\(paged.count / 7 + 1)")
      paged += try #require(reply.data.array)
    }
    #expect(paged == all)
  }

  @Test func `records that come, move to another month and go leave every page what it should be`() async throws {
    let line: JSONValue = ["expense_category_id": 1, "amount": 100, "currency_id": 1]
    for day in ["2024-02-29", "2026-02-07", "2026-02-28", "2031-01-01"] {
      _ = try await service.create(.expenses, line.with(["expense_date": .string(day)]))
    }
    for (id, day) in [(3, "2020-01-31"), (70, "2031-01-31"), (71, "2026-02-01")] {
      #expect(
        try await service.send(.put, "/api/expenses/\(id)", line.with(["expense_date": .string(day)])).status == 200)
    }
    for id in [1, 60, 70] { #expect(try await service.send(.delete, "/api/expenses/\(id)").status == 204) }
    let all = try await SampleBooksTests.all(.expenses, service)
    let days = all.map { $0["expense_date"]?.string ?? "" }
    #expect(days == days.sorted(by: >) && all.count == 151)
    for page in [1, 2, 8, 15, 16, 22] {
      let reply = try await service.get("/api/expenses?limit=7&page=\(page)")
      #expect(reply.data.array == Array(all.dropFirst((page - 1) * 7).prefix(7)))
    }
  }

  @Test(arguments: ["DRAFT", "SENT", "VIEWED", "OVERDUE", "COMPLETED"])
  func `a status narrows the list to what reads so`(status: String) async throws {
    let all = try await SampleBooksTests.all(.invoices, service).filter { $0["status"]?.string == status }
    let reply = try await service.get("/api/invoices?limit=100&status=\(status)")
    #expect(reply.json["meta"]?["total"]?.integer == Int64(all.count))
    #expect(reply.data.array == Array(all.prefix(100)))
  }

  @Test(arguments: [ResourceKind.invoices, .payments, .estimates, .expenses])
  func `a customer narrows every list that has one`(kind: ResourceKind) async throws {
    let all = try await SampleBooksTests.all(kind, service).filter { $0["customer_id"] == 7 }
    let reply = try await service.get("\(kind.path)?limit=100&customer_id=7")
    #expect(!all.isEmpty)
    #expect(reply.data.array == all)
  }

  @Test(arguments: [
    "page=0", "page=-1", "page=x", "page=1.5", "limit=0", "limit=-3", "limit=99999999999999999999", "status=LOST",
    "customer_id=abc",
  ])
  func `a query that cannot be honoured is refused`(query: String) async throws {
    let reply = try await service.get("/api/invoices?\(query)")
    #expect(reply.status == 422)
    #expect(reply.refusedFields == [String(query.prefix { $0 != "=" })])
  }
}
