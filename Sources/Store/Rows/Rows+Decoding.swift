import Billing
internal import GRDB

extension Row {
  func money(_ column: String) -> Money? { (self[column] as Int64?).map(Money.init(cents:)) }
  func day(_ column: String) -> CalendarDate? { (self[column] as Int?).map(CalendarDate.init(daysSince1970:)) }
  func identifier<Record>(_ column: String) -> Identifier<Record>? { (self[column] as Int64?).map(Identifier.init) }
  func text(_ column: String) -> String? { self[column] as String? }
}

extension InvoiceRow {
  init(row: Row) {
    self.init(id: Identifier(row["id"]), number: row.text("number") ?? "")
    reference = row.text("reference")
    customerID = row.identifier("customer_id")
    customerName = row.text("customer_name") ?? ""
    invoiceDate = row.day("invoice_date")
    dueDate = row.day("due_date")
    status = InvoiceStatus(word: row.text("status") ?? "")
    paidStatus = PaidStatus(word: row.text("paid_status") ?? "")
    total = row.money("total")
    balance = row.money("due_amount")
    subTotal = row.money("sub_total")
    discount = row.money("discount_value")
    tax = row.money("tax")
    notes = row.text("notes")
    currencyID = row.identifier("currency_id")
    isFlagged = row["flagged"]
  }
}

extension CustomerRow {
  init(row: Row) {
    self.init(id: Identifier(row["id"]), name: row.text("name") ?? "")
    companyName = row.text("company_name")
    contactName = row.text("contact_name")
    email = row.text("email")
    phone = row.text("phone")
    website = row.text("website")
    currencyID = row.identifier("currency_id")
    createdOn = row.day("created_on")
    isFlagged = row["flagged"]
  }
}

extension PaymentRow {
  init(row: Row) {
    self.init(id: Identifier(row["id"]), number: row.text("number") ?? "")
    paymentDate = row.day("payment_date")
    amount = row.money("amount")
    customerID = row.identifier("customer_id")
    customerName = row.text("customer_name") ?? ""
    invoiceID = row.identifier("invoice_id")
    invoiceNumber = row.text("invoice_number")
    methodID = row.identifier("method_id")
    methodName = row.text("method_name")
    notes = row.text("notes")
    currencyID = row.identifier("currency_id")
    isFlagged = row["flagged"]
  }
}

extension EstimateRow {
  init(row: Row) {
    self.init(id: Identifier(row["id"]), number: row.text("number") ?? "")
    reference = row.text("reference")
    customerID = row.identifier("customer_id")
    customerName = row.text("customer_name") ?? ""
    estimateDate = row.day("estimate_date")
    expiryDate = row.day("expiry_date")
    status = EstimateStatus(word: row.text("status") ?? "")
    total = row.money("total")
    notes = row.text("notes")
    currencyID = row.identifier("currency_id")
    isFlagged = row["flagged"]
  }
}

extension ExpenseRow {
  init(row: Row) {
    self.init(id: Identifier(row["id"]))
    number = row.text("number")
    expenseDate = row.day("expense_date")
    amount = row.money("amount")
    categoryID = row.identifier("category_id")
    categoryName = row.text("category_name")
    customerID = row.identifier("customer_id")
    customerName = row.text("customer_name")
    methodID = row.identifier("method_id")
    methodName = row.text("method_name")
    notes = row.text("notes")
    currencyID = row.identifier("currency_id")
    isFlagged = row["flagged"]
  }
}

extension ItemRow {
  init(row: Row) {
    self.init(id: Identifier(row["id"]), name: row.text("name") ?? "")
    details = row.text("description")
    price = row.money("price")
    unitID = row.identifier("unit_id")
    unitName = row.text("unit_name")
    currencyID = row.identifier("currency_id")
    isFlagged = row["flagged"]
  }
}
