/// Something that can be picked from a list.
package struct PickerItem<ID: Hashable & Sendable>: Hashable, Sendable {
  package var id: ID
  package var title: String
  /// Said beside the title, found by the query too.
  package var detail: String
  /// Why it cannot be picked now; nil when it can.
  package var disabledReason: String?

  package init(id: ID, title: String, detail: String = "", disabledReason: String? = nil) {
    self.id = id
    self.title = title
    self.detail = detail
    self.disabledReason = disabledReason
  }
}

/// What a key meant to a picker.
package enum PickerOutcome<ID: Hashable & Sendable>: Hashable, Sendable {
  case picked(ID)
  case cancelled
  /// Enter on a query that nothing matches, where making something new is allowed.
  case created(String)
  case handled
  case ignored
}

/// A list that a person narrows by typing: the query, the items that match it best first, the selected one.
package struct PickerState<ID: Hashable & Sendable>: Hashable, Sendable {
  /// An item that the query found; positions are characters of the title.
  package struct Hit: Hashable, Sendable {
    package var item: PickerItem<ID>
    package var positions: [Int]
  }

  package private(set) var query: TextField
  package private(set) var selected = 0
  /// The hits in order; all items in their own order without a query.
  package private(set) var visible: [Hit] = []
  package var items: [PickerItem<ID>] { didSet { itemsChanged() } }
  package var allowsCreation: Bool
  private var candidates: [Candidate] = []

  private struct Candidate: Hashable, Sendable {
    let title: FuzzyCandidate
    let whole: FuzzyCandidate
  }

  package init(items: [PickerItem<ID>], query: String = "", allowsCreation: Bool = false) {
    self.items = items
    self.query = TextField(query)
    self.allowsCreation = allowsCreation
    prepare()
    filter()
  }

  package var selectedItem: PickerItem<ID>? { selected < visible.count ? visible[selected].item : nil }

  /// Selects an item where it is visible.
  package mutating func select(_ id: ID) {
    if let index = visible.firstIndex(where: { $0.item.id == id }) { selected = index }
  }

  package mutating func handle(_ key: Key) -> PickerOutcome<ID> {
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control): return .cancelled
    case (.enter, []): return pick()
    case (.down, []), (.character("n"), .control): move(by: 1)
    case (.up, []), (.character("p"), .control): move(by: -1)
    case (.pageDown, []): move(by: 10)
    case (.pageUp, []): move(by: -10)
    default:
      let before = query.text
      guard query.handle(key) else { return .ignored }
      if query.text != before { queryChanged() }
    }
    return .handled
  }

  /// Adds pasted text to the query.
  package mutating func insert(_ pasted: String) {
    query.insert(pasted)
    queryChanged()
  }

  private func pick() -> PickerOutcome<ID> {
    if let item = selectedItem { return item.disabledReason == nil ? .picked(item.id) : .handled }
    let text = String(query.text.drop(while: \.isWhitespace))
    return allowsCreation && !text.isEmpty ? .created(text) : .handled
  }

  private mutating func move(by rows: Int) {
    selected = max(0, min(selected + rows, visible.count - 1))
  }

  private mutating func queryChanged() {
    filter()
    selected = 0
  }

  /// New items keep the selection on the same item.
  private mutating func itemsChanged() {
    let id = selectedItem?.id
    prepare()
    filter()
    selected = max(0, min(selected, visible.count - 1))
    if let id { select(id) }
  }

  private mutating func prepare() {
    candidates = items.map { item in
      Candidate(title: FuzzyCandidate(item.title), whole: FuzzyCandidate("\(item.title) \(item.detail)"))
    }
  }

  private mutating func filter() {
    let words = FuzzySearch.words(of: query.text)
    guard !words.isEmpty else {
      visible = items.map { Hit(item: $0, positions: []) }
      return
    }
    let scored = items.indices.compactMap { index in hit(at: index, words: words) }
    let ranked = scored.sorted { ($0.score, $1.index) > ($1.score, $0.index) }
    visible = ranked.map { Hit(item: items[$0.index], positions: $0.positions) }
  }

  /// A match in the title counts more than one that needs the detail.
  private func hit(at index: Int, words: [[Character]]) -> (index: Int, score: Int, positions: [Int])? {
    if let match = FuzzySearch.match(words: words, in: candidates[index].title) {
      return (index, match.score + 20, match.positions)
    }
    guard let match = FuzzySearch.match(words: words, in: candidates[index].whole) else { return nil }
    return (index, match.score, match.positions.filter { $0 < items[index].title.count })
  }
}
