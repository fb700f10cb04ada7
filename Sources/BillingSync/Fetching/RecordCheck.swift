import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Asks for one record that a list did not bring: it is taken in, or it is gone and leaves the mirror.
///
/// Ids are given once, so what is gone stays gone: no page that was asked for before that answer came brings it back.
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
      guard let answer else { return try mirror.forget(kind, id: id, asOf: context.clock.now) }
      let intake = try mirror.takeIn(record: answer, kind: kind, asOf: started)
      for kind in intake.renamed { context.report(.rowsChanged(kind)) }
    }
  }
}
