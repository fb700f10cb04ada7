import BillingAPI
import Store

/// What can stand at the caret of the filter line, and which of it is selected.
package struct FilterOffers: Sendable, Equatable {
  /// What was asked: an answer to another question is of no use.
  package struct Question: Sendable, Hashable {
    package let kind: ResourceKind
    package let text: String
    /// In characters from the start of the text.
    package let caret: Int

    package init(kind: ResourceKind, text: String, caret: Int) {
      self.kind = kind
      self.text = text
      self.caret = caret
    }
  }

  package let question: Question
  package let completion: FilterCompletion
  /// nil while nothing is chosen: Enter then keeps the filter as it is typed.
  package var selected: Int?

  package init(question: Question, completion: FilterCompletion) {
    self.question = question
    self.completion = completion
  }

  /// What is offered; nothing where the only thing that fits is there already.
  package var candidates: [FilterCompletion.Candidate] {
    let typed = String(question.text.dropFirst(completion.range.lowerBound).prefix(completion.range.count))
    let all = completion.candidates
    return all.count == 1 && all[0].text == typed ? [] : all
  }

  /// Goes through what is offered; above the first, nothing is chosen again.
  mutating func select(_ distance: Int) {
    let next = (selected ?? -1) + distance
    selected = next < 0 ? nil : min(next, candidates.count - 1)
  }
}
