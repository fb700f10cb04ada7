import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

/// Whatever is asked of the outbox, nothing that changes anything leaves a program that may not write.
@Suite struct `A program that may not write` {
  @Test(arguments: 1...6)
  func `lets only questions out, whatever is asked of it`(_ seed: UInt64) async throws {
    let reading = ResourceKind.allCases.map(\.readScope)
    let bench = try seed.isMultiple(of: 2) ? Bench(readOnly: true) : Bench(scopes: reading)
    let left = try leaveBehind(bench)
    var state = seed
    var ids = left
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let id = ids[Int(state >> 33) % ids.count]
      await ask(bench.outbox, Int(state >> 40) % 11, id, &ids)
    }
    #expect(bench.service.with { $0.seen.allSatisfy { $0.method == "GET" } })
    #expect(try bench.local.proveJournal().problems == [])
  }

  /// What an earlier run that might write did not finish.
  private func leaveBehind(_ bench: Bench) throws -> [IntentID] {
    try [true, false, true, false].enumerated().map { number, wasSent in
      let intent = Intent(
        id: IntentID(), kind: .items, verb: number < 2 ? .create : .update, recordID: number < 2 ? nil : 1,
        body: #"{"name":"A"}"#, key: IdempotencyKey(), createdAt: bench.clock.now)
      try bench.local.journal(intent)
      if wasSent {
        try bench.local.journalSent(intent.id, body: intent.body, highestKnown: nil, at: bench.clock.now)
      }
      return intent.id
    }
  }

  private func ask(_ outbox: Outbox, _ question: Int, _ id: IntentID, _ ids: inout [IntentID]) async {
    let kind = ResourceKind.allCases[question % 6]
    let write = Write(kind: kind, action: .create(["name": "B"]), hold: question == 4 ? .seconds(5) : nil)
    switch question {
    case 0: _ = await outbox.send(id)
    case 1: _ = await outbox.retry(id)
    case 2: _ = await outbox.lookUpNow(id)
    case 3: await outbox.settleSent()
    case 4, 5:
      ids.append(write.id)
      _ = await outbox.save(write)
    case 6: _ = await outbox.save(Write(kind: kind, action: .update(id: 1, edits: ["name": "B"])))
    case 7: _ = await outbox.save(Write(kind: kind, action: .delete(id: 1)))
    case 8: _ = await outbox.resolve(id, ["name": .mine])
    case 9: _ = await outbox.takeBack(id)
    default: _ = await outbox.saveTogether([write, Write(id: id, kind: kind, action: .create(["name": "C"]))])
    }
  }
}
