import Billing
import BillingAPI
import Store
import TerminalUI

/// An effect brought something back.
func handleAnswer(_ answer: Answer, _ state: inout State, _ environment: Environment) -> [Effect] {
  switch answer {
  case .opened(let session): return begin(session, &state)
  case .openFailed(let failure): return failToOpen(failure, &state)
  case .order(let order): return state.takeOrder(order)
  case .sums(let sums, let kind, let generation): return state.takeSums(sums, kind, generation: generation)
  case .rows(let kind, let rows): return state.takeRows(kind, rows)
  case .detail(let detail): return state.takeDetail(detail)
  case .overview(let page): return state.takeOverview(page)
  case .customerPage(let id, let facts): return state.takeCustomer(id, facts)
  case .suggestions(let suggestions): return state.takeSuggestions(suggestions, environment)
  case .proposedNumber(let number, let missing, let draft):
    return state.takeProposedNumber(number, missing, draft: draft)
  case .prepared(let context, let references, let draft):
    return state.takePreparation(context, references, draft: draft) + state.followPayment()
  case .pickedCustomer(let id, let fill, let draft): return state.takePickedCustomer(id, fill, draft: draft)
  case .written(let report): return handleWriteReport(report, &state, environment)
  case .drafts(let drafts): return state.takeDrafts(drafts)
  case .draft(let draft):
    guard let draft else { return state.inform(.information, "Its form is not kept: it came from elsewhere.") }
    return state.resume(draft, environment)
  case .filterOffers(let offers): return state.takeFilterOffers(offers)
  case .filterCounts(let counts, let kind):
    state.lists[kind]?.filterCounts = counts
    return []
  case .found(let found): return state.takeFound(found)
  case .frequencies(let rows, let column, let kind): return state.takeFrequencies(rows, column, kind)
  case .views(let views, let change): return state.takeViews(views, after: change)
  case .notesChanged(let kind, let id): return state.takeNotesChange(kind, id)
  case .source(let source, let draft): return state.takeSource(source, draft: draft)
  case .sourceMissing(let sentence, let draft): return state.missSource(sentence, draft: draft)
  case .marks(let marked): return state.takeMarks(marked)
  case .bankRows(let rows): return state.takeKeptBankRows(rows)
  case .markSums(let kind, let summary, let generation):
    return state.takeMarkSums(kind, summary, generation: generation)
  case .reviewDetails(let details, let kind, let asked): return state.takeReviewDetails(details, kind, asked: asked)
  case .sittings(let sittings): return state.takeSittings(sittings)
  case .sitting(let sitting): return state.takeSitting(sitting)
  case .bulk(let answer): return state.takeBulk(answer)
  case .exported(let outcome): return state.takeExport(outcome)
  case .pathOffers(let offers): return state.takePathOffers(offers)
  case .pathRefused(let sentence): return state.refusePath(sentence)
  case .draftSaved(let id, let revision): return state.noteSavedDraft(id, revision: revision)
  case .draftsLeft(let count): return state.inform(.information, Sentences.draftsLeft(count))
  case .outbox(let rows): return state.takeOutbox(rows)
  case .editedText(let edited, let draft): return state.takeEditedText(edited, draft: draft)
  case .activity(let part): return state.takeActivity(part)
  case .write(let story): return state.takeStory(story)
  case .conflict(let facts): return state.takeConflict(facts)
  case .duplicates(let warnings, let query): return state.takeDuplicates(warnings, query, environment)
  case .deletion(let deletion): return state.askToDelete(deletion)
  case .toCopy(let text, let form, let title):
    return state.inform(.done, "Copied the \(form.rawValue) of \(title).") + [.copy(text)]
  case .told(let sentence): return state.inform(.information, sentence)
  case .failed(let sentence):
    state.overview.isReading = false
    state.stopWaitingForOrders()
    return state.dropTypedAhead() + state.inform(.problem, sentence)
  }
}

/// The books are open: the section that is shown fills itself.
private func begin(_ session: SessionFacts, _ state: inout State) -> [Effect] {
  state.phase = .working
  state.session = session
  state.figures.homeCurrency = session.homeCurrency ?? state.figures.homeCurrency
  return state.askForOverview() + [.loadViews, .readMarks, .readBankRows, .bulk(.runs)]
    + (state.section.kind.map { state.askForOrder($0) } ?? [])
}

extension State {
  mutating func takeDetail(_ detail: RecordDetail) -> [Effect] {
    guard lists[detail.kind]?.selectedID == detail.id else { return [] }
    lists[detail.kind]?.detail = detail
    return []
  }
}
