import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store

extension EffectRunner {
  /// What a payment of an invoice begins with: its balance first, then the customer's other open invoices.
  func preparePayment(of invoice: Int64, _ draft: String, _ books: OpenBooks) async throws {
    guard case .invoice(let row) = try books.mirror.rows(.invoices, ids: [invoice]).first else { return }
    guard let customer = row.customerID else {
      var context = FormContext(paying: row)
      context.openInvoices = [row]
      return post(.prepared(context, references: [:], draft: draft))
    }
    try prepare(draft, customer, aim: row, books)
    await refresh(customer, books)
    guard case .invoice(let fresh) = try books.mirror.rows(.invoices, ids: [invoice]).first else { return }
    try prepare(draft, customer, aim: fresh, books)
  }

  /// What a payment of a customer begins with: all open invoices, the oldest first.
  func prepareReceipt(of customer: Int64, _ draft: String, _ books: OpenBooks) async throws {
    try prepare(draft, Identifier(customer), aim: nil, books)
    await refresh(Identifier(customer), books)
    try prepare(draft, Identifier(customer), aim: nil, books)
  }

  /// What others paid meanwhile is better known now than refused later.
  private func refresh(_ customer: Identifier<Customer>, _ books: OpenBooks) async {
    // Without an answer the form says what the mirror knows; balances are read again before anything is sent.
    _ = try? await books.synchronizer.refreshCustomer(customer.value)
  }

  private func prepare(
    _ draft: String, _ customer: Identifier<Customer>, aim: InvoiceRow?, _ books: OpenBooks
  ) throws {
    let open = try books.mirror.openInvoices(of: customer)
    let known = try books.mirror.rows(.customers, ids: [customer.value]).first
    let currency = aim?.currencyID ?? open.first?.currencyID
    var context = aim.map(FormContext.init(paying:)) ?? FormContext()
    context.customerID = customer.value
    if case .customer(let row) = known { context.customerName = row.name }
    context.currencyID = currency?.value ?? context.currencyID
    let alike = open.filter { $0.currencyID == currency && $0.id != aim?.id }
    context.openInvoices = [aim].compactMap { $0 } + alike
    context.otherCurrencies = open.count { $0.currencyID != currency }
    var references: [String: Reference] = [:]
    references["customer_id"] = context.customerName.map { Reference(id: customer.value, title: $0) }
    references["payment_method_id"] = try lastMethod(of: customer, books)
    post(.prepared(context, references: references, draft: draft))
  }

  /// How this customer paid last, else how most is paid: the first method of the list.
  private func lastMethod(of customer: Identifier<Customer>, _ books: OpenBooks) throws -> Reference? {
    let request = ListRequest(.payments, filter: .customer(customer), today: today())
    let newest = try books.mirror.rows(.payments, ids: try books.mirror.firstOrder(of: request, limit: 1)).first
    if case .payment(let payment) = newest, let id = payment.methodID, let name = payment.methodName {
      return Reference(id: id.value, title: name)
    }
    return try lookUps(.paymentMethods, books).first.map { Reference(id: $0.id, title: $0.name) }
  }

  /// Payments that are known already and look like the one that is about to be recorded.
  func findDuplicates(_ query: DuplicateQuery, _ books: OpenBooks) async throws {
    let doubts = try await books.synchronizer.outbox.likelyDuplicates(of: query.body)
    let recorded = doubts.recorded.map { DuplicateWarning($0) }
    let waiting =
      doubts.waiting.isEmpty ? [] : [DuplicateWarning(words: "the same is in the outbox and not settled yet")]
    post(.duplicates(recorded + waiting, query))
  }
}

extension FormContext {
  fileprivate init(paying row: InvoiceRow) {
    self.init()
    invoiceNumber = row.number
    customerID = row.customerID?.value
    customerName = row.customerName
    balance = row.balance
    total = row.total
    currencyID = row.currencyID?.value
    issued = row.invoiceDate
    dueDate = row.dueDate
  }
}

extension DuplicateWarning {
  fileprivate init(_ duplicate: LikelyDuplicate) {
    let numbers = duplicate.payments.map(\.number).joined(separator: " and ")
    let day = duplicate.payments.first?.paymentDate.map { " on \($0.iso)" } ?? ""
    let parts = duplicate.payments.count > 1 ? " add up to it" : ""
    self.init(words: "\(numbers)\(day)\(parts)")
  }
}
