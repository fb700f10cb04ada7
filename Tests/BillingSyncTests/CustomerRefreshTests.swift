import Billing
import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `Refreshing one customer` {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    for id in 1...2 as ClosedRange<Int64> { bench.service.keep(.customers, ["id": .integer(id), "name": "Acme"]) }
    for kind in [ResourceKind.invoices, .payments, .estimates, .expenses] {
      for id in 1...6 as ClosedRange<Int64> {
        bench.service.keep(kind, ["id": .integer(id), "customer_id": .integer(1 + id % 2)])
      }
    }
  }

  private func loaded(_ kind: ResourceKind) throws -> Int { try bench.mirror.completeness(kind).loaded }

  @Test func `it brings the customer and what belongs to it, and nobody else's`() async throws {
    let whole = try await bench.synchronizer.refreshCustomer(2)
    #expect(whole == [.invoices, .payments, .estimates, .expenses])
    #expect(try bench.mirror.record(.customers, id: 2) != nil)
    #expect(try bench.mirror.record(.customers, id: 1) == nil)
    for kind in whole { #expect(try loaded(kind) == 3) }
    #expect(bench.log.events.contains(.rowsChanged(.payments)))
  }

  @Test func `a service that does not pick them out is asked once, and what it answers is kept all the same`()
    async throws
  {
    bench.service.with { $0.filteredKinds = [.invoices] }
    #expect(try await bench.synchronizer.refreshCustomer(2) == [.invoices])
    #expect(try loaded(.payments) == 6)
    let before = bench.service.seen("GET").count
    #expect(try await bench.synchronizer.refreshCustomer(1) == [.invoices])
    #expect(bench.service.seen("GET").dropFirst(before).map(\.path).allSatisfy { !$0.contains("payments") })
  }

  @Test func `what was deleted elsewhere leaves, and what moved to another customer stays as theirs`() async throws {
    try await bench.synchronizer.refreshCustomer(2)
    bench.clock.advance(by: 1)
    bench.service.with { $0.records[.invoices]?[1] = nil }
    bench.service.keep(.invoices, ["id": 3, "customer_id": 1])
    try await bench.synchronizer.refreshCustomer(2)
    #expect(try bench.mirror.record(.invoices, id: 1) == nil)
    #expect(try bench.mirror.record(.invoices, id: 3)?.json.contains(#""customer_id":1"#) == true)
    #expect(try loaded(.invoices) == 2)
  }

  @Test func `many pages come all`() async throws {
    bench.service.with { $0.pageCap = 2 }
    #expect(try await bench.synchronizer.refreshCustomer(2).contains(.invoices))
    #expect(try loaded(.invoices) == 3)
  }

  @Test func `a customer that is gone leaves the mirror, and the failure says so`() async throws {
    try await bench.synchronizer.refreshCustomer(2)
    bench.clock.advance(by: 1)
    bench.service.with { $0.records[.customers]?[2] = nil }
    await #expect(throws: ServiceFailure.notFound("Not found.")) {
      try await bench.synchronizer.refreshCustomer(2)
    }
    #expect(try bench.mirror.record(.customers, id: 2) == nil)
    #expect(try loaded(.invoices) == 3, "invoices are asked for by themselves")
  }

  @Test func `a service that is away changes nothing`() async throws {
    try await bench.synchronizer.refreshCustomer(2)
    bench.service.with { $0.isDown = true }
    await #expect(throws: ServiceFailure.transport(.refused)) { try await bench.synchronizer.refreshCustomer(2) }
    #expect(try loaded(.invoices) == 3)
  }
}
