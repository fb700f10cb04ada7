import Foundation

/// How far a list was fetched: where the walk over its pages stands, and how the last one ended.
///
/// It is kept after every page, so that whoever comes next, be it after a `kill -9`, goes on there.
package struct FetchedList: Hashable, Sendable {
  /// How many records the service said that the list has.
  package var total: Int?
  /// The page that comes next; nil once the last one is in.
  package var nextPage: Int?
  /// Records per page, as the service allows it.
  package var pageSize: Int
  /// When its first or latest page was asked for.
  package var asOf: Date
  /// When the walk began that is under way, or that ended last.
  package var walkStarted: Date?
  /// Records went away during the walk, or a page could not be had: the walk may have missed some.
  package var isShifted = false
  /// Records that the walk met without an id.
  package var skipped = 0
  /// Walks in a row that missed something.
  package var failedWalks = 0
  /// By how many the mirror differed from the service's count when all was looked at; nil until then.
  package var difference: Int?

  package init(total: Int?, nextPage: Int?, pageSize: Int, asOf: Date, walkStarted: Date? = nil) {
    self.total = total
    self.nextPage = nextPage
    self.pageSize = pageSize
    self.asOf = asOf
    self.walkStarted = walkStarted
  }
}
