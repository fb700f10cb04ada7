import Billing
import BillingAPI
import Foundation
import Store
import Testing

@Suite struct `Taking pages in` {
  @Test func `a documented invoice becomes a row`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(7, total: 50_000, due: 20_000, reference: "REF-100"))
    let row = try mirror.invoiceRow(7)
    #expect(row.number == "INV-000007")
    #expect(row.reference == "REF-100")
    #expect(row.customerID == Identifier(1))
    #expect(row.customerName == "Doe Industries")
    #expect(row.invoiceDate == today)
    #expect(row.dueDate == today.adding(days: 30))
    #expect(row.status == .sent)
    #expect(row.paidStatus == .unpaid)
    #expect(row.total == Money(cents: 50_000))
    #expect(row.balance == Money(cents: 20_000))
    #expect(row.currencyID == Identifier(1))
    #expect(!row.isFlagged)
  }

  @Test func `the answer tells the ids in the order of the page`() throws {
    let mirror = try Mirror.inMemory()
    let intake = try mirror.take(.invoices, [invoice(9), invoice(3), invoice(5)])
    #expect(intake == Intake(ids: [9, 3, 5], changed: 3))
  }

  @Test func `a page that repeats a record counts it once and keeps its first form`() throws {
    let mirror = try Mirror.inMemory()
    let intake = try mirror.take(.invoices, [invoice(1, total: 100), invoice(1, total: 200)])
    #expect(intake.ids == [1])
    #expect(try mirror.invoiceRow(1).total == Money(cents: 100))
  }

  @Test(arguments: [
    #""2431544""#, "2431544", "2431544.0", #""2431544.00""#, "2.431544e6",
  ])
  func `an amount is read however it is written`(_ text: String) throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":1,"due_amount":\#(text)}"#)
    #expect(try mirror.invoiceRow(1).balance == Money(cents: 2_431_544))
  }

  @Test(arguments: [
    "1000000000000001", "-1000000000000001", "1e300", #""99999999999999999999""#, "12.5", #""twelve""#, "[]", "{}",
    "9223372036854775807", "-9223372036854775808", "99999999999999999999999",
  ])
  func `an amount that no money can be is unknown and flagged`(_ text: String) throws {
    let mirror = try Mirror.inMemory()
    let intake = try mirror.take(.invoices, [#"{"id":1,"total":\#(text)}"#, invoice(2)])
    #expect(intake.flagged == 1)
    #expect(try mirror.invoiceRow(1).total == nil)
    #expect(try mirror.invoiceRow(1).isFlagged)
  }

  @Test(arguments: ["1000000000000000", "-1000000000000000"])
  func `the largest amount is still money`(_ text: String) throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":1,"total":\#(text)}"#)
    #expect(try mirror.invoiceRow(1).total?.cents == Int64(text))
  }

  @Test(arguments: [
    ("2026-02-07", 0), ("2026-02-07 00:00:00", 0), ("2026-02-07T23:59:59.000000Z", 0), ("2026-02-08 00:00:00+02:00", 1),
  ])
  func `a day is a day without a time`(_ text: String, _ days: Int) throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":1,"due_date":"\#(text)"}"#)
    #expect(try mirror.invoiceRow(1).dueDate == CalendarDate(iso: "2026-02-07")?.adding(days: days))
  }

  @Test(arguments: ["2026-02-31", "0000-00-00", "now", "07.02.2026", "12:00", "2026-13-01"])
  func `a day that no calendar has is unknown and flagged`(_ text: String) throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":1,"due_date":"\#(text)"}"#)
    #expect(try mirror.invoiceRow(1).dueDate == nil)
    #expect(try mirror.invoiceRow(1).isFlagged)
  }

  @Test(arguments: ["null", #""""#])
  func `an absent day or amount is no mistake`(_ text: String) throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":1,"due_date":\#(text),"total":\#(text)}"#)
    #expect(try mirror.invoiceRow(1).dueDate == nil)
    #expect(try !mirror.invoiceRow(1).isFlagged)
  }

  @Test(arguments: ["{}", #"{"id":null}"#, #"{"id":"x"}"#, #"{"id":0}"#, #"{"id":-4}"#, #"{"id":1.5}"#, #"{"id":[1]}"#])
  func `a record without a usable id is skipped and counted`(_ record: String) throws {
    let mirror = try Mirror.inMemory()
    let intake = try mirror.take(.invoices, [record, invoice(2)])
    #expect(intake == Intake(ids: [2], skipped: 1, skippedNames: intake.skippedNames, changed: 1))
    #expect(intake.skippedNames.count == 1)
  }

  @Test func `an id may be a string`() throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":"12","customer_id":"3","status":"sent"}"#)
    #expect(try mirror.invoiceRow(12).customerID == Identifier(3))
    #expect(try mirror.invoiceRow(12).status == .sent)
  }

  @Test func `what is no record is passed over`() throws {
    let mirror = try Mirror.inMemory()
    #expect(try mirror.takeIn(page: page("null", "5", "[]", invoice(1)), kind: .invoices, asOf: moment()).ids == [1])
  }

  @Test func `a status that nobody documented is kept`() throws {
    let mirror = try Mirror.holding(.invoices, #"{"id":1,"status":"ON_HOLD"}"#)
    #expect(try mirror.invoiceRow(1).status == .unknown("ON_HOLD"))
  }

  @Test(arguments: ["", "{", "<html>", #"{"data":{}}"#, #"{"message":"no"}"#, "[]", #"{"data":[{]}"#])
  func `what is no page is refused and changes nothing`(_ text: String) throws {
    let mirror = try Mirror.holding(.invoices, invoice(1))
    #expect(throws: StoreError.unreadable("The answer has no list of records.")) {
      try mirror.takeIn(page: Array(text.utf8), kind: .invoices, asOf: moment(9))
    }
    #expect(try mirror.completeness(.invoices).loaded == 1)
  }

  @Test func `hostile text stays text`() throws {
    let name = "Robert'); DROP TABLE invoices;-- \u{202E}\u{1F468}"
    let mirror = try Mirror.holding(.invoices, invoice(1, customer: (1, name)))
    #expect(try mirror.invoiceRow(1).customerName == name)
  }

  @Test func `bulk that is not documented is cut out, scalars stay`() throws {
    let record =
      #"{"id":1,"company":{"id":1},"fields":[1],"extra":"kept","customer":{"id":4,"name":"A","billing":{"zip":"1"}}}"#
    let mirror = try Mirror.holding(.invoices, record)
    #expect(try mirror.record(.invoices, id: 1)?.json == #"{"id":1,"extra":"kept","customer":{"id":4,"name":"A"}}"#)
  }

  @Test func `numbers and escapes of the record stay as they were written`() throws {
    let record = #"{"id":1,"exchange_rate":1.000000,"notes":"a\/b"}"#
    let mirror = try Mirror.holding(.invoices, record)
    #expect(try mirror.record(.invoices, id: 1)?.json == record)
  }
}

@Suite struct `What is newer` {
  @Test func `a later answer replaces an earlier one`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1, total: 100))
    #expect(try mirror.take(.invoices, [invoice(1, total: 200)], at: 1).changed == 1)
    #expect(try mirror.invoiceRow(1).total == Money(cents: 200))
  }

  @Test func `an answer to an earlier request never overwrites`() throws {
    let mirror = try Mirror.inMemory()
    try mirror.take(.invoices, [invoice(1, total: 200)], at: 5)
    let intake = try mirror.take(.invoices, [invoice(1, total: 100), invoice(2)], at: 4)
    #expect(intake == Intake(ids: [1, 2], changed: 1))
    #expect(try mirror.invoiceRow(1).total == Money(cents: 200))
    #expect(try mirror.record(.invoices, id: 1)?.asOf == moment(5))
  }

  @Test func `the same answer again changes nothing but its time`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1))
    #expect(try mirror.take(.invoices, [invoice(1)], at: 60).changed == 0)
    #expect(try mirror.completeness(.invoices).oldest == moment(60))
  }

  @Test func `a record that was removed is not brought back by a page on its way`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2))
    try mirror.remove(.invoices, id: 1, asOf: moment(10))
    try mirror.take(.invoices, [invoice(1), invoice(2)], at: 9)
    #expect(try mirror.rows(.invoices, ids: [1, 2]).map(\.id) == [2])
    #expect(try mirror.record(.invoices, id: 1) == nil)
    try mirror.take(.invoices, [invoice(1)], at: 11)
    #expect(try mirror.rows(.invoices, ids: [1]).count == 1)
  }

  @Test func `a page from before a walk that met everything does not bring back what the walk did not meet`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1))
    var list = FetchedList(total: 1, nextPage: nil, pageSize: 100, asOf: moment(10), walkStarted: moment(10))
    list.difference = 0
    try mirror.setFetched(.invoices, list)
    try mirror.take(.invoices, [invoice(1, total: 7), invoice(2)], at: 9)
    #expect(try mirror.ids(.invoices, where: "") == [1])
    #expect(try mirror.invoiceRow(1).total == Money(cents: 7), "what is known is only as old as it is")
    try mirror.take(.invoices, [invoice(3)], at: 10)
    #expect(try mirror.ids(.invoices, where: "") == [1, 3], "what came during the walk is new")
    list.failedWalks = 1
    try mirror.setFetched(.invoices, list)
    try mirror.take(.invoices, [invoice(2)], at: 9)
    #expect(try mirror.ids(.invoices, where: "") == [1, 2, 3], "a walk that missed something proves nothing")
  }

  @Test func `a removal does not take what was read after it`() throws {
    let mirror = try Mirror.inMemory()
    try mirror.take(.invoices, [invoice(1)], at: 20)
    try mirror.remove(.invoices, id: 1, asOf: moment(10))
    #expect(try mirror.rows(.invoices, ids: [1]).count == 1)
  }
}

