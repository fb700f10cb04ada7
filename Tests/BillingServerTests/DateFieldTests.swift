import HTTPTypes
import Synchronization
import Testing

@testable import BillingServer

/// The `Date` field as RFC 9110 (5.6.7) has it.
@Suite struct DateFieldTests {
  @Test(
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT"), (1_770_508_799, "Sat, 07 Feb 2026 23:59:59 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    ] as [(Int64, String)])
  func `a second reads as a date`(second: Int64, text: String) {
    #expect(DateField.text(of: second) == text)
  }

  @Test func `it is written anew when the second has passed`() {
    let now = Mutex<Int64>(0)
    let field = DateField { now.withLock { $0 } }
    #expect(field.text.hasSuffix("00:00:00 GMT"))
    now.withLock { $0 = 1 }
    #expect(field.text.hasSuffix("00:00:01 GMT"))
  }

  @Test func `an answer over a connection carries it`() async throws {
    let test = try TestService()
    let reply = try await Door.$current.withValue(.loopback) { try await test.get("/health") }
    #expect(reply.headers[.date]?.wholeMatch(of: /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/) != nil)
  }
}
