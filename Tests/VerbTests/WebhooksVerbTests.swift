import BillingAPI
import HTTPTypes
import Testing

extension Verbs {
  @Suite struct Webhooks {
    let office: Office

    init() throws { office = try Office() }

    @Test func `what happens in the books of a running service is sent, signed with the secret that was printed`()
      async throws
    {
      let receiver = try Receiver()
      let service = try await RunningService(office)
      let key = try await office.key()
      let added = try await office.run(
        "webhooks", "add", "http://127.0.0.1:\(receiver.port)/hook", "--events", "customer.created,invoice.paid")
      let secret = try #require(added.lines.first)
      #expect(secret.contains(/^[0-9a-f]{64}$/))
      _ = try await service.send(.post, "/api/customers", Samples.customer, key: key)
      try expectSigned(try await receiver.take(answering: 200), by: secret)
      #expect(try await office.deliveries { $0.contains("delivered") }.contains("customer.created  customers/1"))
      #expect(try await office.run("webhooks", "redeliver", "1").status == 0)
      try expectSigned(try await receiver.take(answering: 500), by: secret)
      #expect(try await office.deliveries { $0.contains("500") }.contains("waiting"))
    }

    private func expectSigned(_ request: String, by secret: String) throws {
      #expect(request.contains("\"event\":\"customer.created\""))
      let signature = try #require(request.firstMatch(of: /(?i)x-webhook-signature: (\S+)/)?.1)
      let body = request[try #require(request.firstRange(of: "\r\n\r\n")).upperBound...]
      #expect(WebhookSignature.verifies(String(signature), body: Array(body.utf8), secret: Array(secret.utf8)))
    }

    @Test func `receivers are listed and removed`() async throws {
      #expect(try await office.run("webhooks", "add", "https://example.com/a").status == 0)
      #expect(try await office.run("webhooks", "add", "https://example.com/b", "--events", "invoice.paid").status == 0)
      let list = try await office.run("webhooks", "list").lines
      #expect(list.count == 3)
      #expect(list[1].contains(/^1 +https:\/\/example\.com\/a +all$/))
      #expect(list[2].contains(/^2 +https:\/\/example\.com\/b +invoice\.paid$/))
      #expect(try await office.run("webhooks", "remove", "1").status == 0)
      #expect(try await office.run("webhooks", "list").lines.count == 2)
    }

    @Test(arguments: [
      ("http://example.com/", "Plain http would show everybody"), ("nonsense", "named by an address"),
      ("https://169.254.169.254/latest", "network services"),
    ])
    func `a receiver that must not be is refused`(url: String, sentence: String) async throws {
      let answer = try await office.run("webhooks", "add", url)
      #expect(answer.status == 64)
      #expect(answer.complaint.contains(sentence) && answer.output.isEmpty)
    }

    @Test func `an event, a receiver and a delivery that are not there are refused`() async throws {
      #expect(try await office.run("webhooks", "add", "https://example.com/", "--events", "all.of.it").status == 64)
      _ = try await office.key()
      #expect(try await office.run("webhooks", "remove", "7").complaint.contains("have no “7”"))
      #expect(try await office.run("webhooks", "redeliver", "7").status == 64)
    }
  }
}

extension Office {
  /// The deliveries, once they read as expected: the service notes what came of one after the receiver has answered.
  fileprivate func deliveries(until isExpected: (String) -> Bool) async throws -> String {
    var text = ""
    for _ in 0..<200 {
      text = try await run("webhooks", "deliveries").output
      if isExpected(text) { return text }
    }
    return text
  }
}
