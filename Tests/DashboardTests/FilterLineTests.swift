import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct FilterLineTests {
  /// What is offered at the caret, as the mirror would answer it.
  private func offers(_ state: State) -> FilterOffers {
    let question = state.invoices.filterQuestion
    let vocabulary = FilterVocabulary(
      kind: .invoices, statuses: ["DRAFT", "SENT", "VIEWED", "OVERDUE", "COMPLETED"], currencies: [])
    return FilterOffers(
      question: question,
      completion: FilterCompletion(question.text, caret: question.caret, vocabulary: vocabulary))
  }

  /// The invoices with some text typed into the filter, and the offers for it there.
  private func typing(_ text: String) -> State {
    var state = Given.invoices(3)
    state.press("/")
    state.type(text)
    state.take(.filterOffers(offers(state)))
    return state
  }

  @Test func `the line asks what fits when it is opened and after each character`() {
    var state = Given.invoices(3)
    #expect(state.press("/") == [.completeFilter(.init(kind: .invoices, text: "", caret: 0))])
    #expect(
      state.type("i")
        == [.completeFilter(.init(kind: .invoices, text: "i", caret: 1)), .timer(.filter, after: .milliseconds(60))])
  }

  @Test func `Tab completes the first that fits, and a field waits for its value`() {
    var state = typing("is:l")
    #expect(view(state).characters.joined().contains("is:late"))
    state.press("Tab")
    #expect(state.invoices.filterField.text == "is:late ")
    state = typing("statu")
    state.press("Tab")
    #expect(state.invoices.filterField.text == "status:")
  }

  @Test func `the arrows choose, and Enter takes what is chosen without leaving the line`() {
    var state = typing("is:")
    let second = offers(state).candidates[1].text
    state.press("Down", "Down")
    state.press("Enter")
    #expect(state.invoices.filterField.text.trimmingBlanks == second)
    #expect(state.isFilterFocused)
  }

  @Test func `Enter keeps what is typed where nothing is chosen`() {
    var state = typing("is:l")
    state.press("^U")
    state.type("acme")
    state.press("Enter")
    #expect(!state.isFilterFocused)
    #expect(state.invoices.filter.text == "acme")
  }

  @Test func `offers for what was typed before are not shown`() {
    var state = typing("is:l")
    let old = offers(state)
    state.type("ate x")
    state.take(.filterOffers(old))
    #expect(state.invoices.shownOffers == nil)
  }

  @Test func `a completion in the middle keeps what stands behind it`() {
    var state = typing("is:l cust:doe")
    state.press("Home", "Right", "Right", "Right", "Right")
    state.take(.filterOffers(offers(state)))
    state.press("Tab")
    #expect(state.invoices.filterField.text == "is:late cust:doe")
    #expect(state.invoices.filterField.caret == 7)
  }

  @Test func `a mistake is explained under the line, and Enter leaves the line only when it is mended`() {
    var state = typing("foo:bar acme")
    state.press("Enter")
    #expect(state.isFilterFocused)
    let screen = view(state).characters
    #expect(screen.contains { $0.contains("the list stays as it was") })
    #expect(screen.contains { $0.contains("foo:") && !$0.contains("⌕") })
    #expect(state.invoices.count == 3)
    state.press("^U", "Enter")
    #expect(!state.isFilterFocused)
  }

  @Test func `while a word is being typed that something fits, nothing is wrong with it`() {
    var state = typing("is:")
    _ = update(&state, .timer(.filter), Given.environment)
    #expect(state.invoices.filterProblem != nil)
    #expect(state.invoices.explainedProblem == nil)
    #expect(view(state).characters.joined().contains("is:late"))
  }

  @Test func `the backslash clears the filter and leaves the view`() {
    var state = typing("acme")
    state.press("Enter", "\\")
    #expect(state.invoices.filter.isEmpty)
    #expect(state.invoices.filterField.text.isEmpty)
  }

  @Test(arguments: [Size(width: 120, height: 36), Size(width: 80, height: 24)])
  func `the line looks so while it is typed into`(size: Size) throws {
    var state = Given.invoices(30, total: 400, width: size.width, height: size.height)
    state.press("/")
    state.type("cust:acme is:")
    state.take(.filterOffers(offers(state)))
    state.press("Down")
    try Snapshot.check(view(state), "filter-offers")
    state.press("^U")
    state.type("bal>x")
    _ = update(&state, .timer(.filter), Given.environment)
    try Snapshot.check(view(state), "filter-mistake")
  }
}

struct FilterRoomTests {
  @Test(arguments: [80, 100, 120])
  func `what is typed stays readable, whatever is said beside it`(width: Int) {
    var state = Given.invoices(30, total: 100_000, width: width, height: 24)
    _ = setFilter("bal>9k is:late cust:acme", &state)
    state.take(.order(Given.order(Array(1...30), total: 100_000, generation: state.invoices.generation)))
    let line = view(state).characters.first { $0.contains("⌕") } ?? ""
    #expect(line.contains("bal>9k is:late cust:acme"))
    #expect(line.contains("30 of 100,000"))
  }

  @Test func `no count is said of a filter before it is known`() {
    var state = Given.invoices(30)
    _ = setFilter("is:late", &state)
    #expect(view(state).characters.contains { $0.contains("searching…") })
    state.take(.order(Given.order([1, 2], total: 30, generation: state.invoices.generation)))
    #expect(view(state).characters.contains { $0.contains("2 of 30") })
  }
}

struct SumsLineTests {
  private let sums = ["$1,000.00", "€200.00", "£30.00"].map { [Span($0)] }

  @Test(arguments: [
    (40, "$1,000.00 · €200.00 · £30.00"), (28, "$1,000.00 · €200.00 · £30.00"), (27, "$1,000.00 · €200.00 +1"),
    (20, "$1,000.00 +2"), (8, " +3"),
  ])
  func `sums are shown whole or counted`(columns: Int, expected: String) {
    #expect(SumsLine.spans(sums, separator: " · ", in: columns).map(\.text).joined() == expected)
  }
}
