import BillingAPI
import FoundationEssentials
import Store

/// How a walk over the pages of a list goes on, from what each page says of itself.
///
/// Rows shift between pages while others write, a limit may be capped, a page may repeat, a last page may be a lie:
/// pages are counted by `meta` and told apart by the ids in them, and links are not followed.
extension FetchedList {
  /// What a page that was asked for turned out to be.
  struct Passed {
    var meta: PageMeta
    var count: Int
    /// Records without an id.
    var skipped = 0
    /// It brought the very ids of a page before it.
    var isRepeated = false
    var asOf: Date
  }

  var isWalking: Bool { nextPage != nil }
  /// A walk has ended, and what it did not bring has not all been asked for.
  var isChecking: Bool { nextPage == nil && difference == nil }

  static func unknown(pageSize: Int, asOf: Date) -> FetchedList {
    FetchedList(total: nil, nextPage: 1, pageSize: pageSize, asOf: asOf, walkStarted: asOf)
  }

  mutating func beginWalk(at moment: Date, pageSize: Int) {
    nextPage = 1
    self.pageSize = pageSize
    walkStarted = moment
    isShifted = false
    skipped = 0
    difference = nil
  }

  /// Goes on behind a page.
  mutating func pass(_ page: Passed) {
    let number = nextPage ?? 1
    let asked = pageSize
    noteTotal(of: page.meta)
    asOf = max(asOf, page.asOf)
    skipped += page.skipped
    pageSize = page.meta.perPage
    nextPage = next(after: number, asked: asked, page)
  }

  /// A page that cannot be had: first it is asked for in halves, then the record in its middle is passed over.
  mutating func avoidPage() {
    let number = nextPage ?? 1
    guard pageSize > 1 else {
      isShifted = true
      nextPage = number + 1
      return
    }
    let half = pageSize / 2
    nextPage = (number - 1) * pageSize / half + 1
    pageSize = half
  }

  /// After a page in halves: twice as large again, where the pages' borders allow it.
  mutating func growPage(upTo full: Int) {
    guard let number = nextPage, pageSize * 2 <= full else { return }
    let passed = (number - 1) * pageSize
    guard passed.isMultiple(of: pageSize * 2) else { return }
    pageSize *= 2
    nextPage = passed / pageSize + 1
  }

  private mutating func noteTotal(of meta: PageMeta) {
    guard !meta.isDerived else {
      total = meta.hasMore ? nil : meta.total
      return
    }
    // Fewer than before: what followed has moved up, onto pages that are passed already.
    if let total, meta.total < total { isShifted = true }
    total = meta.total
  }

  private mutating func next(after number: Int, asked: Int, _ page: Passed) -> Int? {
    let meta = page.meta
    if page.isRepeated || page.count == 0 {
      if number < meta.lastPage { isShifted = true }
      return nil
    }
    if number > 1, meta.perPage < asked {
      return (number - 1) * asked / meta.perPage + 1
    }
    // Larger pages than were asked for leave a gap behind the last.
    if number > 1, meta.perPage > asked { isShifted = true }
    let end = number * meta.perPage
    if !meta.isDerived, end >= meta.total + Self.pagesBeyond * meta.perPage {
      isShifted = true
      return nil
    }
    return number < meta.lastPage || (!meta.isDerived && end < meta.total) ? number + 1 : nil
  }

  /// So many pages behind the end by the service's own count: then its last page is a lie.
  private static let pagesBeyond = 10
}
