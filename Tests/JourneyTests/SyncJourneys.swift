import Billing
import BillingAPI
import BillingServer
import BillingSync
import Dashboard
import Foundation
import Store
import TestSupport
import Testing

/// Everything comes by itself and stays true: through a service that does wrong, without one, and beside another program.
@Suite struct `Staying in step` {
  @Test(
    arguments: [
      (Hazard.truncated, 3), (.html, 3), (.loginRedirect, 3), (.tooManyRequests, 2), (.mangledTypes, nil),
      (.pageDrift, nil), (.cappedLimit, nil), (.bareLinks, nil), (.latency, 5),
    ] as [(Hazard, Int?)])
  func `in the end all of it is there, whatever the service does on the way`(hazard: Hazard, times: Int?) async throws {
    let office = try await Office.sample()
    let value = hazard == .cappedLimit ? 40 : hazard == .latency ? 20 : nil
    office.service.hazards.turnOn(hazard, value: value, times: times)
    let journey = try await Journey(office, fetchingAll: true)
    journey.opener.clock.run()
    try await journey.wait("everything to be there") { !$0.isOff && $0.hasAll }
    journey.opener.clock.stand()
    office.service.hazards.turnAllOff()
    for kind in ResourceKind.allCases {
      let there = try await office.records(kind.rawValue).compactMap { $0["id"]?.integer }
      #expect(try journey.mirrored(kind) == Set(there), "\(kind)")
    }
    try await journey.press("2")
    try await journey.wait("the last word on the invoices") {
      $0.list?.completeness.isComplete == true && $0.state.sweepPercent == nil
    }
    let count = try journey.mirrored(.invoices).count
    journey.expect("\(count)/\(count) loaded")
    journey.expect("● live")
    await journey.end()
    await office.end()
  }

  @Test func `it starts without the service, says of what time it is, and comes back without moving anything`()
    async throws
  {
    let office = try await Office.withInvoices(3)
    let first = try await Journey(office, fetchingAll: true)
    await first.end()
    await office.close()
    let next = try await Journey(office, after: first, fetchingAll: true)
    next.expect("✗ off")
    next.expect("○ as of")
    next.expect(try #require(first.state.session.company?.name))
    #expect(next.state.session.scopes == first.state.session.scopes && next.state.session.scopes != nil)
    try await next.press("2")
    next.expect("○ as of")
    next.expect("INV-000003")
    try await next.press("j", "j")
    #expect(next.selectedNumber == "INV-000001")
    let notice = next.notice
    try await office.addInvoice(4)
    try await office.open()
    next.letTimePass()
    try await next.wait("the service to be back") { !$0.isOff && $0.list?.count == 4 }
    #expect(next.selectedNumber == "INV-000001", "the selection stays on its record")
    #expect(next.form == nil && next.state.overlays.isEmpty && next.notice == notice, "nothing steals the screen")
    next.expect("● live")
    next.expectNo("○ as of")
    await next.end()
    await office.end()
  }

  @Test
  func `at the end of a list without the service nothing is asked for again and again, and the rest comes with it`()
    async throws
  {
    let office = try await Office.withInvoices(90)
    let journey = try await Journey(office, pageSize: 20)
    try await journey.press("2")
    await office.close()
    let before = journey.opener.tap.reads
    try await journey.press("G", "G")
    try await journey.wait("the loss to show") { $0.isOff }
    #expect(journey.opener.tap.reads - before < 4)
    try await office.open()
    journey.letTimePass()
    try await journey.wait("the rest of the list, without another key") { $0.list?.completeness.isComplete == true }
    #expect(journey.list?.count == 90)
    await journey.end()
    await office.end()
  }

  @Test func `two programs share a mirror: what one fetched the other shows at its next look`() async throws {
    let folder = try TestFolder()
    let path = folder.path + "/mirror.sqlite"
    let office = try await Office.withInvoices(3)
    let one = try await Journey(office, fetchingAll: true, mirror: Mirror.open(at: path).mirror)
    let other = try await Journey(office, fetchingAll: true, pollSeconds: 60, mirror: Mirror.open(at: path).mirror)
    try await one.press("2")
    try await other.press("2")
    try await office.addInvoice(4)
    try await one.press("R")
    try await one.wait("the new invoice") { $0.list?.count == 4 }
    #expect(other.list?.count == 3)
    other.letTimePass()
    try await other.wait("the invoice that the other program fetched") { $0.list?.count == 4 }
    await one.end()
    await other.end()
    await office.end()
  }
}

extension Journey {
  /// Whether all of every kind is in the mirror, by the service's own count.
  fileprivate var hasAll: Bool {
    ResourceKind.allCases.allSatisfy { (try? opener.mirror.completeness($0).isComplete) == true }
  }

  fileprivate func mirrored(_ kind: ResourceKind) throws -> Set<Int64> {
    Set(try opener.mirror.order(of: ListRequest(kind, today: Office.today)))
  }
}
