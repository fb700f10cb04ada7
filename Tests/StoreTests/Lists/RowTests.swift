import Billing
import BillingAPI
import Store
import Testing

@Suite struct `Rows of every kind` {
  @Test func `a customer shows what is open in each currency`() throws {
    let mirror = try Mirror.holding(.customers, customer(1, "Doe", phone: "+1 555-0100"))
    try mirror.take(
      .invoices,
      [
        invoice(1, due: 10), invoice(2, due: 20), invoice(3, due: 5, currency: 3), invoice(4, status: "DRAFT", due: 99),
        invoice(5, customer: (2, "Smith"), due: 7),
      ])
    guard case .customer(let row) = try #require(try mirror.rows(.customers, ids: [1]).first) else { throw WrongKind() }
    #expect(row.name == "Doe")
    #expect(row.phone == "+1 555-0100")
    #expect(row.createdOn == CalendarDate(iso: "2026-01-15"))
    #expect(row.balances.map(\.balance.cents) == [30, 5])
    #expect(row.balances.map(\.currencyID) == [Identifier(1), Identifier(3)])
  }

  @Test func `a payment shows its invoice's number once that is known`() throws {
    let payment = """
      {"id":1,"payment_number":"PAY-000001","payment_date":"2026-02-05","amount":50000,"invoice_id":7,
      "payment_method_id":2,"payment_method":{"id":2,"name":"Bank Transfer"},"customer":{"id":1,"name":"Doe"}}
      """
    let mirror = try Mirror.holding(.payments, payment)
    func row() throws -> PaymentRow {
      guard case .payment(let row) = try #require(try mirror.rows(.payments, ids: [1]).first) else { throw WrongKind() }
      return row
    }
    #expect(try row().invoiceNumber == nil)
    try mirror.take(.invoices, [invoice(7)])
    #expect(try row().invoiceNumber == "INV-000007")
    #expect(try row().methodName == "Bank Transfer")
    #expect(try row().amount == Money(cents: 50_000))
    #expect(try row().customerID == Identifier(1))
    #expect(try mirror.payments(of: Identifier(7)) == [row()])
  }

  @Test func `an estimate, an expense and an item show their own columns`() throws {
    let mirror = try Mirror.holding(
      .estimates, #"{"id":1,"estimate_number":"EST-1","expiry_date":"2026-03-01","status":"EXPIRED","total":7}"#)
    try mirror.take(
      .expenses, [#"{"id":2,"expense_date":"2026-02-03","amount":12500,"expense_category":{"id":2,"name":"Office"}}"#])
    try mirror.take(.items, [#"{"id":3,"name":"Web","price":15000,"unit":{"id":1,"name":"hour"}}"#])
    guard case .estimate(let estimate) = try #require(try mirror.rows(.estimates, ids: [1]).first),
      case .expense(let expense) = try #require(try mirror.rows(.expenses, ids: [2]).first),
      case .item(let item) = try #require(try mirror.rows(.items, ids: [3]).first)
    else { throw WrongKind() }
    #expect(estimate.status == .expired)
    #expect(estimate.expiryDate == CalendarDate(iso: "2026-03-01"))
    #expect(expense.categoryID == Identifier(2))
    #expect(expense.categoryName == "Office")
    #expect(item.price == Money(cents: 15_000))
    #expect(item.unitName == "hour")
    #expect(try mirror.lookUps(.units) == [LookUpEntry(id: 1, name: "hour")])
    #expect(try mirror.lookUps(.expenseCategories) == [LookUpEntry(id: 2, name: "Office")])
  }

  @Test func `an invoice is late from the day after its due day`() {
    var row = InvoiceRow(id: Identifier(1), number: "1")
    row.status = .sent
    row.balance = Money(cents: 1)
    row.dueDate = today
    #expect(row.daysLate(on: today) == nil)
    #expect(row.daysLate(on: today.adding(days: 26)) == 26)
    row.status = .draft
    #expect(row.daysLate(on: today.adding(days: 26)) == nil)
  }
}
