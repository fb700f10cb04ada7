import Billing
import BillingAPI
import Foundation
import Testing

@testable import Store

@Suite struct `Marks on disk` {
  private let moment = Date(timeIntervalSince1970: 1_000)

  @Test func `marks are there again with what the records were then`() throws {
    let store = try LocalStore.inMemory()
    let mark = RecordMark(id: 7, amount: Money(cents: 900), balance: Money(cents: 400), status: "SENT")
    try store.addMarks([mark, RecordMark(id: 3)], to: .invoices, at: moment)
    #expect(try store.marks(of: .invoices) == [RecordMark(id: 3), mark])
    #expect(try store.markedIDs() == [.invoices: [3, 7]])
  }

  @Test func `a record that is marked again keeps what it was when it was marked first`() throws {
    let store = try LocalStore.inMemory()
    try store.addMarks([RecordMark(id: 7, balance: Money(cents: 400))], to: .invoices, at: moment)
    try store.addMarks([RecordMark(id: 7, balance: .zero)], to: .invoices, at: moment)
    #expect(try store.marks(of: .invoices).first?.balance == Money(cents: 400))
  }

  @Test func `marks of one kind are not those of another`() throws {
    let store = try LocalStore.inMemory()
    try store.addMarks([RecordMark(id: 7), RecordMark(id: 8)], to: .invoices, at: moment)
    try store.addMarks([RecordMark(id: 7)], to: .customers, at: moment)
    try store.removeMarks([7, 99], of: .invoices)
    #expect(try store.markedIDs() == [.invoices: [8], .customers: [7]])
  }
}
