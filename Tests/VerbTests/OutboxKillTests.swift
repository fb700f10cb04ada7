import BillingAPI
import BillingSync
import Foundation
import Glibc
import HTTPTypes
import Store
import Testing

extension Verbs {
  /// `kill -9` of the program at each step of the journal, and of the service amid a write: one record, and a journal
  /// that proves it.
  @Suite struct `Killed while writing` {
    let office: Office

    init() throws { office = try Office() }

    /// Runs in the process that dies, and in no other.
    @Test(.enabled(if: KilledWriter.order != nil))
    func `is killed while it writes`() async throws { try await KilledWriter.obey(try #require(KilledWriter.order)) }

    private var journal: String { office.path + "/local.sqlite" }

    private func order(_ kind: ResourceKind, _ record: Int64?, _ body: JSONValue?, _ key: String, _ point: String)
      -> KilledWriter.Order
    {
      KilledWriter.Order(
        journal: journal, socket: office.socket, key: key, kind: kind.rawValue, record: record,
        body: body.map { String(decoding: $0.encoded(), as: UTF8.self) }, intent: IntentID().text, point: point)
    }

    private func prove() throws {
      #expect(try LocalStore.openToRead(at: journal).proveJournal().problems == [])
    }

    @Test(arguments: ["journaled", "sending", "answered", "readBack"])
    func `a program that is killed has made one record after its next start`(_ point: String) async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      _ = try await service.send(.post, "/api/customers", Samples.customer, key: key)
      let order = order(.invoices, nil, Samples.invoice("INV-1"), key, point)
      #expect(try await KilledWriter.run(order) == SIGKILL)
      let outbox = try KilledWriter.outbox(journal, socket: office.socket, key: key)
      await outbox.settleSent()
      if point == "journaled" {
        #expect(try await service.send(.get, "/api/invoices", key: key).data.array?.count == 0)
        #expect(await outbox.send(IntentID(text: order.intent)).savedRecord != nil)
      }
      let records = try await service.send(.get, "/api/invoices", key: key).data.array
      #expect(records?.map { $0["invoice_number"] } == ["INV-1"])
      #expect(try await outbox.entries().isEmpty)
      try prove()
      try await service.end()
    }

    @Test(arguments: ["journaled", "sending", "answered", "readBack"])
    func `a payment of a killed program lowers the balance once`(_ point: String) async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      _ = try await service.send(.post, "/api/customers", Samples.customer, key: key)
      _ = try await service.send(.post, "/api/invoices", Samples.invoice("INV-1"), key: key)
      let order = order(.payments, nil, Samples.payment("PAY-1", of: 1, cents: 4_000), key, point)
      #expect(try await KilledWriter.run(order) == SIGKILL)
      let outbox = try KilledWriter.outbox(journal, socket: office.socket, key: key)
      await outbox.settleSent()
      if point == "journaled" { _ = await outbox.send(IntentID(text: order.intent)) }
      #expect(try await service.send(.get, "/api/invoices/1", key: key).data["due_amount"] == 6_000)
      #expect(try await service.send(.get, "/api/payments", key: key).data.array?.count == 1)
      try prove()
      try await service.end()
    }

    @Test(arguments: ["journaled", "sending", "answered", "readBack"])
    func `a killed program's change and deletion are there after its next start`(_ point: String) async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      _ = try await service.send(.post, "/api/customers", Samples.customer, key: key)
      for number in ["INV-1", "INV-2"] {
        _ = try await service.send(.post, "/api/invoices", Samples.invoice(number), key: key)
      }
      let change = order(.invoices, 1, ["notes": "new"], key, point)
      #expect(try await KilledWriter.run(change) == SIGKILL)
      let deletion = order(.invoices, 2, nil, key, point == "readBack" ? "answered" : point)
      #expect(try await KilledWriter.run(deletion) == SIGKILL)
      let outbox = try KilledWriter.outbox(journal, socket: office.socket, key: key)
      await outbox.settleSent()
      if point == "journaled" {
        for order in [change, deletion] { _ = await outbox.send(IntentID(text: order.intent)) }
      }
      let records = try await service.send(.get, "/api/invoices", key: key).data.array
      #expect(records?.map { $0["id"] } == [1] && records?.first?["notes"] == "new")
      try prove()
      try await service.end()
    }

    /// A write that is on its way when the service is killed.
    enum Underway: String, CaseIterable {
      case invoice, item, payment, change

      /// What only this write puts into the books.
      var trace: String { "underway-\(rawValue)" }

      var write: Write {
        switch self {
        case .invoice: Write(kind: .invoices, action: .create(Samples.invoice(trace)))
        case .item: Write(kind: .items, action: .create(["name": .string(trace), "price": 500]))
        case .payment: Write(kind: .payments, action: .create(Samples.payment(trace, of: 1, cents: 4_000)))
        case .change: Write(kind: .invoices, action: .update(id: 1, edits: ["notes": .string(trace)]))
        }
      }
    }

