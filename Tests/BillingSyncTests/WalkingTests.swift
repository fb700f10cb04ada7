import BillingAPI
import Foundation
import Store
import Testing

@testable import BillingSync

/// From page to page, by what each page says of itself.
@Suite struct `A walk over pages` {
  private let start = Date(timeIntervalSince1970: 1_790_000_000)

  private func list(size: Int = 100) -> FetchedList { .unknown(pageSize: size, asOf: start) }

  private func page(
    _ number: Int, of last: Int, size: Int = 100, total: Int, count: Int? = nil, repeated: Bool = false
  ) -> FetchedList.Passed {
    FetchedList.Passed(
      meta: PageMeta(currentPage: number, lastPage: last, perPage: size, total: total), count: count ?? size,
      isRepeated: repeated, asOf: start)
  }

  @Test func `goes on until the last page is in`() {
    var list = list()
    list.pass(page(1, of: 3, total: 250))
    #expect(list.nextPage == 2 && list.total == 250)
    list.pass(page(2, of: 3, total: 250))
    list.pass(page(3, of: 3, total: 250, count: 50))
    #expect(list.nextPage == nil && !list.isShifted)
  }

  @Test func `takes the size that the service allows, from the first page on`() {
    var list = list()
    list.pass(page(1, of: 17, size: 15, total: 250))
    #expect(list.pageSize == 15 && list.nextPage == 2)
  }

  @Test func `goes back to where smaller pages leave off, so that nothing is passed over`() {
    var list = list()
    list.pass(page(1, of: 3, total: 250))
    list.pass(page(2, of: 10, size: 25, total: 250))
    #expect(list.pageSize == 25 && list.nextPage == 5)
    #expect(!list.isShifted)
  }

  @Test func `larger pages than were asked for leave a gap, and the walk knows it`() {
    var list = list(size: 25)
    list.pass(page(1, of: 10, size: 25, total: 250))
    list.pass(page(2, of: 3, total: 250))
    #expect(list.isShifted && list.nextPage == 3)
  }

  @Test func `fewer records than before mean that some have moved onto pages that are passed`() {
    var list = list()
    list.pass(page(1, of: 3, total: 250))
    list.pass(page(2, of: 3, total: 249))
    #expect(list.isShifted)
    list.pass(page(3, of: 3, total: 251, count: 51))
    #expect(list.isShifted && list.nextPage == nil)
  }

  @Test func `more records than before only come twice`() {
    var list = list()
    list.pass(page(1, of: 3, total: 250))
    list.pass(page(2, of: 3, total: 260))
    #expect(!list.isShifted)
  }

  @Test func `ends at a page that repeats and at one that is empty, and knows that it has not seen all`() {
    for (count, repeated) in [(100, true), (0, false)] {
      var list = list()
      list.pass(page(1, of: 3, total: 250))
      list.pass(page(2, of: 3, total: 250, count: count, repeated: repeated))
      #expect(list.nextPage == nil && list.isShifted)
    }
  }

  @Test func `does not follow a last page that lies`() {
    var list = list()
    for number in 1...12 where list.nextPage == number { list.pass(page(number, of: 1_000_000, total: 100)) }
    #expect(list.nextPage == nil && list.isShifted)
    var short = self.list()
    short.pass(page(1, of: 1, total: 250))
    #expect(short.nextPage == 2, "the count says that there is more")
  }

  @Test func `without a count the pages say when they end`() {
    var list = list()
    let meta = PageMeta(json: nil, query: ListQuery(page: 1, limit: 100), count: 100)
    list.pass(FetchedList.Passed(meta: meta, count: 100, asOf: start))
    #expect(list.total == nil && list.nextPage == 2)
    let last = PageMeta(json: nil, query: ListQuery(page: 2, limit: 100), count: 30)
    list.pass(FetchedList.Passed(meta: last, count: 30, asOf: start))
    #expect(list.total == 130 && list.nextPage == nil)
  }

  @Test func `a page that cannot be had shrinks until one record is passed over, then grows again`() {
    var list = list(size: 8)
    list.pass(page(1, of: 4, size: 8, total: 32, count: 8))
    for size in [4, 2, 1] {
      list.avoidPage()
      #expect(list.pageSize == size && ((list.nextPage ?? 0) - 1) * size == 8)
    }
    #expect(!list.isShifted)
    list.avoidPage()
    #expect(list.isShifted && list.nextPage == 10)
    var sizes: [Int] = []
    while let next = list.nextPage {
      list.pass(page(next, of: 32 / list.pageSize, size: list.pageSize, total: 32))
      list.growPage(upTo: 8)
      sizes.append(list.pageSize)
    }
    #expect(sizes.first == 2 && sizes.last == 8)
  }
}
