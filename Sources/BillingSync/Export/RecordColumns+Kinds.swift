import Billing
import BillingAPI
import BillingExport
import Store

extension RecordColumns {
  static let invoices: [RecordColumn] = [
    of("id", "id", \.invoice) { .integer($0.id.value) }, of("invoice_number", "number", \.invoice) { .of($0.number) },
    of("customer", "customer", \.invoice) { .of($0.customerName) },
    of("customer_id", "", \.invoice) { .id($0.customerID) },
    of("invoice_date", "issued", \.invoice) { .of($0.invoiceDate) },
    of("due_date", "due due-day", \.invoice) { .of($0.dueDate) }, late,
    of("status", "status", \.invoice) { .of($0.status.word) },
    of("paid_status", "paid-status", \.invoice) { .of($0.paidStatus.word) },
    amount("sub_total", "subtotal", \.invoice) { $0.subTotal },
    amount("discount_val", "discount", \.invoice) { $0.discount }, amount("tax", "tax", \.invoice) { $0.tax },
    amount("total", "total", \.invoice) { $0.total }, amount("paid", "paid", \.invoice) { paid($0) },
    amount("due_amount", "balance", \.invoice) { $0.balance },
    of("currency", "currency", \.invoice) { .currency($0.currencyID) },
    of("reference_number", "reference", \.invoice) { .of($0.reference) },
    of("notes", "notes", \.invoice) { .of($0.notes) },
  ]

  static let customers: [RecordColumn] = [
    of("id", "id", \.customer) { .integer($0.id.value) }, of("name", "name", \.customer) { .of($0.name) },
    of("company_name", "company", \.customer) { .of($0.companyName) },
    of("contact_name", "contact", \.customer) { .of($0.contactName) },
    of("email", "e-mail", \.customer) { .of($0.email) },
    of("phone", "phone", \.customer) { .of($0.phone) }, of("website", "website", \.customer) { .of($0.website) },
    of("open_balance", "open-balance", \.customer) { .text(balances($0)) },
    of("open_invoices", "open-invoices", \.customer) { .integer(Int64($0.balances.reduce(0) { $0 + $1.count })) },
    of("currency", "currency", \.customer) { .currency($0.currencyID) },
    of("created_on", "since", \.customer) { .of($0.createdOn) },
  ]

  static let payments: [RecordColumn] = [
    of("id", "id", \.payment) { .integer($0.id.value) }, of("payment_number", "number", \.payment) { .of($0.number) },
    of("payment_date", "received", \.payment) { .of($0.paymentDate) },
    amount("amount", "amount", \.payment) { $0.amount },
    of("currency", "currency", \.payment) { .currency($0.currencyID) },
    of("customer", "customer", \.payment) { .of($0.customerName) },
    of("customer_id", "", \.payment) { .id($0.customerID) },
    of("invoice_number", "invoice", \.payment) { .of($0.invoiceNumber) },
    of("invoice_id", "", \.payment) { .id($0.invoiceID) },
    of("payment_method", "method", \.payment) { .of($0.methodName) },
    of("notes", "notes", \.payment) { .of($0.notes) },
  ]

  static let estimates: [RecordColumn] = [
    of("id", "id", \.estimate) { .integer($0.id.value) },
    of("estimate_number", "number", \.estimate) { .of($0.number) },
    of("customer", "customer", \.estimate) { .of($0.customerName) },
    of("customer_id", "", \.estimate) { .id($0.customerID) },
    of("estimate_date", "issued", \.estimate) { .of($0.estimateDate) },
    of("expiry_date", "expires", \.estimate) { .of($0.expiryDate) },
    of("status", "status", \.estimate) { .of($0.status.word) }, amount("total", "total", \.estimate) { $0.total },
    of("currency", "currency", \.estimate) { .currency($0.currencyID) },
    of("reference_number", "reference", \.estimate) { .of($0.reference) },
    of("notes", "notes", \.estimate) { .of($0.notes) },
  ]

