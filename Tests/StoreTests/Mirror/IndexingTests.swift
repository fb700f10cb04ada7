import BillingAPI
import Foundation
import GRDB
import Store
import TestSupport
import Testing

/// What sorts and adds up lists waits until all of a list is there; until then lists say the same, only more slowly.
@Suite struct `The indexes of a list` {
  private func indexes(_ path: String) throws -> Set<String> {
    try DatabaseQueue(path: path).read { database in
      try String.fetchSet(database, sql: "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'invoices'")
    }
  }

  @Test func `those that come all over the place are made once, when they are asked for`() throws {
    let folder = try TestFolder()
    let path = folder.path + "/mirror.sqlite"
    let mirror = try Mirror.open(at: path).mirror
    try mirror.take(.invoices, (1...50).map { invoice($0, total: $0 * 37 % 900) })
    #expect(try !indexes(path).contains { $0.contains("(total)") })
    #expect(try indexes(path).contains { $0.contains("(number_tail)") })
    #expect(try mirror.completeIndexes(of: .invoices) == 5)
    #expect(try indexes(path).contains { $0.contains("(total)") })
    #expect(try mirror.completeIndexes(of: .invoices) == 0)
  }

  @Test(arguments: ["", "is:open", "amt>=300", "doe", "status:sent"])
  func `a list is the same with them and without`(_ text: String) throws {
    let mirror = try Mirror.inMemory()
    try mirror.take(
      .invoices,
      (1...300).map {
        invoice(
          $0, customer: ($0 % 7, "Doe \($0 % 7)"), status: $0 % 3 == 0 ? "SENT" : "COMPLETED", total: $0 * 37 % 900,
          due: $0 % 3 == 0 ? $0 * 37 % 900 : 0, dueIn: $0 % 80 - 40, currency: $0 % 2 + 1)
      })
    let filter = try ListFilter.parse(text, kind: .invoices).get()
    let requests = SortColumn.columns(of: .invoices).map { column in
      ListRequest(.invoices, filter: filter, sort: Store.SortOrder(column, descending: true), today: today)
    }
    func answers() throws -> [[Int64]] { try requests.map { try mirror.order(of: $0) } }
    let (before, sums, overview) = try (answers(), mirror.summary(of: requests[0]), mirror.overview(today: today))
    try mirror.completeIndexes(of: .invoices)
    #expect(try answers() == before)
    #expect(try mirror.summary(of: requests[0]) == sums)
    #expect(try mirror.overview(today: today) == overview)
  }
}
