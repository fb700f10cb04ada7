import Billing
import Store
import TestSupport
import Testing

@Suite struct `Bank rows that are kept` {
  private let folder: TestFolder
  private var path: String { folder.path + "/local.sqlite" }

  init() throws { folder = try TestFolder() }

  private let rows = [
    StatementEntry(number: "INV-2", amount: "7.50", date: "2026-03-01", note: "wire; \"Zoë\"\nsecond line"),
    StatementEntry(amount: "12"), StatementEntry(number: "INV-2", amount: "7.50"),
  ]

  @Test func `they are there at the next start, each as it was, in their order`() throws {
    #expect(try LocalStore.open(at: path).bankRows() == [])
    try LocalStore.open(at: path).keepBankRows(rows)
    #expect(try LocalStore.open(at: path).bankRows() == rows)
  }

  @Test func `what is kept later takes their place`() throws {
    let store = try LocalStore.open(at: path)
    try store.keepBankRows(rows)
    try store.keepBankRows(Array(rows.suffix(1)))
    #expect(try store.bankRows() == Array(rows.suffix(1)))
    try store.keepBankRows([])
    #expect(try store.bankRows() == [])
  }
}