  static let expenses: [RecordColumn] = [
    of("id", "id", \.expense) { .integer($0.id.value) }, of("expense_number", "number", \.expense) { .of($0.number) },
    of("expense_date", "spent", \.expense) { .of($0.expenseDate) },
    amount("amount", "amount", \.expense) { $0.amount },
    of("currency", "currency", \.expense) { .currency($0.currencyID) },
    of("category", "category", \.expense) { .of($0.categoryName) },
    of("customer", "customer", \.expense) { .of($0.customerName) },
    of("payment_method", "method", \.expense) { .of($0.methodName) },
    of("notes", "notes", \.expense) { .of($0.notes) },
  ]

  static let items: [RecordColumn] = [
    of("id", "id", \.item) { .integer($0.id.value) }, of("name", "name", \.item) { .of($0.name) },
    of("description", "description", \.item) { .of($0.details) }, amount("price", "price", \.item) { $0.price },
    of("unit", "unit", \.item) { .of($0.unitName) }, of("currency", "currency", \.item) { .currency($0.currencyID) },
  ]

  /// The days that an invoice is late, seen from a day; empty where it is not.
  private static let late = RecordColumn(name: "days_late", shown: ["late"], isAmount: false) { row, today in
    row.invoice?.daysLate(on: today).map { .integer(Int64($0)) } ?? .empty
  }

  /// What has been paid, as far as total and balance are known.
  private static func paid(_ row: InvoiceRow) -> Money? {
    guard let total = row.total, let balance = row.balance else { return nil }
    // Amounts beyond what money can be are unknown.
    return try? total.subtracting(balance)
  }

  /// `120.00 USD, 30.00 EUR`: sums of several currencies are no number.
  private static func balances(_ row: CustomerRow) -> String {
    row.balances.map { sum in
      let code = sum.currencyID.map { Currency.with(id: $0)?.code ?? "#\($0)" } ?? ""
      return "\(sum.balance.formatted(style: .plain)) \(code)"
    }.joined(separator: ", ")
  }
}

extension RecordColumns {
  private static func of<Record>(
    _ name: String, _ shown: String, _ record: any KeyPath<MirrorRow, Record?> & Sendable,
    _ value: @escaping @Sendable (Record) -> ExportValue
  ) -> RecordColumn {
    let shown = shown.split(separator: " ").map(String.init)
    return RecordColumn(name: name, shown: shown, isAmount: false) { row, _ in
      row[keyPath: record].map(value) ?? .empty
    }
  }

  private static func amount<Record>(
    _ name: String, _ shown: String, _ record: any KeyPath<MirrorRow, Record?> & Sendable,
    _ value: @escaping @Sendable (Record) -> Money?
  ) -> RecordColumn {
    RecordColumn(name: name, shown: [shown], isAmount: true) { row, _ in
      row[keyPath: record].flatMap(value).map { .money($0) } ?? .empty
    }
  }
}

extension MirrorRow {
  fileprivate var invoice: InvoiceRow? { if case .invoice(let row) = self { row } else { nil } }
  fileprivate var customer: CustomerRow? { if case .customer(let row) = self { row } else { nil } }
  fileprivate var payment: PaymentRow? { if case .payment(let row) = self { row } else { nil } }
  fileprivate var estimate: EstimateRow? { if case .estimate(let row) = self { row } else { nil } }
  fileprivate var expense: ExpenseRow? { if case .expense(let row) = self { row } else { nil } }
  fileprivate var item: ItemRow? { if case .item(let row) = self { row } else { nil } }
}

extension ExportValue {
  fileprivate static func of(_ text: String?) -> ExportValue { text.map(ExportValue.text) ?? .empty }
  fileprivate static func of(_ day: CalendarDate?) -> ExportValue { day.map(ExportValue.day) ?? .empty }
  fileprivate static func id<Record>(_ id: Identifier<Record>?) -> ExportValue {
    id.map { ExportValue.integer($0.value) } ?? .empty
  }

  /// By its code where it is known, else by its number.
  fileprivate static func currency(_ id: Identifier<Currency>?) -> ExportValue {
    guard let id else { return .empty }
    return Currency.with(id: id).map { ExportValue.text($0.code) } ?? .integer(id.value)
  }
}
