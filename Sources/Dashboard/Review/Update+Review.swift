import BillingAPI
import Store
import TerminalUI

extension State {
  var reviewPage: ReviewPage? {
    if case .review(let page) = pages.last { page } else { nil }
  }

  /// Changes the review wherever it lies among the pages; nothing where none is open.
  mutating func changeReview<Value>(_ change: (inout ReviewPage) -> Value) -> Value? {
    for index in pages.indices {
      guard case .review(var page) = pages[index] else { continue }
      defer { pages[index] = .review(page) }
      return change(&page)
    }
    return nil
  }

  /// Looks through the marked records, or all of the filter where nothing is marked.
  mutating func startReview(_ environment: Environment) -> [Effect] {
    guard let list = selectedList, let order = list.order else { return [] }
    guard !list.marks.isEmpty else { return startReviewOfList(environment) }
    let shown = order.filter { list.marks.contains($0) }
    let hidden = list.marks.ids.subtracting(shown).sorted()
    return review(shown + hidden, of: list.kind, title: "\(figures.count(list.marks.count)) marked", environment)
  }

  /// Looks through all that the filter lets through, beginning at the selected record.
  mutating func startReviewOfList(_ environment: Environment) -> [Effect] {
    guard let list = selectedList, let order = list.order else { return [] }
    let words = list.filterField.text.trimmingBlanks
    return review(
      order, of: list.kind, title: words.isEmpty ? "all" : words, at: list.selectedIndex, environment)
  }

  private mutating func review(
    _ records: [Int64], of kind: ResourceKind, title: String, at position: Int = 0, _ environment: Environment
  ) -> [Effect] {
    let sitting = ReviewSitting(
      id: environment.freshName(), kind: kind, title: title, records: records, position: position)
    return [.keep(.sitting(sitting))] + resume(sitting)
  }

  /// Goes on with a sitting where it was left.
  mutating func resume(_ sitting: ReviewSitting) -> [Effect] {
    pages.removeAll { if case .review = $0 { true } else { false } }
    pages.append(.review(ReviewPage(sitting)))
    return changeReview { $0.askForNeighbours() } ?? []
  }

  /// To another record, or through the one that is read on.
  mutating func moveInReview(_ move: Move) -> [Effect] {
    guard let page = reviewPage else { return [] }
    if page.isReadingOn { return scrollReview(move) }
    switch move {
    case .rows(let rows): return goInReview(to: page.sitting.position + rows)
    case .screens: return scrollReview(move)
    case .first: return goInReview(to: 0)
    case .last: return goInReview(to: page.sitting.records.count - 1)
    }
  }

  private mutating func goInReview(to place: Int) -> [Effect] {
    let effects = changeReview { page -> [Effect] in
      guard page.go(to: place) else { return [] }
      return page.askForNeighbours() + [.keep(.reviewPlace(page.sitting.id, page.sitting.position))]
    }
    return effects ?? []
  }

  private mutating func scrollReview(_ move: Move) -> [Effect] {
    guard let page = reviewPage else { return [] }
    let view = ReviewView(page: page, state: self)
    let (height, limit) = (view.recordHeight, view.scrollLimit)
    _ = changeReview { page in
      switch move {
      case .rows(let rows): page.offset += rows
      case .screens(let screens, let part): page.offset += screens * max(1, height / part)
      case .first: page.offset = 0
      case .last: page.offset = limit
      }
      page.offset = max(0, min(page.offset, limit))
    }
    return []
  }

  /// Decides of the record that is shown, keeps that on the disk and shows the next.
  mutating func decide(_ decision: ReviewDecision) -> [Effect] {
    guard let page = reviewPage, let record = page.current else { return [] }
    let effects = changeReview { page -> [Effect] in
      page.sitting.decisions[record] = decision
      return [.keep(.decision(page.sitting.id, record: record, decision))]
    }
    let isLast = page.sitting.position == page.sitting.records.count - 1
    return (effects ?? []) + (isLast ? sayReviewed() : goInReview(to: page.sitting.position + 1))
  }

  /// Takes a decision back.
  mutating func undecide() -> [Effect] {
    let effects = changeReview { page -> [Effect] in
      guard let record = page.current, page.sitting.decisions.removeValue(forKey: record) != nil else { return [] }
      return [.keep(.decision(page.sitting.id, record: record, nil))]
    }
    return effects ?? []
  }

  private mutating func sayReviewed() -> [Effect] {
    guard let sitting = reviewPage?.sitting else { return [] }
    let rest = sitting.undecided.count
    let words =
      rest == 0
      ? "All \(figures.count(sitting.records.count)) are decided" : "The last one; \(figures.count(rest)) are undecided"
    return inform(
      rest == 0 ? .done : .information, "\(words). m makes marks of the decisions, Esc leaves; all is kept.")
  }

  mutating func readOnInReview() -> [Effect] {
    _ = changeReview { $0.isReadingOn.toggle() }
    return []
  }

  /// Leaves the record that is read on; nil where none is, and the page itself is to be left.
  mutating func leaveReviewDetail() -> [Effect]? {
    guard let page = reviewPage, page.isReadingOn else { return nil }
    _ = changeReview { page in
      page.isReadingOn = false
      page.offset = 0
    }
    return []
  }

  mutating func takeReviewDetails(_ details: [RecordDetail], _ kind: ResourceKind, asked: [Int64]) -> [Effect] {
    let effects = changeReview { page -> [Effect] in
      guard page.sitting.kind == kind else { return [] }
      page.take(details, asked: asked)
      return page.askForNeighbours()
    }
    return effects ?? []
  }

  /// Records changed: those at hand are read again; what is shown stays until they are there.
  func readReviewAgain() -> [Effect] {
    pages.flatMap { page -> [Effect] in
      if case .review(let review) = page { review.reading } else { [] }
    }
  }
}
