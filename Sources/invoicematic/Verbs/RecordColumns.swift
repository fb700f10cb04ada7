import Billing
import BillingAPI
import BillingExport
import Store

/// A column that a script can list: the field's name in the API, and where its value is found.
struct RecordColumn: Sendable {
  let name: String
  let value: @Sendable (MirrorRow) -> ExportValue

  var column: ExportColumn { ExportColumn(title: name, name: name) }
}

/// The columns of each kind, in their order.
enum RecordColumns {
  static func all(_ kind: ResourceKind) -> [RecordColumn] {
    switch kind {
    case .invoices: invoices
    case .customers: customers
    case .payments: payments
    case .estimates: estimates
    case .expenses: expenses
    case .items: items
    }
  }

  private static let invoices: [RecordColumn] = [
    of("id", \.invoice) { .integer($0.id.value) }, of("invoice_number", \.invoice) { .of($0.number) },
    of("customer", \.invoice) { .of($0.customerName) }, of("customer_id", \.invoice) { .id($0.customerID) },
    of("invoice_date", \.invoice) { .of($0.invoiceDate) }, of("due_date", \.invoice) { .of($0.dueDate) },
    of("status", \.invoice) { .of($0.status.word) }, of("paid_status", \.invoice) { .of($0.paidStatus.word) },
    of("total", \.invoice) { .of($0.total) }, of("due_amount", \.invoice) { .of($0.balance) },
    of("tax", \.invoice) { .of($0.tax) }, of("currency", \.invoice) { .currency($0.currencyID) },
    of("reference_number", \.invoice) { .of($0.reference) }, of("notes", \.invoice) { .of($0.notes) },
  ]

  private static let customers: [RecordColumn] = [
    of("id", \.customer) { .integer($0.id.value) }, of("name", \.customer) { .of($0.name) },
    of("company_name", \.customer) { .of($0.companyName) }, of("contact_name", \.customer) { .of($0.contactName) },
    of("email", \.customer) { .of($0.email) }, of("phone", \.customer) { .of($0.phone) },
    of("website", \.customer) { .of($0.website) }, of("currency", \.customer) { .currency($0.currencyID) },
  ]

  private static let payments: [RecordColumn] = [
    of("id", \.payment) { .integer($0.id.value) }, of("payment_number", \.payment) { .of($0.number) },
    of("payment_date", \.payment) { .of($0.paymentDate) }, of("amount", \.payment) { .of($0.amount) },
    of("currency", \.payment) { .currency($0.currencyID) }, of("customer", \.payment) { .of($0.customerName) },
    of("customer_id", \.payment) { .id($0.customerID) }, of("invoice_number", \.payment) { .of($0.invoiceNumber) },
    of("invoice_id", \.payment) { .id($0.invoiceID) }, of("payment_method", \.payment) { .of($0.methodName) },
    of("notes", \.payment) { .of($0.notes) },
  ]

  private static let estimates: [RecordColumn] = [
    of("id", \.estimate) { .integer($0.id.value) }, of("estimate_number", \.estimate) { .of($0.number) },
    of("customer", \.estimate) { .of($0.customerName) }, of("customer_id", \.estimate) { .id($0.customerID) },
    of("estimate_date", \.estimate) { .of($0.estimateDate) }, of("expiry_date", \.estimate) { .of($0.expiryDate) },
    of("status", \.estimate) { .of($0.status.word) }, of("total", \.estimate) { .of($0.total) },
    of("currency", \.estimate) { .currency($0.currencyID) }, of("notes", \.estimate) { .of($0.notes) },
  ]

  private static let expenses: [RecordColumn] = [
    of("id", \.expense) { .integer($0.id.value) }, of("expense_number", \.expense) { .of($0.number) },
    of("expense_date", \.expense) { .of($0.expenseDate) }, of("amount", \.expense) { .of($0.amount) },
    of("currency", \.expense) { .currency($0.currencyID) }, of("category", \.expense) { .of($0.categoryName) },
    of("customer", \.expense) { .of($0.customerName) }, of("notes", \.expense) { .of($0.notes) },
  ]

  private static let items: [RecordColumn] = [
    of("id", \.item) { .integer($0.id.value) }, of("name", \.item) { .of($0.name) },
    of("description", \.item) { .of($0.details) }, of("price", \.item) { .of($0.price) },
    of("unit", \.item) { .of($0.unitName) }, of("currency", \.item) { .currency($0.currencyID) },
  ]

  private static func of<Record>(
    _ name: String, _ record: any KeyPath<MirrorRow, Record?> & Sendable,
    _ value: @escaping @Sendable (Record) -> ExportValue
  ) -> RecordColumn {
    RecordColumn(name: name) { $0[keyPath: record].map(value) ?? .empty }
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
  fileprivate static func of(_ money: Money?) -> ExportValue { money.map(ExportValue.money) ?? .empty }
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
