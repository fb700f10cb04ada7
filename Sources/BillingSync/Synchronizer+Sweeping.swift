import BillingAPI
import FoundationEssentials
import Store

extension Synchronizer {
  /// Begins to fetch what is due, unless that is under way already.
  func beginSweep() {
    guard isStarted, sweep == nil else { return }
    sweep = Task(priority: .utility) { await self.sweepUntilDone() }
  }

  /// Returns when nothing is due any more, or when the service was lost.
  func sweepNow() async {
    beginSweep()
    await sweep?.value
  }

  /// One program at a time sweeps; another that shares the mirror shows what it brings, and goes on when it ends.
  private func sweepUntilDone() async {
    let failure = await sweepWhileDue()
    if failure == nil { completeIndexes() }
    // Over before the loss is told: whoever finds the service back begins the next.
    sweep = nil
    if let failure { _ = await lost(failure) }
  }

  /// Nothing is begun while the service is away: the connection's next try begins it.
  private func sweepWhileDue() async -> ServiceFailure? {
    while isStarted, await isLive(), await isDue() {
      if let lease = context.mirror.takeSweepLease() {
        defer { withExtendedLifetime(lease) {} }
        let failure = await background.run()
        context.mirror.rest()
        // Another program held the file for too long: that passes.
        guard case .store(.busy)? = failure else { return failure }
      }
      tellForeignChanges()
      let moment = context.clock.now.addingTimeInterval(Self.followingPause)
      // Cancelled: the program ends.
      guard (try? await context.clock.sleep(until: moment)) != nil else { return nil }
    }
    return nil
  }

  /// A program that was killed between the last page of a list and its indexes leaves these to the next.
  private func completeIndexes() {
    for kind in Self.order {
      // Without them lists are slower, and the next run tries again.
      guard let list = try? context.mirror.fetched(kind), list.nextPage == nil else { continue }
      _ = try? context.mirror.completeIndexes(of: kind)
    }
  }

  private func isLive() async -> Bool {
    if case .live = await connection.state { true } else { false }
  }

  private func isDue() async -> Bool {
    // A mirror that cannot be read has nothing to be fetched for.
    (try? await background.isDue()) ?? false
  }

  /// Says that everything may have changed, where another program wrote to the mirror since this was asked last.
  func tellForeignChanges() {
    // A mirror that cannot be read shows nothing new.
    guard let version = try? context.mirror.foreignVersion() else { return }
    defer { foreignVersion = version }
    guard let foreignVersion, foreignVersion != version else { return }
    for kind in Self.order {
      context.report(.rowsChanged(kind))
      if let completeness = try? context.mirror.completeness(kind) { context.report(.progress(kind, completeness)) }
    }
  }

  /// Seconds between looks at what another program has fetched, while it fetches.
  private static let followingPause: TimeInterval = 1
}
