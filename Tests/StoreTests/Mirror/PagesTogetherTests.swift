import Billing
import BillingAPI
import Foundation
import Store
import Testing

@Suite struct `Taking several pages in at once` {
  @Test func `pages that are taken in together are told one by one, and the latest holds`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1))
    let pages = [
      ListPage(bytes: page(invoice(3), #"{"id":2,"total":200}"#), asOf: moment(2)),
      ListPage(bytes: page(#"{"id":2,"total":100}"#, "{}"), asOf: moment(1)),
      ListPage(bytes: page(invoice(1)), asOf: moment(2)),
    ]
    let intakes = try mirror.takeIn(pages: pages, kind: .invoices)
    #expect(intakes.map(\.ids) == [[3, 2], [2], [1]])
    #expect(intakes.map(\.changed) == [2, 0, 0] && intakes.map(\.skipped) == [0, 1, 0])
    #expect(try mirror.invoiceRow(2).total == Money(cents: 200))
  }

  @Test func `of pages that are taken in together those before one that is none stay`() throws {
    let mirror = try Mirror.inMemory()
    let good = ListPage(bytes: page(invoice(1)), asOf: moment())
    let bad = ListPage(bytes: Array(#"{"data":[{]}"#.utf8), asOf: moment())
    let last = ListPage(bytes: page(invoice(2)), asOf: moment())
    #expect(try mirror.takeIn(pages: [good, bad, last], kind: .invoices).map(\.ids) == [[1]])
    #expect(throws: StoreError.unreadable("The answer has no list of records.")) {
      try mirror.takeIn(pages: [bad, last], kind: .invoices)
    }
    #expect(try mirror.completeness(.invoices).loaded == 1)
  }
}
