import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Asks for one record that a list did not bring: it is taken in, or it is gone and leaves the mirror.
struct RecordCheck: Sendable {
  let client: BillingClient
  let mirror: Mirror
  let now: @Sendable () -> Date

  func check(_ kind: ResourceKind, _ id: Int64) async throws(ServiceFailure) {
    let started = now()
    let answer: [UInt8]?
    do {
      answer = try await client.record(kind, id)
    } catch .notFound {
      answer = nil
    } catch {
      throw ServiceFailure(error)
    }
    do {
      guard let answer else { return try mirror.remove(kind, id: id, asOf: started) }
      _ = try mirror.takeIn(record: answer, kind: kind, asOf: started)
    } catch {
      throw .store(error)
    }
  }
}
