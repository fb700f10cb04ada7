import BillingAPI
import BillingClient
import BillingSync
import CurlTransport
import Dashboard
import Foundation
import Store
import Synchronization
import TestSupport

/// Opens the books of an office over its socket, with stores in memory that outlive one run of the dashboard.
final class JourneyOpener: BooksOpener {
  let office: Office
  /// It stands at noon of the day of every journey.
  let clock = ManualClock(at: Date(timeIntervalSince1970: 1_773_835_200))
  let tap: WireTap
  let mirror: Mirror
  let local: LocalStore
  let views: any ViewsKeeper
  /// What keeps the books in step, once they are open.
  var synchronizer: Synchronizer? { opened.withLock { $0 } }
  private let opened = Mutex<Synchronizer?>(nil)
  private let isReadOnly: Bool
  private let settings: SyncSettings
  private let fetchesAll: Bool
  private let key: String

  /// `key` is another than the office's own, which may do everything.
  init(
    _ office: Office, isReadOnly: Bool, settings: SyncSettings, fetchesAll: Bool, mirror: Mirror?, key: String? = nil,
    stores: JourneyOpener?
  ) throws {
    self.office = office
    self.key = key ?? office.key
    self.isReadOnly = isReadOnly
    self.settings = settings
    self.fetchesAll = fetchesAll
    tap = WireTap(CurlTransport())
    self.mirror = try mirror ?? stores?.mirror ?? Mirror.inMemory()
    local = try stores?.local ?? LocalStore.inMemory()
    views = stores?.views ?? SessionViews()
  }

  func open(
    _ choice: OpenChoice, report: @escaping @Sendable (SyncEvent) -> Void
  ) async throws(OpenFailure) -> OpenBooks {
    let client: BillingClient
    do {
      client = BillingClient(
        address: try ServiceAddress(unixSocket: office.socket), key: try APIKey(parsing: key), transport: tap,
        readOnly: isReadOnly, now: { [clock] in clock.now })
    } catch {
      throw .failed("\(error)")
    }
    let synchronizer = Synchronizer(
      client: client, mirror: mirror, local: local, clock: clock,
      settings: settings, report: report)
    opened.withLock { $0 = synchronizer }
    return OpenBooks(
      place: .demo, isReadOnly: isReadOnly, synchronizer: synchronizer, mirror: mirror, local: local,
      fetchesAll: fetchesAll, views: views)
  }
}
