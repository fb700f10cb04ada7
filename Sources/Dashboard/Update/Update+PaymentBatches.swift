import Billing
import BillingAPI
import TerminalUI

extension State {
  /// Puts the payments of the form on top into the outbox, where they can be taken back for a few seconds; the form
  /// closes and comes back with them.
  mutating func holdPayments(_ parts: [PaymentPart], _ environment: Environment) -> [Effect] {
    guard let form = forms.last, !parts.isEmpty else { return [] }
    let requests = parts.enumerated().map { order, part in request(part, order, form) }
    let held = zip(requests, parts).map { request, part in
      PaymentBatch.Part(
        id: request.draftID, number: part.draft.number, invoiceNumber: part.invoiceNumber,
        share: part.draft.amount ?? .zero)
    }
    sitting.remember(form)
    batches.append(PaymentBatch(form: form, parts: held))
    forms.removeLast()
    notice = nil
    return [.cancelTimer(.draft), form.keeping, .hold(requests)]
  }

  private func request(_ part: PaymentPart, _ order: Int, _ form: Form) -> WriteRequest {
    var request = WriteRequest(
      kind: .payments, action: .create(part.draft.json),
      draftID: order == 0 ? form.draftID : "\(form.draftID)/\(order + 1)",
      title: "payment \(part.draft.number)")
    request.isNumberProposed = order > 0 || form.field("payment_number")?.isEdited == false
    return request
  }

  /// The batch that a write belongs to, and its place there.
  func batchPlace(of draftID: String) -> (batch: Int, part: Int)? {
    for (batch, candidate) in batches.enumerated() {
      if let part = candidate.parts.firstIndex(where: { $0.id == draftID }) { return (batch, part) }
    }
    return nil
  }

  /// The newest payments that can still be taken back.
  var heldBatch: PaymentBatch? { batches.last { $0.isHeld } }

  /// They are on disk, and wait so many seconds.
  mutating func beginCountdown(_ draftID: String, seconds: Int) -> [Effect] {
    guard let place = batchPlace(of: draftID) else { return [] }
    batches[place.batch].secondsLeft = max(1, seconds)
    return [.timer(.countdown, after: .seconds(1))]
  }

  /// A second passed; the clock stops with the last batch that is held.
  mutating func countDown() -> [Effect] {
    for index in batches.indices { batches[index].secondsLeft = batches[index].secondsLeft.map { max(0, $0 - 1) } }
    return heldBatch == nil ? [] : [.timer(.countdown, after: .seconds(1))]
  }

  mutating func takeBackPayments() -> [Effect] {
    guard let batch = heldBatch else { return [] }
    return [.handle(.takeBack(batch.parts.map(\.id)))]
  }

  /// What became of a payment of a batch; nil where the write belongs to none.
  mutating func settleBatch(_ report: WriteReport, _ environment: Environment) -> [Effect]? {
    guard batchPlace(of: report.draftID) != nil else { return nil }
    switch report.step {
    case .held(let seconds): return beginCountdown(report.draftID, seconds: seconds)
    case .done: return settlePart(report.draftID, .done, environment)
    case .takenBack: return settlePart(report.draftID, .takenBack, environment)
    case .refused(let refusal): return settlePart(report.draftID, .refused(refusal), environment)
    case .notSent(let sentence):
      return settlePart(report.draftID, .refused(RefusalReport(sentence: sentence, fields: [:])), environment)
    case .unsettled(_, let sentence), .keyRefused(_, let sentence): return inform(.problem, sentence)
    case .journaled, .conflict, .deleted, .stillThere: return []
    }
  }

  /// A part ended; once all have, it is told how, and what was not recorded comes back as a form.
  mutating func settlePart(_ draftID: String, _ fate: PaymentBatch.Part.Fate, _ environment: Environment) -> [Effect] {
    guard let place = batchPlace(of: draftID) else { return [] }
    let batch = batches[place.batch]
    batches[place.batch].parts[place.part].fate = fate
    if fate == .done { sitting.add(batch.parts[place.part].share, batch.currencyID) }
    guard batches[place.batch].isSettled else { return [] }
    return conclude(batches.remove(at: place.batch), environment)
  }
}
