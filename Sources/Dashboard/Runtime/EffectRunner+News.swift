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
    case .progress(let kind, let completeness):
      queue.post(.news(.progress(kind, completeness)))
      tell(kind, readAt: completeness.asOf)
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

  /// Says of what time the lists in the mirror are, before the service has answered.
  func tellReadMoments(_ books: OpenBooks) {
    for kind in ResourceKind.allCases {
      // A mirror that cannot be read shows nothing that would have a time.
      tell(kind, readAt: try? books.mirror.completeness(kind).asOf)
    }
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
