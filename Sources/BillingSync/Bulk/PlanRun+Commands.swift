import Billing
import FoundationEssentials
import Store

/// What a person tells a run.
extension PlanRun {
  func obey(_ command: RunCommand, takeBackTime: Duration) async throws(StoreError) {
    switch command {
    case .takeBack: try await takeBack()
    case .pause: if snapshot.phase.isMoving { callOff(.paused(.person)) }
    case .stop: try await stop()
    case .resume: try await go(takeBackTime: takeBackTime)
    case .include(let places): try await include(places, takeBackTime)
    case .skip(let places): try await skip(places)
    case .retry(let places): try await retry(places, takeBackTime)
    case .retryFailed: try await retry(Array(snapshot.rows.indices), takeBackTime)
    case .changeAmount(let place, let amount): try await change(place, to: amount)
    }
  }

  /// A row that is under way is finished; a time that is waited out is not.
  private func callOff(_ phase: RunPhase) {
    let wasWaiting =
      switch snapshot.phase {
      case .holding, .resting: true
      default: false
      }
    enter(phase)
    guard wasWaiting else { return }
    generation += 1
    driver?.cancel()
    driver = nil
  }

  private func takeBack() async throws(StoreError) {
    guard case .holding = snapshot.phase else { return }
    try await giveUpWaiting()
    callOff(.takenBack)
  }

  private func stop() async throws(StoreError) {
    callOff(.paused(.stopped))
    try await giveUpWaiting()
  }

  /// Held for what a person has seen now: it goes as it is now. A payment of the whole balance follows the balance.
  private func include(_ places: [Int], _ takeBackTime: Duration) async throws(StoreError) {
    for place in places where snapshot.rows.indices.contains(place) && snapshot.rows[place].state.isIncludable {
      if case .held(let reasons) = snapshot.rows[place].state { accept(place, reasons) }
      if snapshot.rows[place].state.isIncludable { stand(place, .waiting) }
    }
    try await goOn(takeBackTime)
  }

  private func accept(_ place: Int, _ reasons: [HoldReason]) {
    snapshot.rows[place].accepted += reasons
    guard case .payment(let payment) = plan.rows[place].effect, payment.after == .zero else { return }
    for case .balance(_, let now) in reasons {
      if now <= .zero { return stand(place, .forbidden(.nothingToPay)) }
      snapshot.rows[place].amount = now
    }
  }

  private func skip(_ places: [Int]) async throws(StoreError) {
    let waiting = places.filter { snapshot.rows.indices.contains($0) && snapshot.rows[$0].state == .waiting }
    let journaled = try local.histories(of: waiting.map { snapshot.rows[$0].intent }).values.filter {
      $0.settlement == nil && $0.knowledge == .neverSent
    }
    for place in waiting { stand(place, .skipped) }
    if !journaled.isEmpty { try await outbox.giveUp(journaled.map(\.intent.id)) }
    tell()
  }

  private func retry(_ places: [Int], _ takeBackTime: Duration) async throws(StoreError) {
    for place in places where snapshot.rows.indices.contains(place) {
      switch snapshot.rows[place].state {
      case .failed(let failure) where !failure.mayBePerformed:
        snapshot.rows[place].began = nil
        stand(place, .waiting)
      case .unknown: unsettled.insert(place)
      default: continue
      }
    }
    try await goOn(takeBackTime)
  }

  private func change(_ place: Int, to amount: Money) async throws(StoreError) {
    guard snapshot.rows.indices.contains(place), case .payment(let payment) = plan.rows[place].effect,
      amount > .zero, amount <= payment.before, snapshot.rows[place].began == nil
    else { return }
    let wasWaiting = snapshot.rows[place].state == .waiting
    if wasWaiting { try await skip([place]) }
    snapshot.rows[place].amount = amount
    if wasWaiting { stand(place, .waiting) }
    if snapshot.phase.isMoving { try await journalWaiting() }
  }

  /// What was included or is to be tried again goes at once where the run is under way or through; a run that is
  /// planned or stands still goes when it is told to.
  private func goOn(_ takeBackTime: Duration) async throws(StoreError) {
    switch snapshot.phase {
    case .ended: try await go(takeBackTime: takeBackTime)
    case .holding, .running, .resting:
      try await journalWaiting()
      drive()
    case .planned, .paused, .takenBack: tell()
    }
  }
}
