import Billing
import BillingAPI
import BillingSync
import Foundation
import Store
import TestSupport

/// A service with open invoices, all of them in the mirror, and what acts on many of them.
struct BulkBench {
  let bench: Bench
  let today = CalendarDate(year: 2026, month: 2, day: 7) ?? .first
  let books = PlanBooks(service: "https://service.example/api/v1", company: 1, companyName: "Acme Corp")

  var service: FakeService { bench.service }
  var local: LocalStore { bench.local }
  var bulk: BulkRuns { bench.synchronizer.bulk }

  /// Invoices of so many cents each, numbered from 1.
  init(_ balances: [Int64], bench: Bench? = nil) throws {
    self.bench = try bench ?? Bench()
    for (index, balance) in balances.enumerated() { try keep(Int64(index + 1), balance: balance) }
  }

  func keep(_ id: Int64, balance: Int64, status: String = "SENT") throws {
    let number = String(id)
    let record: JSONValue = [
      "id": .integer(id), "invoice_number": .string("INV-00000\(number)"), "invoice_date": "2026-01-01",
      "due_date": "2026-01-31", "customer_id": .integer(100 + id), "customer": ["name": .string("Customer \(number)")],
      "total": .integer(balance), "due_amount": .integer(balance), "status": .string(status), "currency_id": 1,
      "paid_status": "UNPAID", "notes": "as agreed", "updated_at": "2026-01-02T00:00:00Z",
      "items": [["name": "Web", "quantity": 1, "price": .integer(balance)]],
    ]
    service.keep(.invoices, record)
    _ = try bench.mirror.takeIn(record: record.encoded(), kind: .invoices, asOf: bench.clock.now)
  }

  func plan(_ action: BulkAction? = nil, of targets: [BulkTarget]) async throws -> Plan {
    try await bulk.plan(action ?? .pay(on: today, method: nil, note: nil), .invoices, targets, books: books)
  }

  func plan(_ action: BulkAction? = nil, ids: ClosedRange<Int64>) async throws -> Plan {
    try await plan(action, of: ids.map { BulkTarget($0) })
  }

  /// Runs a plan until it moves no more by itself, without a time to take it back.
  func run(_ plan: Plan, including: Set<Int> = []) async throws -> RunSnapshot {
    _ = try await bulk.begin(plan, including: including, takeBackTime: .zero)
    return try await bulk.untilStill(plan.id)
  }

  /// The same journal and service, in a program that was started anew.
  func restarted() -> BulkRuns { bench.restarted().bulk }

  var payments: [JSONValue] { service.records(.payments) }

  /// What is still open at the service, in cents.
  var open: Int64 { service.records(.invoices).reduce(0) { $0 + ($1["due_amount"]?.integer ?? 0) } }
}

extension ManualClock {
  /// Lets time pass whenever somebody waits for it, as long as the work takes.
  func passing<Value>(_ work: () async throws -> Value) async throws -> Value {
    let pump = Task {
      while !Task.isCancelled {
        await untilSleeping(1)
        advance(by: 61)
      }
    }
    defer {
      pump.cancel()
      // Wakes it, so that it sees that it is over.
      Task { try? await sleep(until: now.addingTimeInterval(1)) }
    }
    return try await work()
  }
}

extension RunSnapshot {
  var done: Int {
    rows.count { row in
      if case .done = row.state { true } else { false }
    }
  }
}
