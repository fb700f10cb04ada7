import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Testing

@Suite struct SampleBooksTests {
  static func sample(seed: UInt64 = 1, hostile: Bool = false) throws -> TestService {
    let service = try TestService()
    try SampleBooks(seed: seed, today: TestService.today, isHostile: hostile).fill(service.books)
    return service
  }

  /// All records of a kind, over all pages.
  static func all(_ kind: ResourceKind, _ service: TestService) async throws -> [JSONValue] {
    var records: [JSONValue] = []
    var page = 1
    while true {
      let reply = try await service.get("\(kind.path)?limit=100&page=\(page)")
      records += reply.data.array ?? []
      guard page < (reply.json["meta"]?["last_page"]?.integer ?? 0) else { return records }
      page += 1
    }
  }

  @Test func `a small business has sixty customers and four hundred invoices in every state`() async throws {
    let service = try Self.sample()
    for (kind, count) in [(ResourceKind.customers, 60), (.invoices, 400), (.items, 23), (.estimates, 80)] {
      #expect(try await service.get(kind.path).json["meta"]?["total"]?.integer == Int64(count))
    }
    let invoices = try await Self.all(.invoices, service)
    #expect(Set(invoices.compactMap { $0["status"]?.string }) == ["DRAFT", "SENT", "VIEWED", "OVERDUE", "COMPLETED"])
    #expect(Set(invoices.compactMap { $0["paid_status"]?.string }) == ["UNPAID", "PARTIALLY_PAID", "PAID"])
    let estimates = try await Self.all(.estimates, service)
    let standings = Set(estimates.compactMap { $0["status"]?.string })
    #expect(standings.isSuperset(of: ["SENT", "ACCEPTED", "REJECTED", "EXPIRED"]))
  }

  @Test func `every sum of the sample holds`() async throws {
    let service = try Self.sample()
    let payments = try await Self.all(.payments, service)
    #expect(payments.count > 300)
    let paid = Dictionary(grouping: payments) { $0["invoice_id"]?.integer }
      .mapValues { $0.reduce(0) { $0 + ($1["amount"]?.integer ?? 0) } }
    for invoice in try await Self.all(.invoices, service) {
      func cents(_ name: String) -> Int64 { invoice[name]?.integer ?? -1 }
      let lines = invoice["items"]?.array ?? []
      #expect(!lines.isEmpty)
      #expect(lines.reduce(0) { $0 + ($1["total"]?.integer ?? 0) } == cents("sub_total"))
      #expect(cents("sub_total") - cents("discount_val") + cents("tax") == cents("total"))
      #expect(cents("due_amount") == cents("total") - paid[invoice["id"]?.integer, default: 0])
    }
  }

  @Test func `what the service says of a sample invoice it would take back`() async throws {
    let service = try Self.sample()
    for invoice in try await Self.all(.invoices, service).prefix(40) {
      let id = try #require(invoice["id"]?.integer)
      let reply = try await service.send(.put, ResourceKind.invoices.recordPath(id), invoice)
      #expect(reply.status == 200, "\(reply.text)")
      #expect(reply.data["due_amount"] == invoice["due_amount"])
      #expect(reply.data["status"] == invoice["status"])
    }
  }

  @Test func `the same seed gives the same books and another seed others`() async throws {
    let first = try await Self.all(.invoices, try Self.sample())
    #expect(first == (try await Self.all(.invoices, try Self.sample())))
    #expect(first != (try await Self.all(.invoices, try Self.sample(seed: 2))))
  }

  @Test func `some of it is always fresh`() async throws {
    let service = try Self.sample()
    let month = TestService.today.adding(days: -30).iso
    #expect(try await Self.all(.payments, service).contains { ($0["payment_date"]?.string ?? "") > month })
    let today = TestService.today.iso
    let soon = TestService.today.adding(days: 14).iso
    #expect(
      try await Self.all(.invoices, service).contains {
        let due = $0["due_date"]?.string ?? ""
        return due >= today && due <= soon && ($0["due_amount"]?.integer ?? 0) > 0
      })
  }

  @Test func `hostile books are served like any others`() async throws {
    let service = try Self.sample(hostile: true)
    let customers = try await Self.all(.customers, service)
    #expect(customers.contains { ($0["name"]?.string ?? "").contains("\u{1B}") })
    #expect(customers.contains { $0["email"] == .null })
    #expect(try await Self.all(.invoices, service).contains { ($0["notes"]?.string ?? "").utf8.count >= 10_000 })
  }

  @Test func `books that hold anything are not filled`() async throws {
    let service = try Self.sample()
    #expect(throws: BooksError.notEmpty) { try SampleBooks(today: TestService.today).fill(service.books) }
  }
}
