import Billing
import BillingAPI
import Foundation
import Store
import Testing

/// A service that is written to while its pages are on their way.
private struct ChangingService {
  var records: [ResourceKind: [Int: String]] = [:]
  var clock = 0
  var random: SplitMix

  static let kinds: [ResourceKind] = [.invoices, .customers, .payments]
  static let pageSize = 4

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func change() {
    clock += 1
    let kind = Self.kinds.randomElement(using: &random) ?? .invoices
    let id = Int.random(in: 1...14, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      records[kind, default: [:]][id] = nil
    } else {
      records[kind, default: [:]][id] = record(kind, id)
    }
  }

  private mutating func record(_ kind: ResourceKind, _ id: Int) -> String {
    let number = Int.random(in: 0..<1_000, using: &random)
    let status = ["SENT", "VIEWED", "DRAFT", "COMPLETED"].randomElement(using: &random) ?? "SENT"
    switch kind {
    case .invoices:
      return invoice(
        id, number: "INV-\(number)", customer: (id % 5 + 1, "Customer \(number % 7)"), status: status, total: number,
        due: status == "COMPLETED" ? 0 : number, dueIn: number % 90 - 60, currency: number % 2 + 1)
    case .customers: return customer(id, "Åke \(number)", phone: "+1 555-\(number)", city: "Łódź \(number)")
    default:
      let bare = payment(id, of: number % 14 + 1, customer: id % 5 + 1, amount: number, daysAgo: number % 300)
      return bare.replacing(
        "\"customer_id\":", with: "\"customer\":{\"name\":\"Customer \(number % 7)\"},\"customer_id\":")
    }
  }

  /// A page as it is now, and when it was asked for.
  mutating func page(_ kind: ResourceKind, _ number: Int) -> Delivery {
    clock += 1
    let ids = (records[kind] ?? [:]).keys.sorted(by: >)
    let shown = ids.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize)
    return Delivery(kind: kind, records: shown.compactMap { records[kind]?[$0] }, asOf: clock)
  }

  mutating func pages(_ kind: ResourceKind) -> [Delivery] {
    (1...(records[kind]?.count ?? 0) / Self.pageSize + 1).map { page(kind, $0) }
  }
}

/// A page on its way.
private struct Delivery {
  let kind: ResourceKind
  let records: [String]
  let asOf: Int

  func arrive(at mirror: Mirror) throws { try mirror.take(kind, records, at: asOf) }
}

@Suite struct `Whatever the order, repetition and interruption of pages` {
  @Test(arguments: 1...40)
  func `the mirror ends equal to the service`(_ seed: UInt64) throws {
    var service = ChangingService(seed: seed)
    let mirror = try Mirror.inMemory()
    var onTheirWay: [Delivery] = []
    for _ in 0..<120 {
      service.change()
      let kind = ChangingService.kinds.randomElement(using: &service.random) ?? .invoices
      onTheirWay.append(service.page(kind, Int.random(in: 1...4, using: &service.random)))
      onTheirWay.shuffle(using: &service.random)
      // One arrives late or not at all, one arrives twice, and a walk may end anywhere.
      if Bool.random(using: &service.random) { try onTheirWay.last?.arrive(at: mirror) }
      if Int.random(in: 0..<3, using: &service.random) == 0 { try onTheirWay.popLast()?.arrive(at: mirror) }
    }
    for delivery in onTheirWay { try delivery.arrive(at: mirror) }
    try sweep(&service, into: mirror)
    for delivery in onTheirWay.shuffled(using: &service.random) { try delivery.arrive(at: mirror) }
    try expectSame(mirror, as: service)
  }

  /// A last walk through every list; what it does not bring is asked for by itself, and answered 404 where it is gone.
  private func sweep(_ service: inout ChangingService, into mirror: Mirror) throws {
    for kind in ChangingService.kinds {
      service.clock += 1
      let start = moment(service.clock)
      for page in service.pages(kind).shuffled(using: &service.random) { try page.arrive(at: mirror) }
      for id in try mirror.ids(ListPart(kind), readBefore: start, limit: 1_000)
      where service.records[kind]?[Int(id)] == nil {
        try mirror.remove(kind, id: id, asOf: start)
      }
    }
  }

  private func expectSame(_ mirror: Mirror, as service: ChangingService) throws {
    let fresh = try Mirror.inMemory()
    // Customers first, as a document that names none takes the name from them.
    for kind in [ResourceKind.customers, .invoices, .payments] {
      try fresh.take(kind, service.records[kind]?.sorted { $0.key < $1.key }.map(\.value) ?? [])
    }
    for kind in ChangingService.kinds {
      let request = ListRequest(kind, today: today)
      let ids = try fresh.order(of: request)
      #expect(try mirror.order(of: request) == ids)
      #expect(try mirror.rows(kind, ids: ids) == fresh.rows(kind, ids: ids))
      #expect(try mirror.summary(of: request) == fresh.summary(of: request))
      #expect(try ids.map { try mirror.record(kind, id: $0)?.json } == ids.map { try fresh.record(kind, id: $0)?.json })
    }
    for text in ["ake", "lodz", "55", "555-1", "1", "22", "333"] {
      #expect(try mirror.findCustomers(text, limit: 99) == fresh.findCustomers(text, limit: 99), "\(text)")
      #expect(try mirror.findNumbers(text, limit: 99) == fresh.findNumbers(text, limit: 99), "\(text)")
    }
    #expect(try mirror.overview(today: today).currencies == fresh.overview(today: today).currencies)
  }
}

@Suite struct `A service that answers nonsense` {
  @Test(
    arguments: [
      "", "null", "[]", "{}", "<html>login</html>", #"{"data":null}"#, #"{"data":{"id":1}}"#, #"{"data":"x"}"#,
      #"{"data":[{"id":1,"#, "\u{0}", #"{"message":"Server Error"}"#,
    ])
  func `loses nothing of what the mirror had`(_ answer: String) throws {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2))
    for second in 1...20 {
      _ = try? mirror.takeIn(page: Array(answer.utf8), kind: .invoices, asOf: moment(second))
    }
    #expect(try mirror.ids(.invoices, where: "") == [1, 2])
    #expect(try mirror.invoiceRow(1).total?.cents == 10_000)
  }

  @Test func `a page of records that are none skips and names them, and takes the rest`() throws {
    let mirror = try Mirror.inMemory()
    let page = #"""
      {"data":[{"invoice_number":"INV-9"},{"id":null,"invoice_number":"INV-10"},{"id":"abc"},{"id":-4},7,"x",null,[1],
      {"id":"12","invoice_number":"INV-12","total":"500","due_amount":"1e999","invoice_date":"2026-13-45","status":7},
      {"id":3.0,"invoice_number":null,"total":null,"customer":"none","items":{}}]}
      """#
    let intake = try mirror.takeIn(page: Array(page.utf8), kind: .invoices, asOf: moment())
    #expect(intake.ids == [12, 3])
    #expect(intake.skipped == 8)
    #expect(intake.skippedNames.count == 8)
    #expect(intake.skippedNames.prefix(3) == ["INV-9", "INV-10", #"{"id":"abc"}"#])
    #expect(intake.flagged == 1)
    #expect(try mirror.invoiceRow(12).total?.cents == 500)
    #expect(try mirror.invoiceRow(12).balance == nil)
  }
}
