import BillingAPI
import Synchronization
import TestSupport
import Testing

@testable import BillingServer

/// Where deliveries go, and who waits for whom.
@Suite(.timeLimit(.minutes(5))) struct WebhookDeliveryTests {
  let service: TestService
  private let folder: TestFolder

  init() throws {
    service = try TestService()
    folder = try TestFolder()
  }

  private func createCustomer(_ name: String) async throws {
    _ = try await service.create(.customers, ["name": .string(name)])
  }

  // MARK: Where they go

  @Test func `the address that was judged is the one that is connected to, whatever the name says later`() async throws
  {
    _ = try service.books.addWebhook("https://rebound.example.com/hook")
    try await createCustomer("A")
    let looks = Mutex(0)
    let resolver = WebhookResolver { _ in
      looks.withLock { looks in
        looks += 1
        return looks == 1 ? ["203.0.113.7"] : ["169.254.169.254"]
      }
    }
    let receiver = Receiver()
    try await WebhookSender(books: service.books, transport: receiver, resolver: resolver).deliverDue()
    #expect(receiver.taken.map(\.address) == ["203.0.113.7"])
    #expect(receiver.taken.map(\.authority) == ["rebound.example.com"])
    #expect(looks.withLock { $0 } == 1)
  }

  @Test(arguments: [
    ["169.254.169.254"], ["203.0.113.7", "fe80::1"], ["::ffff:169.254.1.1"], ["0.0.0.0"], ["64:ff9b::a9fe:a9fe"], [],
  ])
  func `a name that leads to a forbidden address, or nowhere, is sent nothing`(addresses: [String]) async throws {
    _ = try service.books.addWebhook("https://example.com/hook")
    try await createCustomer("A")
    let receiver = Receiver()
    let sender = WebhookSender(
      books: service.books, transport: receiver, resolver: WebhookResolver { _ in addresses })
    try await sender.deliverDue()
    #expect(receiver.taken.isEmpty)
    let delivery = try #require(try service.books.webhookDeliveries().first)
    #expect(delivery.standing == .waiting && delivery.attempts == 1)
    #expect(delivery.outcome == (addresses.isEmpty ? "unknownHost" : "forbiddenAddress"))
  }

  @Test func `plain http goes to this machine only, whatever a name that reads like it leads to`() async throws {
    _ = try service.books.addWebhook("http://hooks.localhost/")
    try await createCustomer("A")
    let receiver = Receiver()
    let sender = WebhookSender(
      books: service.books, transport: receiver, resolver: WebhookResolver { _ in ["203.0.113.7"] })
    try await sender.deliverDue()
    #expect(receiver.taken.isEmpty)
    #expect(try service.books.webhookDeliveries().first?.outcome == "plainHTTP")
  }

  @Test func `an address that refuses is passed over for the name's next one`() async throws {
    _ = try service.books.addWebhook("https://example.com/hook")
    try await createCustomer("A")
    let receiver = Receiver(refusing: ["2001:db8::1"])
    let sender = WebhookSender(
      books: service.books, transport: receiver, resolver: WebhookResolver { _ in ["2001:db8::1", "203.0.113.7"] })
    #expect(try await sender.deliverDue() == 1)
    #expect(receiver.taken.map(\.address) == ["203.0.113.7"])
  }

  // MARK: Who waits for whom

  /// Sends as a service does, while `body` runs.
  private func sending(
    to receiver: SilentReceiver, _ watch: WebhookSender.Watch = .service, while body: () async throws -> Void
  ) async throws {
    let sender = WebhookSender(
      books: service.books, transport: receiver, resolver: WebhookResolver { _ in ["127.0.0.1"] },
      clock: service.service.configuration.clock)
    let sending = Task { await sender.run(watch) }
    do { try await body() } catch {
      receiver.release()
      throw error
    }
    receiver.release()
    sending.cancel()
    await sending.value
  }

  @Test func `the service answers while a receiver does not`() async throws {
    _ = try service.books.addWebhook("http://127.0.0.1:9/dead")
    let receiver = SilentReceiver()
    try await sending(to: receiver) {
      try await createCustomer("A")
      var arrivals = receiver.arrivals.makeAsyncIterator()
      #expect(await arrivals.next() == "127.0.0.1:9")
      // The delivery is under way and stays so: what follows is answered all the same.
      try await createCustomer("B")
      #expect(try await service.get("/api/customers").json["meta"]?["total"] == 2)
      let deliveries = try service.books.webhookDeliveries()
      #expect(deliveries.allSatisfy { $0.standing == .waiting })
    }
  }

  @Test func `a dead receiver holds up no other one, however much waits for it`() async throws {
    _ = try service.books.addWebhook("http://127.0.0.1:9/dead")
    _ = try service.books.addWebhook("http://127.0.0.1:10/alive")
    for count in 1...40 { try await createCustomer("\(count)") }
    let receiver = SilentReceiver(prompt: ["127.0.0.1:10"])
    try await sending(to: receiver, .embedded) {
      var alive = 0
      for await authority in receiver.arrivals {
        if authority == "127.0.0.1:10" { alive += 1 }
        if alive == 40 { break }
      }
      let delivered = try service.books.webhookDeliveries(atMost: 200).filter { $0.standing == .delivered }
      #expect(delivered.allSatisfy { $0.webhookID == 2 })
    }
  }

  @Test func `what this program writes is sent at once, without looking into the queue all the time`() async throws {
    let receiver = SilentReceiver(prompt: ["127.0.0.1:10"])
    // Embedded, and without receivers at its first look, the sender is woken by nothing but the bell.
    try await sending(to: receiver, .embedded) {
      try await createCustomer("A")
      _ = try service.books.addWebhook("http://127.0.0.1:10/alive")
      try await createCustomer("B")
      var arrivals = receiver.arrivals.makeAsyncIterator()
      #expect(await arrivals.next() == "127.0.0.1:10")
    }
  }

  @Test func `of two programs on the same books one sends`() async throws {
    let path = folder.path + "/books.sqlite"
    let (first, second) = (try Books(.file(path)), try Books(.file(path)))
    let lock = try #require(SenderLock(first))
    #expect(SenderLock(second) == nil)
    withExtendedLifetime(lock) {}
  }
}
