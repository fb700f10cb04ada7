import BillingAPI
import BillingServer
import Glibc
import HTTPTypes
import Synchronization
import Testing

extension Verbs {
  /// Whatever moment the service dies at, what it answered is in the books, and nothing is there by halves or twice.
  @Suite struct KillLoop {
    let office: Office
    let ledger = Ledger()

    init() throws { office = try Office() }

    @Test func `killed again and again under load, the books hold what was answered, once`() async throws {
      let key = try await office.key()
      try await setUp(key)
      for round in 1...8 {
        try await writeUntilKilled(round, key)
        try expectWholeBooks()
        let service = try await RunningService(office)
        try await expectAnswered(by: service, key)
        try await repeatUnanswered(on: service, key)
        try await service.end()
      }
      try expectWholeBooks()
      #expect(ledger.unanswered.isEmpty && ledger.answers.count > 100)
    }

    private func setUp(_ key: String) async throws {
      let service = try await RunningService(office)
      #expect(try await service.send(.post, "/api/customers", Samples.customer, key: key).status == 201)
      #expect(try await service.send(.post, "/api/invoices", Samples.invoice("PAID"), key: key).status == 201)
      try await service.end()
    }

    /// Six write at once; after so many answers, other ones in each round, the service is killed.
    private func writeUntilKilled(_ round: Int, _ key: String) async throws {
      let service = try await RunningService(office)
      let enough = ledger.answers.count + 5 + 4 * round
      await withTaskGroup(of: Void.self) { group in
        for writer in 0..<6 {
          group.addTask {
            for count in 0... {
              guard let answers = await write(Order(round, writer, count), to: service, key) else { return }
              // Whoever gets the last of the answers kills it, amid what the others are sending.
              if answers == enough { service.killNow() }
            }
          }
        }
      }
      #expect(try await service.end(by: SIGKILL) == -SIGKILL)
    }

    /// Answers how many answers there are now; nil where none came, for the service is dead.
    private func write(_ order: Order, to service: RunningService, _ key: String) async -> Int? {
      ledger.begin(order)
      guard let reply = try? await service.send(.post, order.path, order.body, key: key, once: order.name) else {
        return nil
      }
      #expect(reply.status == 201)
      return ledger.note(order, reply.data)
    }

    private func expectWholeBooks() throws {
      let books = try Books(.file(office.books))
      #expect(try books.check() == [])
      try books.close()
    }

    /// Every record that was answered is there as it was answered, and each number once.
    private func expectAnswered(by service: RunningService, _ key: String) async throws {
      for (kind, field) in [("invoices", "invoice_number"), ("payments", "payment_number")] {
        let records = try await service.all(kind, key)
        let numbers = records.compactMap { $0[field]?.string }
        #expect(Set(numbers).count == numbers.count)
        let known = Dictionary(uniqueKeysWithValues: zip(numbers, records))
        for (order, answer) in ledger.answers where order.path.hasSuffix(kind) {
          #expect(known[order.name]?["id"] == answer["id"], "\(order.name) was answered and is gone")
        }
        let sent = Set(ledger.orders.filter { $0.path.hasSuffix(kind) }.map(\.name))
        #expect(Set(numbers).subtracting(sent).isSubset(of: ["PAID"]))
      }
    }

    /// Sent again under the same key, a write is performed where it was not, and answered as the first time where it was.
    private func repeatUnanswered(on service: RunningService, _ key: String) async throws {
      let answered = try #require(ledger.answers.randomElement())
      let replay = try await service.send(
        .post, answered.key.path, answered.key.body, key: key, once: answered.key.name)
      #expect(replay.headers[.idempotencyReplayed] == "true")
      #expect(replay.data == answered.value)
      for order in ledger.unanswered {
        let reply = try await service.send(.post, order.path, order.body, key: key, once: order.name)
        #expect(reply.status == 201)
        ledger.note(order, reply.data)
      }
      try await expectAnswered(by: service, key)
    }
  }
}

/// One write: an invoice, or a payment of a cent on the invoice that all pay.
struct Order: Hashable, Sendable {
  let name: String
  let path: String

  init(_ round: Int, _ writer: Int, _ count: Int) {
    name = "\(round)-\(writer)-\(count)"
    path = writer.isMultiple(of: 2) ? "/api/invoices" : "/api/payments"
  }

  var body: JSONValue {
    path == "/api/invoices" ? Samples.invoice(name) : Samples.payment(name, of: 1, cents: 1)
  }
}

/// What was sent, and what was answered to it.
final class Ledger: Sendable {
  private let state = Mutex<(orders: Set<Order>, answers: [Order: JSONValue])>(([], [:]))

  var orders: Set<Order> { state.withLock { $0.orders } }
  var answers: [Order: JSONValue] { state.withLock { $0.answers } }
  var unanswered: [Order] { state.withLock { state in state.orders.filter { state.answers[$0] == nil } } }

  func begin(_ order: Order) { state.withLock { _ = $0.orders.insert(order) } }

  /// Answers how many are noted now.
  @discardableResult
  func note(_ order: Order, _ answer: JSONValue) -> Int {
    state.withLock { state in
      state.answers[order] = answer
      return state.answers.count
    }
  }
}

extension RunningService {
  /// Every record of a kind, over all pages.
  fileprivate func all(_ kind: String, _ key: String) async throws -> [JSONValue] {
    var records: [JSONValue] = []
    for page in 1... {
      let reply = try await send(.get, "/api/\(kind)?limit=100&page=\(page)", key: key)
      let more = try #require(reply.data.array)
      if more.isEmpty { break }
      records += more
    }
    return records
  }
}
