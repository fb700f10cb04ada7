import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Asks for one record that a list did not bring: it is taken in, or it is gone and leaves the mirror.
struct RecordCheck: Sendable {
  let context: SyncContext

  func check(
    _ kind: ResourceKind, _ id: Int64, _ urgency: RequestUrgency = .foreground
  ) async throws(ServiceFailure) {
    let started = context.clock.now
    let answer: [UInt8]?
    do {
      answer = try await context.client.record(kind, id, urgency: urgency)
    } catch .notFound {
      answer = nil
    } catch {
      throw ServiceFailure(error)
    }
    try context.storing { mirror throws(StoreError) in
      guard let answer else { return try mirror.remove(kind, id: id, asOf: started) }
      _ = try mirror.takeIn(record: answer, kind: kind, asOf: started)
    }
  }
}
