import BillingClient
import FoundationEssentials
import Store

/// What everything that fetches works with.
struct SyncContext: Sendable {
  let client: BillingClient
  let mirror: Mirror
  let clock: any SyncClock
  let settings: SyncSettings
  let report: @Sendable (SyncEvent) -> Void

  /// Work on the mirror, with its failures as the service's are told.
  func storing<Value>(_ work: (Mirror) throws(StoreError) -> Value) throws(ServiceFailure) -> Value {
    do {
      return try work(mirror)
    } catch {
      throw .store(error)
    }
  }
}