@Suite struct `What the service says is gone` {
  private func settled(_ total: Int, difference: Int = 0) -> FetchedList {
    var list = FetchedList(total: total, nextPage: nil, pageSize: 100, asOf: moment(), walkStarted: moment())
    list.difference = difference
    return list
  }

  @Test func `is not counted any more in the lists that were looked at as a whole`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2, status: "PAID"), invoice(3))
    try mirror.setFetched(.invoices, settled(5, difference: -2))
    try mirror.setFetched(ListPart(.invoices, status: "SENT"), settled(2))
    try mirror.setFetched(ListPart(.invoices, status: "PAID"), settled(1))
    try mirror.setFetched(.customers, settled(7))
    try mirror.forget(.invoices, id: 3, asOf: moment(1))
    #expect(try mirror.fetched(.invoices)?.total == 4, "two are still missing, as before")
    #expect(try mirror.fetched(ListPart(.invoices, status: "SENT"))?.total == 1)
    #expect(try mirror.fetched(ListPart(.invoices, status: "PAID"))?.total == 1)
    #expect(try mirror.fetched(.customers)?.total == 7)
    try mirror.forget(.invoices, id: 3, asOf: moment(2))
    #expect(try mirror.fetched(.invoices)?.total == 4, "it is gone once")
  }

  @Test func `changes no count that the service has just said without it, nor that of a walk under way`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1), invoice(2))
    try mirror.setFetched(.invoices, settled(1))
    try mirror.forget(.invoices, id: 2, asOf: moment(1))
    #expect(try mirror.fetched(.invoices)?.total == 1)
    try mirror.setFetched(.invoices, FetchedList(total: 9, nextPage: 2, pageSize: 1, asOf: moment()))
    try mirror.forget(.invoices, id: 1, asOf: moment(1))
    #expect(try mirror.fetched(.invoices)?.total == 9)
  }
}

