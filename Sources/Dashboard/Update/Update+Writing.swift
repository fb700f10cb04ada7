import Billing
import BillingAPI
import TerminalUI

extension State {
  /// Checks the form and hands it to the outbox; the first thing that is wrong gets the keyboard instead.
  mutating func saveForm(_ environment: Environment) -> [Effect] {
    guard let form = forms.last else { return [] }
    guard form.isEditable else { return sayFormIsBusy() }
    if let refusal = session.writeRefusal(form.recordKind) {
      return inform(.warning, refusal + " What you typed is kept.")
    }
    let reading = form.reading(figures)
    if form.isNewPayment, reading.problems.isEmpty { return savePayment(environment) }
    guard let body = reading.body else { return show(reading.problems, first: reading.firstProblem(in: form)) }
    guard let action = form.action(body) else {
      return inform(.information, "Nothing is changed: there is nothing to save.")
    }
    changeForm { form in
      form.clearProblems()
      form.progress = .saving(intent: "")
      form.suggestions = nil
    }
    notice = nil
    var request = WriteRequest(kind: form.recordKind, action: action, draftID: form.draftID, title: form.title)
    request.isNumberProposed = form.hasProposedNumber
    return [form.keeping, .write(request)]
  }

  /// Writes problems at their fields and goes to the first.
  private mutating func show(_ problems: [String: String], first: String?) -> [Effect] {
    var homeless: [String] = []
    changeForm { form in
      homeless = form.place(problems)
      form.suggestions = nil
      guard let first, !form.focus(on: first), first == "items" else { return }
      form.focus = .line(form.lines.count - 1, .name)
    }
    let sentence = first.flatMap { problems[$0] } ?? homeless.first
    return inform(.warning, sentence ?? "Something here cannot be sent.")
  }
}

/// A write went a step further: the form that waits for it closes, mends or goes on waiting.
func handleWriteReport(_ report: WriteReport, _ state: inout State, _ environment: Environment) -> [Effect] {
  if let effects = state.settleBatch(report, environment) { return effects }
  switch report.step {
  case .held, .takenBack: return []
  case .conflict(let intent): return state.meetConflict(report, intent)
  case .deleted(let intent, let kind): return state.takeDeletion(intent, kind, report.title)
  case .journaled(let intent):
    state.updateForm(report.draftID) { $0.progress = .saving(intent: intent) }
    return []
  case .done(let record, let notKept): return state.finish(report, record, notKept, environment)
  case .refused(let refusal): return state.refuse(report, refusal)
  case .unsettled(let intent, let sentence):
    state.updateForm(report.draftID) { $0.progress = .unsettled(intent: intent) }
    return state.inform(.problem, sentence)
  case .keyRefused(let intent, let sentence):
    state.updateForm(report.draftID) { $0.progress = .waitingForKey(intent: intent) }
    return state.inform(.problem, sentence)
  case .stillThere(let kind, let sentence): return state.inform(.problem, sentence) + [.refresh(kind)]
  case .notSent(let sentence):
    state.updateForm(report.draftID) { $0.progress = .editing }
    return state.inform(.problem, sentence)
  }
}

extension State {
  /// The service has the record: its form closes, and what waited for it goes on.
  fileprivate mutating func finish(
    _ report: WriteReport, _ record: RecordReference, _ notKept: [String], _ environment: Environment
  ) -> [Effect] {
    if let effects = takeRecreation(report.draftID, record) { return effects }
    if let mark = marks[report.draftID] { return finishMark(mark, notKept, draft: report.draftID) }
    let form = forms.first { $0.draftID == report.draftID }
    forms.removeAll { $0.draftID == report.draftID }
    var effects: [Effect] = [.discardDraft(id: report.draftID)]
    let lost = notKept.map { form?.words(for: $0) ?? FieldWords(kind: record.kind).label($0) }
    if lost.isEmpty {
      // What an earlier program sent is settled at the start, while it is told that its run waits.
      let isTold = form == nil && interruptedRun != nil && notice?.tone == .warning
      effects += isTold ? [] : inform(.done, "Saved \(record.kind.singular) \(record.title).")
    } else {
      effects += inform(
        .warning,
        "Saved \(record.kind.singular) \(record.title). The service did not keep \(lost.joined(separator: ", ")).")
    }
    // The service counts one more now, and a payment moved its invoice.
    effects.append(.refresh(record.kind))
    // What was made from within another form goes into it.
    if form != nil, !forms.isEmpty { return effects + adopt(record, environment) }
    guard form != nil, forms.isEmpty, pages.isEmpty, record.kind == .invoices || record.kind == section.kind else {
      return effects
    }
    if case .conversion(let estimate) = form?.kind { offerAcceptance(of: estimate) }
    return effects + show(Section(record.kind), selecting: record.id)
  }

  /// The service said no: everything typed is there again, with its words at the fields.
  fileprivate mutating func refuse(_ report: WriteReport, _ refusal: RefusalReport) -> [Effect] {
    if let effects = missRecreation(report.draftID, refusal) { return effects }
    if let mark = marks.removeValue(forKey: report.draftID) {
      return inform(.problem, "\(mark.title) stays \(mark.before): \(refusal.sentence)")
    }
    guard forms.contains(where: { $0.draftID == report.draftID }) else {
      return inform(.problem, "\(report.title.capitalizedFirst): \(refusal.sentence) It is kept: :drafts")
    }
    var homeless: [String] = []
    updateForm(report.draftID) { form in
      form.progress = .editing
      homeless = form.place(refusal.fields)
      let first = form.stops.first { form.problem(at: $0) != nil }
      if let first { form.focus = first }
    }
    return inform(.problem, ([refusal.sentence] + homeless).joined(separator: " "))
  }
}

extension Form {
  /// Nobody typed the number: it is the one that was proposed.
  fileprivate var hasProposedNumber: Bool {
    fields.contains { if case .number = $0.kind { !$0.isEdited && kind.editedID == nil } else { false } }
  }

  /// A new record, or what is changed of one; nil where nothing is.
  fileprivate func action(_ body: JSONValue) -> WriteRequest.Action? {
    guard let id = kind.editedID, let base else { return .create(body) }
    let edits = edits(body, since: base)
    return edits.object?.isEmpty == false ? .update(id: id, edits: edits, base: base.record) : nil
  }
}
