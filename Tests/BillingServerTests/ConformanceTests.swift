import BillingAPI
import HTTPTypes
import Testing

/// One body of expectations for every resource and verb of the API documentation.
@Suite struct ConformanceTests {
  let service: TestService

  init() async throws {
    service = try TestService()
    _ = try await service.create(.customers, Bodies.customer)
    _ = try await service.create(.invoices, Bodies.invoice.with(["invoice_number": "INV-1"]))
  }

  @Test(arguments: ResourceKind.allCases)
  func `every documented create is answered with 201 and the record`(kind: ResourceKind) async throws {
    let body = kind == .customers ? Bodies.customer.with(["email": "other@example.com"]) : Bodies.of(kind)
    let reply = try await service.send(.post, kind.path, body)
    #expect(reply.status == 201, "\(reply.text)")
    let again = try await service.get(kind.recordPath(reply.id))
    #expect(again.status == 200)
    #expect(again.data == reply.data)
  }
}