@Suite struct `Pages in any order` {
  @Test func `end as the newest state of each record, whatever the order and repetition`() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<40 {
      let mirror = try Mirror.inMemory()
      var pages = (1...12).map { time in
        (time: time, ids: Set((0..<5).map { _ in Int.random(in: 1...8, using: &random) }))
      }
      var newest: [Int: Int] = [:]
      for page in pages { for id in page.ids { newest[id] = max(newest[id] ?? 0, page.time) } }
      pages.append(contentsOf: pages.prefix(4))
      pages.shuffle(using: &random)
      for page in pages { try mirror.take(.invoices, page.ids.map { invoice($0, total: page.time) }, at: page.time) }
      for (id, time) in newest { #expect(try mirror.invoiceRow(Int64(id)).total == Money(cents: Int64(time))) }
      #expect(try mirror.completeness(.invoices).loaded == newest.count)
    }
  }
}

@Suite struct `Taking one record in` {
  @Test(arguments: [invoice(4), #"{"data":\#(invoice(4))}"#])
  func `a record may be bare or under data`(_ body: String) throws {
    let mirror = try Mirror.inMemory()
    #expect(try mirror.takeIn(record: Array(body.utf8), kind: .invoices, asOf: moment()).ids == [4])
    #expect(try mirror.invoiceRow(4).number == "INV-000004")
  }

  @Test(arguments: ["", "null", "[]", "<html></html>", #""text""#])
  func `what is no record is refused`(_ body: String) throws {
    let mirror = try Mirror.inMemory()
    #expect(throws: StoreError.unreadable("The answer is no record.")) {
      try mirror.takeIn(record: Array(body.utf8), kind: .invoices, asOf: moment())
    }
  }

  @Test func `an invoice that does not nest its customer shows the name that is known`() throws {
    let mirror = try Mirror.holding(.customers, customer(3, "Åsa Müller"))
    try mirror.take(.invoices, [#"{"id":1,"customer_id":3}"#])
    #expect(try mirror.invoiceRow(1).customerName == "Åsa Müller")
    #expect(try mirror.ids(.invoices, where: "asa") == [1])
  }

  @Test func `it follows a customer that is renamed, and one that comes later`() throws {
    let mirror = try Mirror.inMemory()
    try mirror.take(
      .invoices, [#"{"id":1,"customer_id":3}"#, #"{"id":2,"customer_id":4}"#, invoice(5, customer: (3, "As it was"))])
    try mirror.take(.payments, [#"{"id":9,"customer_id":3}"#])
    let first = try mirror.take(.customers, [customer(3, "Åsa Müller"), customer(4, "Acme")], at: 1)
    #expect(first.renamed == [.invoices, .payments])
    #expect(try mirror.invoiceRow(1).customerName == "Åsa Müller")
    let second = try mirror.take(.customers, [customer(3, "Åsa Lind"), customer(4, "Acme")], at: 2)
    #expect(second.renamed == [.invoices, .payments])
    #expect(try mirror.invoiceRow(1).customerName == "Åsa Lind")
    #expect(try mirror.invoiceRow(5).customerName == "As it was", "what the service nests is what it says")
    #expect(try mirror.ids(.invoices, where: "lind") == [1])
    #expect(try mirror.ids(.invoices, where: "muller").isEmpty)
    #expect(try mirror.ids(.payments, where: "lind") == [9])
    let sorted = ListRequest(.invoices, sort: SortOrder(.customer), today: today)
    #expect(try mirror.order(of: sorted) == [2, 5, 1])
    #expect(try mirror.take(.customers, [customer(3, "Åsa Lind", phone: "1")], at: 3).renamed.isEmpty)
  }
}
