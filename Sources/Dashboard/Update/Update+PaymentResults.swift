import Billing
import BillingAPI
import TerminalUI

extension State {
  /// Tells how payments that were saved together ended; what was not recorded comes back as a form.
  mutating func conclude(_ batch: PaymentBatch, _ environment: Environment) -> [Effect] {
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
