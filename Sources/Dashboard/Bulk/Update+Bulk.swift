import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  /// `b`: all that can be done with the marked records together, each with the reason where it cannot.
  mutating func openBulkMenu() -> [Effect] {
    let others = ["review.start", "export", "rows.open"].compactMap { id in Registry.commands.first { $0.id == id } }
    overlays.append(.bulkActions(PickerState(items: (Registry.markedActions + others).compactMap { paletteItem($0) })))
    return []
  }

  /// Asks for the values of an action on the marked records, or plans it at once where it has none.
  mutating func startBulk(_ verb: BulkVerb) -> [Effect] {
    guard let list = selectedList, let order = list.order else { return [] }
    let shown = order.filter { list.marks.contains($0) }
    let records = shown + list.marks.ids.subtracting(shown).sorted()
    var values = BulkValues(verb, list.kind, records.map { BulkTarget($0) }, today: figures.today)
    let isWhole = shown.count == order.count && records.count == order.count && !list.marks.isAlone
    values.filter = isWhole && list.completeness.isComplete ? list.filterField.text.trimmingBlanks : nil
    return ask(values)
  }

  /// Has the values of an action filled in; one that has none is planned at once.
  mutating func ask(_ values: BulkValues) -> [Effect] {
    if values.fields.isEmpty { return plan(values) }
    overlays.append(.bulkValues(values))
    return values.verb == .pay ? [.bulk(.methods)] : []
  }

  /// Has the plan made, or says which value cannot be read.
  mutating func plan(_ values: BulkValues) -> [Effect] {
    switch values.action(today: figures.today) {
    case .failure(let problem):
      var values = values
      values.problem = problem.sentence
      replaceOverlay(.bulkValues(values))
      return []
    case .success(let action):
      if case .bulkValues = overlays.last { overlays.removeLast() }
      let words = "Planning \(figures.count(values.targets.count)) \(values.kind.rawValue)…"
      var request = BulkRequest(action, values.kind, targets: values.targets)
      request.filter = values.filter
      return inform(.information, words) + [.bulk(.plan(request))]
    }
  }

  mutating func takeBulk(_ answer: BulkAnswer) -> [Effect] {
    switch answer {
    case .methods(let methods):
      guard case .bulkValues(var values) = overlays.last else { return [] }
      values.methods = methods
      values.method = methods.firstIndex { $0.id == sitting.method?.id }
      replaceOverlay(.bulkValues(values))
      return []
    case .matched(let findings, let generation): return takeFindings(findings, generation: generation)
    case .candidates(let invoices, let place): return pickInvoice(among: invoices, place: place)
    case .bankRows(let entries, let path): return takeBankRows(entries, path: path)
    case .read(let plan, let isEdited, let path): return takePlan(plan, isEdited: isEdited, path: path)
    case .planned(let run, let request):
      notice = nil
      return show(run, request: request)
    case .run(let run): return show(run, request: nil)
    case .begun(let run): return show(run, request: nil) + removeBankRows(paidBy: run)
    case .runs(let runs): return takeRuns(runs)
    case .failed(let sentence): return inform(.problem, sentence)
    }
  }

  /// Shows a plan or a run on its page; a plan made anew takes the place of the one before.
  private mutating func show(_ run: RunSnapshot, request: BulkRequest?) -> [Effect] {
    runs[run.id] = run
    if interruptedRun?.id == run.id { interruptedRun = nil }
    if let page = bulkPage, page.run != run.id, runs[page.run]?.phase == .planned {
      runs[page.run] = nil
      pages.removeLast()
    }
    if bulkPage?.run != run.id, pages.contains(where: { $0.content.mode == .bulk && $0 != pages.last }) == false {
      pages.append(.bulk(BulkPage(run.id, request: request)))
    }
    changeBulk(run.id) { _ in }
    return []
  }

  /// A run came further: its page and the state line follow; what was done is not marked any more.
  mutating func takeRunChange(_ change: RunChange) -> [Effect] {
    guard var run = runs[change.run] else { return [] }
    let before = run.phase
    run.apply(change)
    runs[change.run] = run
    changeBulk(change.run) { _ in }
    let done = change.rows.compactMap { place, row -> Int64? in
      guard case .done = row.state, run.plan.rows.indices.contains(place) else { return nil }
      return run.plan.rows[place].record
    }
    let effects = unmark(done, in: run.plan.kind) + showAllAgain(run.plan.kind)
    // What the outbox settles ends a run that stood.
    let isNew = before.isMoving || (run.phase == .ended && before != .ended)
    return isNew && !run.phase.isMoving ? effects + sayRunStands(run) : effects
  }

  /// Where nothing is marked any more, there is nothing to show alone.
  private mutating func showAllAgain(_ kind: ResourceKind) -> [Effect] {
    guard lists[kind]?.marks.isAlone == true, lists[kind]?.marks.isEmpty == true else { return [] }
    lists[kind]?.marks.isAlone = false
    return askForOrder(kind)
  }

  private mutating func sayRunStands(_ run: RunSnapshot) -> [Effect] {
    let sentence = RunSentences.standing(run, figures)
    let away = bulkPage?.run == run.id ? "" : " “Bulk runs” in : shows it."
    return inform(RunSentences.tone(run), sentence + away)
  }
}
