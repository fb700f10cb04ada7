import BillingAPI
import Testing

@testable import Dashboard

@Suite struct `Words for a record's fields` {
  private let invoices = FieldWords(kind: .invoices)

  @Test(arguments: [
    ("due_date", "Due"), ("items.0", "Line 1"), ("items.1.quantity", "Line 2, quantity"), ("due_amount", "Balance"),
    ("invoice.due_amount", "Balance of the invoice"), ("sub_total", "Subtotal"), ("odd_thing", "Odd thing"),
  ])
  func `are those of the form, and where it has none, those of the trade`(_ path: String, _ label: String) {
    #expect(invoices.label(path) == label)
  }

  @Test func `addresses name which of the two they are`() {
    #expect(FieldWords(kind: .customers).label("billing.city") == "Billing address, city")
  }

  private static let values: [(String, JSONValue, String)] = [
    ("total", 149_119, "1,491.19"), ("quantity", 12, "12"), ("customer_id", 7, "#7"), ("notes", .null, "–"),
    ("due_date", "2026-12-31", "2026-12-31"), ("items", [["name": "Web"], ["name": "Host"]], "2 lines"),
    ("items.0", ["name": "Web", "quantity": 2, "price": 3_345, "description": "A1"], "Web · 2 × 33.45 · A1"),
    ("billing", ["id": 3, "city": "Lisbon", "zip": "1100"], "Lisbon, 1100"),
  ]

  @Test(arguments: values)
  func `tell values as people read them`(_ path: String, _ value: JSONValue, _ words: String) {
    #expect(invoices.value(value, of: path) == words)
  }

  @Test func `of three versions of a line, what differs is told alone`() {
    let before: JSONValue = ["name": "Web", "quantity": 2, "price": 100]
    let mine: JSONValue = ["name": "Web", "quantity": "2.00", "price": 100, "description": "mine"]
    let theirs: JSONValue = ["name": "Web", "quantity": 2, "price": 90]
    #expect(FieldWords.differing([before, mine, theirs]) == ["description", "price"])
    #expect(FieldWords.differing([before, nil, theirs]) == [])
  }
}
