import Billing
import BillingAPI
import FoundationEssentials
import Store

/// One row at a time.
extension PlanRun {
  /// What a look at a row's record found.
  private enum Look {
    case same([UInt8]?)
    case held([HoldReason])
    case failed(ServiceFailure)
  }

  /// `answered` is called when its write was answered well; it is concluded after the row that went before it.
  func perform(_ place: Int, behind before: Task<Void, Never>?, answered: @escaping @Sendable () -> Void) async {
    let wasSent = unsettled.remove(place) != nil
    snapshot.rows[place].state = .sending
    snapshot.rows[place].began = snapshot.rows[place].began ?? now
    note(place)
    switch wasSent ? .same(nil) : await look(place) {
    case .held(let reasons): await hold(place, reasons)
    case .failed(let failure): await conclude(place, .waiting(failure, mayBePerformed: false), retryAt: nil)
    case .same(let record):
      lookAhead(behind: place)
      let (result, retryAt) = await outbox.performRow(
        snapshot.rows[place].intent, looked: record, answered: answered
      ) { result, retryAt in
        Task { await self.hear(place, result, retryAt) }
      }
      await before?.value
      await conclude(place, result, retryAt: retryAt)
    }
  }

  /// The record as the service has it now, compared with what it was when the plan was made.
  private func look(_ place: Int) async -> Look {
    let row = plan.rows[place]
    if isRemade(row) { return .same(nil) }
    do {
      let bytes = try await read(place).get()
      let record = try JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
      let comparison = RowComparison(row: row, run: snapshot.rows[place], made: try made(row))
      let reasons = comparison.reasons(record)
      return reasons.isEmpty ? .same(isUsed(row.effect) ? bytes : nil) : .held(reasons)
    } catch let failure as ServiceFailure {
      return .failed(failure)
    } catch let error as StoreError {
      return .failed(.store(error))
    } catch {
      return .failed(.unreadable("The record could not be read."))
    }
  }

  /// Copies need the look only to compare; everything else reads it before it writes.
  private func isUsed(_ effect: RowEffect) -> Bool {
    if case .creation = effect { false } else { true }
  }

  private func hold(_ place: Int, _ reasons: [HoldReason]) async {
    do {
      // Somebody in the outbox may have sent it by itself: then it is its own work that differs.
      let intent = snapshot.rows[place].intent
      guard try local.histories(of: [intent])[intent]?.settlement == nil else { return await recall([place]) }
      try await outbox.giveUp([intent])
      snapshot.rows[place].state = .held(reasons)
      snapshot.rows[place].began = nil
      note(place)
    } catch {
      stand(place, .waiting)
      enter(.paused(.journal(error.sentence)))
    }
  }

  /// A row that was not known ends now, or is tried again later.
  private func hear(_ place: Int, _ result: WriteResult, _ retryAt: Date?) async {
    guard case .unknown = snapshot.rows[place].state else { return }
    let failures = failuresInRow
    await conclude(place, result, retryAt: retryAt)
    // It failed before; that it fails still says nothing about the rows that follow.
    failuresInRow = min(failures, failuresInRow)
    await endIfThrough()
  }

  private func conclude(_ place: Int, _ result: WriteResult, retryAt: Date?) async {
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
