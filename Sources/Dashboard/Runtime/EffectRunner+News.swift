import BillingAPI
import BillingSync
import FoundationEssentials
import Store
import Synchronization

extension EffectRunner {
  /// Tells the loop what happened in synchronisation. Called from any thread.
  func news(_ event: SyncEvent) {
    switch event {
    case .rowsChanged(let kind): queue.post(.news(.rowsChanged([kind])))
    case .progress(let kind, let completeness): queue.post(.news(.progress(kind, completeness)))
    case .connection(let state): connection(state)
    case .write(let intent, let progress): report(intent, progress)
    case .queued(let count): queue.post(.news(.outbox(OutboxFacts(unsettled: count))))
    }
  }

  private func connection(_ state: ConnectionState) {
    switch state {
    case .unknown: queue.post(.news(.connection(.connecting)))
    case .live(let since):
      queue.post(.news(.connection(.live(since: LocalTime.timeOfDay(of: since)))))
      guard let books = memory.withLock({ $0.books }), memory.withLock({ !$0.isIdentified }) else { return }
      queue.run { [self] in await identify(books) }
    case .off(let failure, let retryAt):
      let since = LocalTime.timeOfDay(of: Date())
      let next = retryAt.map { " Next try \(LocalTime.timeOfDay(of: $0))." } ?? ""
      queue.post(.news(.connection(.off(since: since, reason: Sentences.connection(failure) + next))))
    }
  }
}
