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

  private mutating func conclude(_ batch: PaymentBatch, _ environment: Environment) -> [Effect] {
    let effects: [Effect] = batch.done.isEmpty ? [] : [.refresh(.payments)]
    if let refusal = batch.firstRefusal { return effects + bringBack(batch, refusal, environment) }
    if batch.done.isEmpty { return bringBack(batch) + inform(.done, "Taken back: nothing was sent.") }
    return effects + [.discardDraft(id: batch.form.draftID)] + inform(.done, "Recorded \(batch.story(figures))")
  }

  /// The form as it was; where another one is open by now, it stays among the drafts.
  private mutating func bringBack(_ batch: PaymentBatch) -> [Effect] {
    guard forms.isEmpty else { return [] }
    var form = batch.form
    form.progress = .editing
    forms.append(form)
    return [.prepareForm(form.kind, draft: form.draftID)]
  }

  /// What was refused comes back; of a split the amount that was not recorded, to be divided anew.
  private mutating func bringBack(
    _ batch: PaymentBatch, _ refusal: RefusalReport, _ environment: Environment
  ) -> [Effect] {
    guard forms.isEmpty else {
      return inform(.problem, "\(batch.words(figures)): \(refusal.sentence) It is kept: :drafts")
    }
    var form = batch.form
    form.progress = .editing
    let homeless = form.place(refusal.fields)
    if !batch.done.isEmpty { form.leaveRest(of: batch, figures) }
    forms.append(form)
    let recorded = batch.done.isEmpty ? "" : "Recorded \(batch.story(figures)) The rest is here. "
    return [.prepareForm(form.kind, draft: form.draftID)]
      + inform(.problem, ([recorded + refusal.sentence] + homeless).joined(separator: " "))
  }
}

extension PaymentBatch {
  fileprivate var firstRefusal: RefusalReport? {
    for part in parts {
      if case .refused(let report) = part.fate { return report }
    }
    return nil
  }

  /// `payment PAY-000214 of $60.00 for INV-000002.`, `3 payments of $6,000.00 for INV-000361, INV-000371 and INV-000385.`
  fileprivate func story(_ figures: Figures) -> String {
    let sum = (try? done.map(\.share).sum()) ?? .zero  // a part of what fitted before
    let invoices = done.map(\.invoiceNumber)
    let names =
      invoices.count < 2
      ? invoices.joined() : invoices.dropLast().joined(separator: ", ") + " and " + invoices[invoices.count - 1]
    let what = done.count == 1 ? "payment \(done[0].number)" : "\(done.count) payments"
    return "\(what) of \(figures.full(sum, currencyID)) for \(names)."
  }
}

extension Form {
  /// Only what was not recorded is left; the invoices that were paid are read anew.
  fileprivate mutating func leaveRest(of batch: PaymentBatch, _ figures: Figures) {
    let rest = batch.parts.filter { $0.fate != .done }.map(\.share)
    guard let index = index(of: "amount"), let sum = try? rest.sum() else { return }
    let style = NumberStyle(
      decimalSeparator: figures.style(of: batch.currencyID).decimalSeparator, groupingSeparator: nil)
    fields[index].text = TextField(sum.formatted(style: style))
    fields[index].isEdited = true
    if let number = self.index(of: "payment_number") { fields[number].isEdited = false }
    allocation = AllocationFields()
    markChanged()
  }
}
