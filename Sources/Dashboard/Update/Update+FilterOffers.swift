import BillingAPI
import Store
import TerminalUI

extension State {
  /// Asks what can stand at the caret of the filter line.
  mutating func askForFilterOffers() -> [Effect] {
    guard let kind = section.kind, let list = lists[kind], list.isFilterFocused else { return [] }
    let question = list.filterQuestion
    return question == list.filterOffers?.question ? [] : [.completeFilter(question)]
  }

  /// Takes in offers, unless the filter reads otherwise by now.
  mutating func takeFilterOffers(_ offers: FilterOffers) -> [Effect] {
    let kind = offers.question.kind
    guard let list = lists[kind], list.isFilterFocused, offers.question == list.filterQuestion else { return [] }
    lists[kind]?.filterOffers = offers
    return []
  }

  /// Puts what is selected, or the first that is offered, into the line; false where nothing is offered.
  mutating func takeFilterCandidate() -> [Effect]? {
    guard let kind = section.kind, let list = lists[kind], let offers = list.shownOffers else { return nil }
    let candidate = offers.candidates[offers.selected ?? 0]
    let text = list.filterField.text
    let rest = text.dropFirst(offers.completion.range.upperBound)
    let added = candidate.text + (candidate.isOpenEnded || rest.first == " " ? "" : " ")
    return editFilter(&self) { field in
      field.replaceAll(with: text.prefix(offers.completion.range.lowerBound) + added + rest)
      field.moveCaret(to: offers.completion.range.lowerBound + added.count)
    }
  }

  mutating func selectFilterCandidate(_ distance: Int) {
    guard let kind = section.kind else { return }
    lists[kind]?.filterOffers?.select(distance)
  }
}

extension ListState {
  var filterQuestion: FilterOffers.Question {
    FilterOffers.Question(kind: kind, text: filterField.text, caret: filterField.caret)
  }

  /// The offers for exactly what is typed, where there are any.
  var shownOffers: FilterOffers? {
    guard isFilterFocused, let offers = filterOffers, offers.question == filterQuestion, !offers.candidates.isEmpty
    else { return nil }
    return offers
  }

  /// What is wrong with the filter, unless it is the word that is being typed and something fits there.
  var explainedProblem: FilterProblem? {
    guard let problem = filterProblem else { return nil }
    let isBeingTyped =
      shownOffers.map { problem.offset + problem.word.count >= $0.completion.range.lowerBound } ?? false
    return isBeingTyped ? nil : problem
  }
}
