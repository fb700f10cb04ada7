import BillingAPI
import BillingSync
import FoundationEssentials
import Store
import Synchronization

extension EffectRunner {
  /// How long a payment can be taken back, for it cannot be deleted.
  private static let hold = Duration.seconds(PaymentBatch.hold)

  /// Puts payments into the outbox together; ends as soon as they are held, for then nothing is under way.
  func hold(_ requests: [WriteRequest], _ books: OpenBooks) async {
    var writes: [Write] = []
    for request in requests {
      let write = Write(
        id: await intent(for: request, books), kind: request.kind, action: Write.Action(request.action),
        hold: Self.hold, isNumberProposed: request.isNumberProposed)
      memory.withLock { $0.writes[write.id] = request }
      writes.append(write)
    }
    guard let last = writes.last?.id else { return }
    await withCheckedContinuation { arrived in
      memory.withLock { $0.holds[last] = arrived }
      Task.detached { [self, writes] in
        reportRefusals(await books.synchronizer.outbox.saveTogether(writes), of: writes)
        endHold(last)
      }
    }
  }

  /// A write that the journal could not take is reported by nobody else.
  private func reportRefusals(_ results: [WriteResult], of writes: [Write]) {
    for (write, result) in zip(writes, results) {
      guard case .refused = result, memory.withLock({ $0.writes[write.id] != nil }) else { continue }
      report(write.id, .settled(result))
    }
  }

  /// The outbox holds it, or was done with it at once: whoever waits for that goes on.
  func endHold(_ intent: IntentID) {
    memory.withLock { $0.holds.removeValue(forKey: intent) }?.resume()
  }

  /// The writes of this run that came from drafts of these names, and those named themselves.
  func intents(ofDrafts ids: [String]) -> [IntentID] {
    let known = memory.withLock { $0.writes }
    return ids.map { id in known.first { $0.value.draftID == id }?.key ?? IntentID(text: id) }
  }
}
