import Billing
import Testing

struct CustomerDraftTests {
  @Test func `a name is all that is needed`() {
    #expect(CustomerDraft(name: "Jane Smith").validate().isEmpty)
    #expect(CustomerDraft(name: "\u{00A0}").validate().lines == ["name: The name field is required."])
  }

  @Test func `an e-mail address must look like one, an empty one is none`() {
    let wrong = CustomerDraft(name: "Jane", email: "jane at example.com")
    #expect(wrong.validate().lines == ["email: The email must be a valid email address."])
    #expect(CustomerDraft(name: "Jane", email: "").validate().isEmpty)
    #expect(CustomerDraft(name: "Jane", email: "jane@example.com").validate().isEmpty)
  }

  @Test func `every text has its limit, down to the addresses`() {
    let long = String(repeating: "x", count: 256)
    var draft = CustomerDraft(name: long, phone: long)
    (draft.contactName, draft.companyName, draft.website, draft.prefix) = (long, long, long, long)
    var address = Address()
    (address.name, address.street, address.city) = (long, long, long)
    (address.state, address.zip, address.phone) = (long, long, long)
    (draft.billing, draft.shipping) = (address, address)
    let fields = ["name", "address_street_1", "city", "state", "zip", "phone"]
    #expect(
      draft.validate().map(\.field.text)
        == ["name", "phone", "contact_name", "company_name", "website", "prefix"]
        + fields.map { "billing.\($0)" } + fields.map { "shipping.\($0)" })
  }

  @Test func `a draft of a customer is the customer`() {
    var customer = Customer(id: Identifier(5), name: "Jane")
    (customer.email, customer.phone, customer.contactName) = ("jane@example.com", "1", "J")
    (customer.companyName, customer.website, customer.prefix) = ("Smith Co", "https://example.com", "Ms")
    (customer.currencyID, customer.billing) = (Identifier(1), Address())
    let draft = CustomerDraft(customer)
    #expect((draft.name, draft.email, draft.phone) == ("Jane", "jane@example.com", "1"))
    #expect((draft.contactName, draft.companyName, draft.website) == ("J", "Smith Co", "https://example.com"))
    #expect(draft.prefix == "Ms" && draft.currencyID == Identifier(1))
    #expect(draft.billing == Address() && draft.shipping == nil)
  }
}

struct ExpenseDraftTests {
  private static let sound = ExpenseDraft(
    expenseDate: day("2026-02-07"), categoryID: Identifier(2), amount: money(45_00), currencyID: Identifier(1))

  @Test func `the documentation's example is sound`() {
    #expect(Self.sound.validate().isEmpty)
  }

  @Test func `an empty draft lacks every required field`() {
    #expect(
      ExpenseDraft().validate().lines == [
        "expense_date: The expense date field is required.",
        "expense_category_id: The expense category id field is required.", "amount: The amount field is required.",
        "currency_id: The currency id field is required.",
      ])
  }

  @Test func `an amount below zero is refused, and texts have their limits`() {
    var draft = Self.sound
    draft.amount = money(-1)
    draft.number = String(repeating: "9", count: 256)
    draft.exchangeRate = "-1"
    #expect(
      draft.validate().lines == [
        "amount: The amount must be at least 0.",
        "expense_number: The expense number must not be greater than 255 characters.",
        "exchange_rate: The exchange rate must be greater than 0.",
      ])
  }

  @Test func `a draft of an expense is the expense`() {
    var expense = Expense(id: Identifier(1), expenseDate: day("2026-02-07"), amount: money(45_00))
    expense.category = ExpenseCategory(id: Identifier(2), name: "Office Supplies")
    expense.currencyID = Identifier(1)
    #expect(ExpenseDraft(expense) == Self.sound)
    (expense.notes, expense.number, expense.exchangeRate) = ("n", "EXP-1", "1")
    (expense.customerID, expense.methodID) = (Identifier(3), Identifier(4))
    let draft = ExpenseDraft(expense)
    #expect((draft.notes, draft.number, draft.exchangeRate) == ("n", "EXP-1", "1"))
    #expect(draft.customerID == Identifier(3) && draft.methodID == Identifier(4))
  }
}

struct ItemDraftTests {
  @Test func `the documentation's example is sound`() {
    let draft = ItemDraft(name: "SEO Audit", price: money(750_00), description: "Comprehensive SEO analysis")
    #expect(draft.validate().isEmpty)
  }

  @Test func `name and price are required, and a price may be a credit`() {
    #expect(
      ItemDraft().validate().lines == ["name: The name field is required.", "price: The price field is required."])
    #expect(ItemDraft(name: "Refund", price: money(-5_00)).validate().isEmpty)
    #expect(ItemDraft(name: "Gold", price: money(.max)).validate().map(\.field.text) == ["price"])
    #expect(ItemDraft(name: "Gold", price: money(.min)).validate().map(\.field.text) == ["price"])
  }

  @Test func `a draft of an item is the item`() {
    var item = Item(id: Identifier(1), name: "Web Development", price: money(150_00))
    item.description = "Full-stack"
    item.unit = Unit(id: Identifier(1), name: "hour")
    let expected = ItemDraft(
      name: "Web Development", price: money(150_00), description: "Full-stack", unitID: Identifier(1))
    #expect(ItemDraft(item) == expected)
  }
}
