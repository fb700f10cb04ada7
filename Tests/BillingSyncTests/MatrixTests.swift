import BillingAPI
import BillingSync
import Foundation
import Store
import Testing

/// Each kind of write against each way to fail: exactly one record in the end, or a question, and a journal that holds.
@Suite struct `The matrix of writes and failures` {
  static let creations = ResourceKind.allCases
  static let deletions = ResourceKind.allCases.filter(\.allowsDelete)

  @Test(arguments: creations, Fault.allCases)
  func `what is created exists once`(_ kind: ResourceKind, _ fault: Fault) async throws {
    let bench = try Bench()
    bench.service.keep(.invoices, ["id": 7, "invoice_number": "INV-7", "total": 100, "due_amount": 100])
    let before = bench.service.records(kind).count
    bench.service.fail("POST", fault)
    let write = Write(kind: kind, action: .create(Self.body(kind)))
    _ = await bench.outbox.save(write)
    try await bench.untilSettled(write.id)
    #expect(bench.service.records(kind).count == before + 1)
    #expect(try bench.local.openIntentCount() == 0)
    #expect(Set(bench.service.seen("POST").map(\.key)).count == 1)
    try expectProof(bench)
  }

  @Test(arguments: creations, [Fault.errorBefore, .errorAfter, .tooManyRequests])
  func `an error that comes again and again makes one record too`(_ kind: ResourceKind, _ fault: Fault) async throws {
    let bench = try Bench()
    bench.service.fail("POST", fault, fault, fault, fault)
    let write = Write(kind: kind, action: .create(Self.body(kind)))
    _ = await bench.outbox.save(write)
    try await bench.untilSettled(write.id)
    #expect(bench.service.records(kind).count == 1)
    try expectProof(bench)
  }

  @Test(arguments: ResourceKind.allCases, Fault.allCases)
  func `what is changed is changed once, and keeps everything else`(_ kind: ResourceKind, _ fault: Fault) async throws {
    let bench = try Bench()
    var record = Self.body(kind)
    record["id"] = 5
    record["odd"] = ["kept": [1, 2]]
    bench.service.keep(kind, record)
    bench.service.fail("PUT", fault)
    let write = Write(kind: kind, action: .update(id: 5, edits: ["notes": "new"], base: record))
    _ = await bench.outbox.save(write)
    try await bench.untilSettled(write.id)
    let now = bench.service.records(kind)
    #expect(now.count == 1 && now.first?["notes"] == "new" && now.first?["odd"] == ["kept": [1, 2]])
    #expect(Set(bench.service.seen("PUT").map(\.body)).count == 1)
    #expect(try bench.local.openIntentCount() == 0)
    try expectProof(bench)
  }

  @Test(arguments: deletions, Fault.allCases)
  func `what is deleted is gone, and can be made again`(_ kind: ResourceKind, _ fault: Fault) async throws {
    let bench = try Bench()
    var record = Self.body(kind)
    record["id"] = 5
    bench.service.keep(kind, record)
    bench.service.fail("DELETE", fault)
    let write = Write(kind: kind, action: .delete(id: 5))
    _ = await bench.outbox.save(write)
    try await bench.untilSettled(write.id)
    #expect(bench.service.records(kind).isEmpty)
    #expect(try bench.local.openIntentCount() == 0)
    try expectProof(bench)
    let body = try #require(try await bench.outbox.recreation(of: write.id))
    #expect(await bench.outbox.save(Write(kind: kind, action: .create(body))).savedRecord?.notKept == [])
    #expect(bench.service.records(kind).count == 1)
  }

  @Test(arguments: [ResourceKind.invoices, .items], [Fault.lostBefore, .timedOut, .errorBefore, .unreachable])
  func `a look that fails decides nothing`(_ kind: ResourceKind, _ fault: Fault) async throws {
    let bench = try Bench()
    bench.service.fail("POST", .errorAfter)
    let write = Write(kind: kind, action: .create(Self.body(kind)))
    _ = await bench.outbox.save(write)
    bench.service.fail("GET", fault, fault)
    try await bench.untilSettled(write.id)
    #expect(bench.service.records(kind).count == 1)
    #expect(bench.service.seen("POST").count == 1)
    try expectProof(bench)
  }

  private func expectProof(_ bench: Bench) throws { #expect(try bench.local.proveJournal().problems == []) }

  static func body(_ kind: ResourceKind) -> JSONValue {
    switch kind {
    case .invoices: invoiceBody()
    case .customers: ["name": "Jane", "email": "jane@example.com"]
    case .payments:
      ["payment_number": "PAY-1", "amount": 5, "payment_date": "2026-02-07", "customer_id": 1]
    case .estimates: ["estimate_number": "EST-1", "total": 5, "customer_id": 1]
    case .expenses: ["amount": 4_500, "expense_date": "2026-02-07"]
    case .items: ["name": "Web", "price": 5]
    }
  }
}

extension EventLog {
  /// How often an attempt at this write has ended.
  func ends(of id: IntentID) -> Int { Self.ends(events, of: id) }

  static func ends(_ events: [SyncEvent], of id: IntentID) -> Int {
    events.count { event in
      switch event {
      case .write(id, .waiting), .write(id, .settled), .write(id, .conflict): true
      default: false
      }
    }
  }
}

extension Outbox {
  /// Returns once no attempt at it is under way.
  func idle(_ id: IntentID) async {
    while let entry = try? entries().first(where: { $0.id == id }), entry.isUnderWay { await Task.yield() }
  }
}
