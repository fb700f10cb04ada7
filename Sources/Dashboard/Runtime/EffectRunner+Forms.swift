import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store

extension EffectRunner {
  /// The records that a field can be filled with.
  func suggest(_ query: SuggestionQuery, _ books: OpenBooks) throws {
    let items: [Suggestion]
    switch query.source {
    case .customers: items = try books.mirror.customers(matching: query.text, limit: 50).map(Suggestion.init)
    case .items(let customer):
      items = try books.mirror.items(matching: query.text, for: customer.map { Identifier($0) }, limit: 50)
        .map(Suggestion.init)
    case .paymentMethods:
      items = try methods(books).filter { query.text.isEmpty || FoldedText.contains($0.name, query.text) }
        .map { Suggestion(id: $0.id, title: $0.name, detail: "") }
    }
    let isFreeText = if case .items = query.source { query.text.isEmpty } else { false }
    post(
      .suggestions(
        Suggestions(
          query: query, items: items, selected: items.isEmpty || isFreeText ? nil : 0,
          completeness: try searched(query.source, books.mirror))))
  }

  private func methods(_ books: OpenBooks) throws -> [LookUpEntry] {
    let learned = try books.mirror.lookUps(.paymentMethods)
    return LookUpEntry.merged(learned, with: try books.local?.lookUpNames(.paymentMethods) ?? [])
  }

  /// What the search could not know, while not everything is loaded.
  private func searched(_ source: SuggestionQuery.Source, _ mirror: Mirror) throws -> String? {
    let kind: ResourceKind
    switch source {
    case .customers: kind = .customers
    case .items: kind = .items
    case .paymentMethods: return nil
    }
    let completeness = try mirror.completeness(kind)
    guard let total = completeness.total, completeness.loaded < total else { return nil }
    return "searched \(completeness.loaded) of \(total)"
  }

  /// Looks up what a new form can be filled with beforehand, then loads what its pickers search.
  func prepare(_ kind: FormKind, _ draft: String, _ books: OpenBooks) async throws {
    switch kind {
    case .invoice:
      try proposeNumber(.invoices, .invoice, draft, books)
      await loadAll(.customers, books)
      await loadAll(.items, books)
    case .payment(let invoice):
      try proposeNumber(.payments, .payment, draft, books)
      try preparePayment(invoice, draft, books)
    case .customer: break
    }
  }

  private func proposeNumber(
    _ kind: ResourceKind, _ numbered: NumberedKind, _ draft: String, _ books: OpenBooks
  ) throws {
    let known = try books.mirror.knownNumbers(kind)
    post(.proposedNumber(numbered.proposal(after: known, on: today()), draft: draft))
  }

  private func preparePayment(_ id: Int64, _ draft: String, _ books: OpenBooks) throws {
    guard case .invoice(let row) = try books.mirror.rows(.invoices, ids: [id]).first else { return }
    var context = FormContext()
    context.invoiceNumber = row.number
    context.customerID = row.customerID?.value
    context.customerName = row.customerName
    context.balance = row.balance
    context.total = row.total
    context.currencyID = row.currencyID?.value
    context.issued = row.invoiceDate
    context.dueDate = row.dueDate
    var references: [String: Reference] = [:]
    if let method = try lastMethod(row, books) { references["payment_method_id"] = method }
    post(.prepared(context, references: references, draft: draft))
  }

  /// How this customer paid last, else how most is paid: the first method of the list.
  private func lastMethod(_ invoice: InvoiceRow, _ books: OpenBooks) throws -> Reference? {
    guard let customer = invoice.customerID else { return nil }
    let request = ListRequest(.payments, filter: .customer(customer), today: today())
    let newest = try books.mirror.rows(.payments, ids: try books.mirror.firstOrder(of: request, limit: 1)).first
    if case .payment(let payment) = newest, let id = payment.methodID, let name = payment.methodName {
      return Reference(id: id.value, title: name)
    }
    return try methods(books).first.map { Reference(id: $0.id, title: $0.name) }
  }

  /// Loads the rest of a kind, so that its picker finds everything; at most so many pages.
  private func loadAll(_ kind: ResourceKind, _ books: OpenBooks) async {
    for _ in 0..<300 {
      guard let completeness = try? books.mirror.completeness(kind), !completeness.isComplete,
        (try? await books.synchronizer.fetchMore(kind)) != nil,
        let after = try? books.mirror.completeness(kind), after.loaded > completeness.loaded
      else { return }
    }
  }
}

extension Suggestion {
  init(_ row: CustomerRow) {
    var fill = Fill()
    fill.currencyID = row.currencyID?.value
    fill.owing = row.balances
    let about = [row.companyName, row.email].compactMap { $0 }.first { $0 != row.name } ?? ""
    self.init(id: row.id.value, title: row.name, detail: about, fill: fill)
  }

  fileprivate init(_ choice: ItemChoice) {
    var fill = Fill()
    fill.description = choice.item.details
    fill.price = choice.item.price
    fill.lastPrice = choice.lastPrice
    fill.unitName = choice.item.unitName
    self.init(id: choice.item.id.value, title: choice.item.name, detail: "", fill: fill)
  }
}
