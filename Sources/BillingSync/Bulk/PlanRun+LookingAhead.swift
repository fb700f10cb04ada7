import Billing
import BillingAPI
import FoundationEssentials
import Store

/// The record of the row that comes next, read while the row before it is written: the service is never idle between them.
extension PlanRun {
  struct LookAhead: Sendable {
    let place: Int
    let began: Date
    let task: Task<Result<[UInt8], ServiceFailure>, Never>
  }

  /// Seconds for which a look that was taken ahead still says what the record is.
  private static let freshness: TimeInterval = 1

  /// Reads the record of the row that is likely to follow. Only one request writes at any time; this one only reads.
  func lookAhead(behind place: Int) {
    ahead = nil
    guard case .running = snapshot.phase, unsettled.isEmpty, let next = nextPlace, mayBeRead(next, beside: place) else {
      return
    }
    let (outbox, kind, record) = (outbox, plan.kind, plan.rows[next].record)
    ahead = LookAhead(place: next, began: now, task: Task { await Self.read(kind, record, outbox) })
  }

  /// The record of a row as the service has it now.
  func read(_ place: Int) async -> Result<[UInt8], ServiceFailure> {
    defer { ahead = nil }
    if let ahead, ahead.place == place, now.timeIntervalSince(ahead.began) < Self.freshness {
      if case .success(let bytes) = await ahead.task.value { return .success(bytes) }
    }
    return await Self.read(plan.kind, plan.rows[place].record, outbox)
  }

  /// What the row under way changes is read when it is changed.
  private func mayBeRead(_ next: Int, beside place: Int) -> Bool {
    let (row, current) = (plan.rows[next], plan.rows[place])
    return row.record != current.record && !isRemade(row)
  }

  /// What was deleted is not there to be looked at.
  func isRemade(_ row: PlanRow) -> Bool {
    if case .undo = plan.action, case .creation = row.effect { true } else { false }
  }

  /// The record as the run that is undone made it, where it is about to be deleted.
  func made(_ row: PlanRow) throws(StoreError) -> JSONValue? {
    guard case .undo(let run) = plan.action, case .deletion = row.effect else { return nil }
    if madeTexts == nil { madeTexts = try local.madeTexts(of: run) }
    // What is no JSON says nothing to compare with.
    return madeTexts?[row.record].flatMap { try? JSONValue(parsing: $0) }
  }

  private static func read(
    _ kind: ResourceKind, _ record: Int64, _ outbox: Outbox
  ) async -> Result<[UInt8], ServiceFailure> {
    do {
      return .success(try await outbox.look(kind, record))
    } catch {
      return .failure(error)
    }
  }
}
