/// Which part of a list is on the screen: the index of the first visible row.
package struct ListViewport: Hashable, Sendable {
  package var offset: Int

  package init(offset: Int = 0) { self.offset = offset }

  /// Scrolls as little as is needed to keep the selection visible with a margin of rows around it.
  ///
  /// The list never scrolls past its end while it could fill the height; a margin too big for the height shrinks.
  package mutating func follow(selected: Int, count: Int, height: Int, margin: Int = 2) {
    guard height > 0, count > 0 else {
      offset = 0
      return
    }
    let selected = min(max(0, selected), count - 1)
    let margin = max(0, min(margin, (height - 1) / 2))
    offset = min(offset, selected - margin)
    offset = max(offset, selected + margin - height + 1)
    offset = max(0, min(offset, count - height))
  }

  /// The rows that an area of some height shows.
  package func visible(count: Int, height: Int) -> Range<Int> {
    let first = max(0, min(offset, count))
    return first..<max(first, min(count, first + max(0, height)))
  }
}
