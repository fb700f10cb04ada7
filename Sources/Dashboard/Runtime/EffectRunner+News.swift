import BillingAPI
import BillingSync
import FoundationEssentials
import Store
import Synchronization
import TerminalUI

extension EffectRunner {
  /// Tells the loop what happened in synchronisation. Called from any thread.
  func news(_ event: SyncEvent) {
    switch event {
    case .rowsChanged(let kind): queue.post(.news(.rowsChanged([kind])))
    case .progress(let kind, let completeness): tell(kind, completeness)
    case .sweep(let percent): queue.post(.news(.sweep(percent: percent)))
    case .skipped(let kind, let count, let page):
      ProgramLog.note("page \(page) of \(kind.rawValue): \(count) without an id passed over")
    case .nameless(let kind, let names):
      for name in names { ProgramLog.note("\(kind.rawValue) without an id: “\(DisplayText.sanitized(name))”") }
    case .connection(let state): connection(state)
    case .write(let intent, let progress): report(intent, progress)
    case .queued(let count): queue.post(.news(.outbox(OutboxFacts(unsettled: count))))
    case .run(let change): queue.post(.news(.run(change)))
    }
  }

  /// Says how much of each list is in the mirror, and of what time.
  func tellLists(_ books: OpenBooks) {
    for kind in ResourceKind.allCases { tell(kind, nil, books.mirror) }
  }

  /// Several threads tell how much of a list is loaded, so it is read anew when it is said; `told` where that fails.
  private func tell(_ kind: ResourceKind, _ told: Completeness?, _ mirror: Mirror? = nil) {
    let mirror = mirror ?? memory.withLock { $0.books?.mirror }
    let completeness = telling.withLock { _ in
      // A mirror that cannot be read says nothing new.
      let completeness = (try? mirror?.completeness(kind)) ?? told
      if let completeness { queue.post(.news(.progress(kind, completeness))) }
      return completeness
    }
    tell(kind, readAt: completeness?.asOf)
  }

  private func tell(_ kind: ResourceKind, readAt moment: Date?) {
    guard let moment else { return }
    let text = LocalTime.moment(moment, seenOn: today())
    queue.post(.news(.readAt(kind, ReadMoment(date: moment, text: text))))
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
