import Billing
import BillingAPI
import FoundationEssentials
import Store

/// What is asked about the record of a row before anything of it is written.
extension PlanRun {
  /// What a look at a row's record found.
  enum Look {
    /// As the plan expects it; with its text where the write needs it.
    case same([UInt8]?)
    case held([HoldReason])
    case failed(ServiceFailure)
  }

  /// The record as the service has it now, compared with what it was when the plan was made.
  func look(_ place: Int) async -> Look {
    let row = plan.rows[place]
    if isRemade(row) { return .same(nil) }
    do {
      let bytes = try await outbox.look(plan.kind, row.record)
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

  /// What was deleted is not there to be looked at.
  private func isRemade(_ row: PlanRow) -> Bool {
    if case .undo = plan.action, case .creation = row.effect { true } else { false }
  }

  /// The record as the run made it that is undone, where it is about to be deleted.
  private func made(_ row: PlanRow) throws(StoreError) -> JSONValue? {
    guard case .undo(let run) = plan.action, case .deletion = row.effect else { return nil }
    if madeTexts == nil { madeTexts = try local.madeTexts(of: run) }
    // What is no JSON says nothing to compare with.
    return madeTexts?[row.record].flatMap { try? JSONValue(parsing: $0) }
  }
}
