import Billing
import BillingAPI
import FoundationEssentials
import Store

/// How rows end.
extension PlanRun {
  /// What a row came to, and what follows for those behind it.
  func conclude(_ place: Int, _ result: WriteResult, retryAt: Date?) async {
    switch result {
    case .saved(let record): succeed(place, record)
    case .takenBack: stand(place, .skipped)
    case .refused(let failure): await refuse(place, failure)
    case .conflict: doubt(place, RowFailure(words: "It was changed elsewhere meanwhile."), retryAt: nil)
    case .waiting(let failure, let maybe): await wait(place, failure, maybe, retryAt)
    }
  }

  private func succeed(_ place: Int, _ record: SavedRecord) {
    if record.isStillThere {
      let words = "The service says that it deleted it, and has it all the same."
      let failure = RowFailure(words: words, mayBePerformed: false)
      stand(place, .failed(failure))
      return countFailure(failure)
    }
    failuresInRow = 0
    stand(place, .done(RowResult(record, plan.rows[place])))
    notePace(place)
  }

  private func refuse(_ place: Int, _ failure: ServiceFailure) async {
    switch failure {
    case .missingScope, .readOnly:
      stand(place, .waiting)
      enter(.paused(.notAllowed(RowFailure(failure))))
    case .unauthorized, .forbidden:
      stand(place, .failed(RowFailure(failure)))
      enter(.paused(.notAllowed(RowFailure(failure))))
    case .store(let error):
      stand(place, .waiting)
      enter(.paused(.journal(error.sentence)))
    case .alreadySettled:
      // Another program, or a person in the outbox, ended it meanwhile: the journal knows how.
      await recall([place])
    default:
      stand(place, .failed(RowFailure(failure)))
      countFailure(RowFailure(failure))
    }
  }

  private func wait(_ place: Int, _ failure: ServiceFailure, _ mayBePerformed: Bool, _ retryAt: Date?) async {
    switch failure {
    case .calledOff: await outbox.leave(snapshot.rows[place].intent)
    case .tooManyRequests where !mayBePerformed:
      stand(place, .waiting)
      await outbox.leave(snapshot.rows[place].intent)
      let rest = now.addingTimeInterval(Backoff.delay(attempt: 1, after: failure))
      if case .running = snapshot.phase { enter(.resting(until: max(retryAt ?? rest, rest))) }
    case .store(let error):
      stand(place, mayBePerformed ? .unknown(RowFailure(failure, mayBePerformed: true), retryAt: nil) : .waiting)
      if mayBePerformed { unsettled.insert(place) }
      enter(.paused(.journal(error.sentence)))
    case .notFound where !mayBePerformed: forget(place)
    case .unauthorized where !mayBePerformed, .forbidden where !mayBePerformed:
      stand(place, .waiting)
      enter(.paused(.notAllowed(RowFailure(failure))))
    default:
      doubt(place, RowFailure(failure, mayBePerformed: mayBePerformed), retryAt: retryAt)
    }
  }

  /// The record is not there any more: nothing of the row was sent.
  private func forget(_ place: Int) {
    stand(place, .forbidden(.unknownRecord))
    let intent = snapshot.rows[place].intent
    Task {
      // A journal that cannot take it keeps it as never sent, for a person.
      try? await outbox.giveUp([intent])
    }
  }

  /// What was never sent and is not retried by the outbox waits for its turn again.
  private func doubt(_ place: Int, _ failure: RowFailure, retryAt: Date?) {
    stand(place, !failure.mayBePerformed && retryAt == nil ? .waiting : .unknown(failure, retryAt: retryAt))
    countFailure(failure)
  }

  private func countFailure(_ failure: RowFailure) {
    failuresInRow += 1
    guard failuresInRow >= Self.mostFailures, case .running = snapshot.phase else { return }
    enter(.paused(.failures(count: failuresInRow, last: failure)))
  }

  /// So many failures one after another are no accident of single rows.
  private static let mostFailures = 3

  func stand(_ place: Int, _ state: RowState) {
    snapshot.rows[place].state = state
    snapshot.rows[place].ended = state.isFinished ? now : nil
    note(place)
  }

  private func notePace(_ place: Int) {
    guard let own = snapshot.rows[place].seconds, let end = snapshot.rows[place].ended else { return }
    // Rows overlap: the time between the ends of two is what one more adds.
    let seconds = lastEnd.map { min(own, end.timeIntervalSince($0)) } ?? own
    lastEnd = end
    pace = pace.map { $0 * 0.9 + seconds * 0.1 } ?? seconds
  }
}
