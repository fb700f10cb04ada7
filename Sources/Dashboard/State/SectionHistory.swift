/// The sections that were opened, in order, and which of them is shown: as a browser's back and forward.
package struct SectionHistory: Sendable, Equatable {
  private static let limit = 100

  private var visited: [Section] = [.start]
  private var place = 0

  /// Opens a section: what lay ahead is forgotten.
  mutating func visit(_ section: Section) {
    guard section != visited[place] else { return }
    visited = Array((visited[...place] + [section]).suffix(Self.limit))
    place = visited.count - 1
  }

  /// The section so many steps away; nil where there is none.
  mutating func step(_ distance: Int) -> Section? {
    guard visited.indices.contains(place + distance) else { return nil }
    place += distance
    return visited[place]
  }

  /// The one shown before this one.
  var last: Section? { place > 0 ? visited[place - 1] : nil }
}