    /// What is not performed is killed while every answer is held back, and so cannot begin with looking something up.
    @Test(arguments: Underway.allCases.map { ($0, true) } + [(.invoice, false), (.item, false)])
    func `a service that is killed amid a write has made one record when it is back`(
      _ underway: Underway, _ performed: Bool
    ) async throws {
      let hazard = performed ? "late-answer" : "latency"
      let key = try await office.key(
        "invoices:read,invoices:write,customers:write,payments:read,payments:write,items:read,items:write")
      let first = try await RunningService(office)
      _ = try await first.send(.post, "/api/customers", Samples.customer, key: key)
      _ = try await first.send(.post, "/api/invoices", Samples.invoice("INV-1"), key: key)
      #expect(try await office.run("hazard", hazard, "on", "--value", "60000").status == 0)
      let (sent, told) = AsyncStream<Void>.makeStream()
      let outbox = try KilledWriter.outbox(journal, socket: office.socket, key: key) { event in
        if case .write(_, .sending) = event { told.yield() }
      }
      let write = underway.write
      async let result = outbox.save(write)
      for await _ in sent { break }
      if performed { try await untilWritten(underway.trace) }
      first.killNow()
      guard case .waiting(_, let mayBePerformed) = await result else {
        Issue.record("it was settled without an answer")
        return
      }
      // A service that dies before it has taken the request cannot have performed it, and the outbox may know that.
      #expect(mayBePerformed || !performed)
      await outbox.stop()
      #expect(try await office.run("hazard", hazard, "off").status == 0)
      let next = try await RunningService(office)
      let saved = await outbox.retry(write.id).savedRecord
      #expect(saved != nil && (underway == .change || saved?.wasReplayed == performed))
      let records = try await next.send(.get, "/api/\(write.kind.rawValue)", key: key).data.array ?? []
      let ours = records.filter { record in
        record.object?.members.contains { $0.value.string == underway.trace } == true
      }
      #expect(ours.count == 1)
      #expect(records.count == (underway == .invoice ? 2 : 1))
      let balance = try await next.send(.get, "/api/invoices/1", key: key).data["due_amount"]
      #expect(balance == (underway == .payment ? 6_000 : 10_000))
      try prove()
      try await next.end()
    }

    /// Held back before or after the service performs it, a deletion is one deletion when the service is back.
    @Test(arguments: [true, false])
    func `a service that is killed amid a deletion has the record no more when it is back`(
      _ performed: Bool
    ) async throws {
      let key = try await office.key("invoices:read,invoices:write,customers:write")
      let first = try await RunningService(office)
      _ = try await first.send(.post, "/api/customers", Samples.customer, key: key)
      for number in ["INV-1", "INV-2"] {
        _ = try await first.send(.post, "/api/invoices", Samples.invoice(number), key: key)
      }
      let (sent, told) = AsyncStream<Void>.makeStream()
      let outbox = try KilledWriter.outbox(journal, socket: office.socket, key: key) { event in
        if case .write(_, .sending) = event { told.yield() }
      }
      // What is deleted is read first: that is answered as long as writes alone are held back.
      let hazard = performed ? "late-answer" : "dropped-before-write"
      let figure = performed ? ["--value", "60000"] : []
      #expect(try await office.runList(["hazard", hazard, "on"] + figure).status == 0)
      let write = Write(kind: .invoices, action: .delete(id: 2))
      async let result = outbox.save(write)
      for await _ in sent { break }
      if performed { try await untilGone(from: first, key) }
      first.killNow()
      guard case .waiting(_, let mayBePerformed) = await result else {
        Issue.record("it was settled without an answer")
        return
      }
      #expect(mayBePerformed || !performed)
      await outbox.stop()
      #expect(try await office.run("hazard", hazard, "off").status == 0)
      let next = try await RunningService(office)
      #expect(await outbox.retry(write.id).savedRecord != nil)
      let records = try await next.send(.get, "/api/invoices", key: key).data.array
      #expect(records?.map { $0["invoice_number"] } == ["INV-1"])
      #expect(try await outbox.entries().isEmpty)
      try prove()
      try await next.end()
    }

    /// The answer is held back, and the deletion is done.
    private func untilGone(from service: RunningService, _ key: String) async throws {
      while try await service.send(.get, "/api/invoices/2", key: key).status != 404 { await Task.yield() }
    }

    /// The books have the record, whatever the service answers: their log holds it once it is committed.
    private func untilWritten(_ trace: String) async throws {
      let log = URL(fileURLWithPath: office.books + "-wal")
      while try Data(contentsOf: log).range(of: Data(trace.utf8)) == nil { await Task.yield() }
    }
  }
}
