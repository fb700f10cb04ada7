/// How a page of a list is come by: SQLite walks over every entry before it, so what can be left out is.
struct PageWindow: Hashable, Sendable {
  /// How many records the page has at most.
  let count: Int
  /// How many entries lie between the page and the place from which the list is read.
  let skipped: Int
  /// Whether the list is to be read oldest first, and what is found to be turned round.
  var isFromEnd = false
  /// What narrows the list to the entries from that place on, in terms of `:bound`.
  var condition: String?
  var bound: String?

  init(count: Int, skipped: Int) {
    self.count = count
    self.skipped = skipped
  }

  /// Of a list that has so many entries: read from the end that is nearer.
  init(offset: Int, limit: Int, total: Int) {
    count = max(0, min(limit, total - offset))
    let behind = total - offset - count
    isFromEnd = count > 0 && behind < offset
    skipped = isFromEnd ? behind : offset
  }
}
