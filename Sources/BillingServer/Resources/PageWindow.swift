/// Where in a list a page lies, and from which end it is nearer: SQLite walks over every entry before a page, so the last
/// of 4,000 pages is reached from the end.
struct PageWindow: Hashable, Sendable {
  /// How many records the page has; 0 past the end.
  let count: Int
  /// How many entries lie between the page and the end that is nearer.
  let skipped: Int
  /// Whether the list is to be read oldest first, and what is found to be turned round.
  let isFromEnd: Bool

  init(offset: Int, limit: Int, total: Int) {
    count = max(0, min(limit, total - offset))
    let behind = total - offset - count
    isFromEnd = count > 0 && behind < offset
    skipped = isFromEnd ? behind : offset
  }
}
