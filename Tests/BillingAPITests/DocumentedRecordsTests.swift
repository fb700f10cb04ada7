import Billing
import BillingAPI
import Testing

/// Every record of the API documentation is read in full.
@Suite struct DocumentedRecordsTests {
  func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: text) }

  @Test func `the documented invoice is read with every field`() throws {
    var doubts: [FieldDoubt] = []
    let invoice = try Invoice(json: json(DocumentedExamples.invoice), doubts: &doubts)
    #expect(doubts.isEmpty)
    #expect(invoice.id.value == 1)
    #expect(invoice.invoiceDate.iso == "2026-02-01")
    #expect(invoice.dueDate?.iso == "2026-03-01")
    #expect(invoice.number == "INV-000001")
    #expect(invoice.reference == "REF-100")
    #expect(invoice.status == .sent)
    #expect(invoice.paidStatus == .unpaid)
    #expect(invoice.amounts.discount == .fixed(.zero))
    #expect(invoice.amounts.discountValue == .zero)
    #expect(invoice.amounts.subTotal == Money(cents: 50_000))
    #expect(invoice.amounts.total == Money(cents: 50_000))
    #expect(invoice.amounts.tax == .zero)
    #expect(invoice.dueAmount == Money(cents: 50_000))
    #expect(invoice.currencyID?.value == 1)
    #expect(invoice.exchangeRate == "1")
    #expect(invoice.customerID?.value == 1)
    #expect(invoice.templateName == "invoice1")
    #expect(invoice.creatorID == 1)
    #expect(invoice.uniqueHash == "abc123...")
    #expect(invoice.customer == CustomerSummary(id: Identifier(1), name: "John Doe", email: "john@doe.example.com"))
    var line = LineItem(name: "Web Design", quantity: .one, price: Money(cents: 50_000), total: Money(cents: 50_000))
    line.id = Identifier(1)
    line.description = "Homepage redesign"
    #expect(invoice.lines == [line])
  }

  @Test func `the answer to a documented create is read from data`() throws {
    let data = try #require(json(DocumentedExamples.createdInvoice)["data"])
    let invoice = try Invoice(json: data)
    #expect(invoice.id.value == 42)
    #expect(invoice.status == .draft)
    #expect(invoice.lines.first?.quantity == Quantity(10))
    #expect(invoice.customer == nil)
  }

  @Test func `the documented estimate is read with every field`() throws {
    let estimate = try Estimate(json: json(DocumentedExamples.estimate))
    #expect(estimate.id.value == 1)
    #expect(estimate.estimateDate.iso == "2026-02-01")
    #expect(estimate.expiryDate?.iso == "2026-03-01")
    #expect(estimate.number == "EST-000001")
    #expect(estimate.status == .draft)
    #expect(estimate.amounts.total == Money(cents: 75_000))
    #expect(estimate.templateName == "estimate1")
    #expect(estimate.customer?.name == "John Doe")
    #expect(estimate.lines.map(\.total) == [Money(cents: 75_000)])
  }

  @Test func `the documented customer is read with every field`() throws {
    let customer = try Customer(json: json(DocumentedExamples.customer))
    #expect(customer.id.value == 1)
    #expect(customer.name == "John Doe")
    #expect(customer.email == "john@doe.example.com")
    #expect(customer.phone == "+1 555-0100")
    #expect(customer.contactName == "John")
    #expect(customer.companyName == "Doe Industries")
    #expect(customer.website == "https://doe.example.com")
    #expect(customer.currencyID?.value == 1)
    #expect(customer.prefix == "Mr")
    #expect(customer.createdAt == "2026-01-15T08:00:00.000000Z")
    #expect(customer.shipping == nil)
    var billing = Address()
    billing.name = "John Doe"
    billing.street = "123 Main St"
    billing.city = "New York"
    billing.state = "NY"
    billing.zip = "10001"
    billing.countryID = Identifier(231)
    billing.phone = "+1 555-0100"
    #expect(customer.billing == billing)
  }

  @Test func `the documented payment is read with every field`() throws {
    let payment = try Payment(json: json(DocumentedExamples.payment))
    #expect(payment.number == "PAY-000001")
    #expect(payment.paymentDate.iso == "2026-02-05")
    #expect(payment.amount == Money(cents: 50_000))
    #expect(payment.notes == "Payment received via bank transfer")
    #expect(payment.customerID?.value == 1)
    #expect(payment.invoiceID?.value == 1)
    #expect(payment.methodID?.value == 1)
    #expect(payment.baseAmount == Money(cents: 50_000))
    #expect(payment.customer?.name == "John Doe")
    #expect(payment.method?.name == "Bank Transfer")
  }

  @Test func `the documented expense is read with every field`() throws {
    let expense = try Expense(json: json(DocumentedExamples.expense))
    #expect(expense.expenseDate.iso == "2026-02-03")
    #expect(expense.number == "EXP-000001")
    #expect(expense.amount == Money(cents: 12_500))
    #expect(expense.notes == "Office supplies purchase")
    #expect(expense.customerID == nil)
    #expect(expense.categoryID?.value == 2)
    #expect(expense.category?.name == "Office Supplies")
    #expect(expense.methodID?.value == 1)
    #expect(expense.baseAmount == Money(cents: 12_500))
  }

  @Test func `the documented items are read with every field`() throws {
    let item = try Item(json: json(DocumentedExamples.item))
    #expect(item.name == "Web Development")
    #expect(item.description == "Full-stack web development services")
    #expect(item.price == Money(cents: 15_000))
    #expect(item.unit?.name == "hour")
    #expect(item.taxPerItem == "NO")
    #expect(item.createdAt == "2026-01-10T08:00:00.000000Z")
    let created = try Item(json: json(DocumentedExamples.createdItem))
    #expect(created.unitID == nil)
    #expect(created.taxPerItem == nil)
    #expect(created.updatedAt == "2026-02-07T12:00:00.000000Z")
  }

  @Test func `the documented company and key are read with every field`() throws {
    let me = try #require(CompanyAndKey(json: json(DocumentedExamples.me)))
    #expect(me.company.id.value == 1)
    #expect(me.company.name == "Acme Corp")
    #expect(me.company.slug == "acme-corp")
    #expect(me.company.address?.city == "New York")
    #expect(me.company.address?.countryID?.value == 231)
    #expect(me.company.logo == nil)
    #expect(me.apiKey.name == "Production Key")
    #expect(
      me.apiKey.scopes == [
        ResourceKind.invoices.readScope, ResourceKind.invoices.writeScope, ResourceKind.customers.readScope,
      ])
    #expect(me.apiKey.expiresAt == "2027-01-15T00:00:00+00:00")
    #expect(me.apiKey.lastUsedAt == "2026-02-07T10:30:00+00:00")
  }

  @Test func `the documented meta is read`() throws {
    let meta = PageMeta(json: try json(DocumentedExamples.meta), query: ListQuery(page: 2, limit: 25), count: 25)
    #expect(meta == PageMeta(currentPage: 2, from: 26, lastPage: 5, perPage: 25, to: 50, total: 120))
    #expect(meta.hasMore)
  }
}
