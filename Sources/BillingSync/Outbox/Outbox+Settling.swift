import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// Settles what was sent before, by this program or by one that has ended. What was never sent waits for a person;
  /// who only reads takes over nothing.
  package func settleSent() async {
    guard !client.isReadOnly, hasOpenIntents else { return reportQueue() }
    // A store that is busy adopts nothing now; the next look finds the same orphans.
    _ = try? local?.adoptOrphans()
    for id in sentIntents() where running[id] == nil && waits[id] == nil { _ = await attempt(id) }
    reportQueue()
  }

  /// The service is back: what waits is tried at once, in the order in which it was meant.
  func resume() async {
    let open = (try? local?.openIntents()) ?? []
    for id in open.map(\.intent.id) where waits[id]?.until != nil { _ = await attempt(id) }
  }

  private var hasOpenIntents: Bool {
    // A store that cannot be read has nothing to settle now.
    ((try? local?.openIntentCount()) ?? 0) > 0
  }

  private func sentIntents() -> [IntentID] {
    // An unreadable store settles nothing now; the next start finds the same intents.
    let open = (try? local?.openIntents()) ?? []
    return open.filter { $0.owner == .thisProcess && $0.knowledge != .neverSent }.map(\.intent.id)
  }
}
