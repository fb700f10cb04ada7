import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store
import Synchronization

extension EffectRunner {
  /// The ids first, because rows are shown by them; then what they come to. An order that a newer request has overtaken is
  /// not made.
  func order(_ request: ListRequest, _ generation: Int, _ books: OpenBooks) throws {
    guard memory.withLock({ $0.generations[request.kind] == generation }) else { return }
    let mirror = books.mirror
    let request = try withNotes(request, books)
    let ids = try mirror.order(of: request)
    try telling.withLock { _ throws(StoreError) in
      let completeness = try mirror.completeness(request.kind)
      post(.order(ListOrder(kind: request.kind, generation: generation, ids: ids, completeness: completeness)))
    }
    guard memory.withLock({ $0.generations[request.kind] == generation }) else { return }
    post(.sums(try mirror.summary(of: request), in: request.kind, generation: generation))
  }

  func fetchMore(_ kind: ResourceKind, _ books: OpenBooks) async {
    // The connection's state says why it failed; the list says that it is not complete.
    let isAsked = (try? await books.synchronizer.fetchMore(kind)) ?? false
    queue.post(.news(isAsked ? .fetching(kind, false) : .nothingMore(kind)))
  }

  /// Shows what is in the mirror afterwards even where nothing came: another program may share it and have been first.
  func refresh(_ kind: ResourceKind, _ visible: [Int64], _ books: OpenBooks) async throws {
    try await books.synchronizer.refresh(kind, visible: visible)
    queue.post(.news(.rowsChanged([kind])))
  }

  func refreshRecord(_ kind: ResourceKind, _ id: Int64, _ books: OpenBooks) async throws {
    _ = try await books.synchronizer.fetchRecord(kind, id: id)
    try detail(kind, id, books)
  }

  /// Reads one record and what belongs beside it.
  func detail(_ kind: ResourceKind, _ id: Int64, _ books: OpenBooks) throws {
    if let detail = try recordDetail(kind, id, books) { post(.detail(detail)) }
  }

  /// One record and what belongs beside it; nil where the mirror does not have it.
  func recordDetail(_ kind: ResourceKind, _ id: Int64, _ books: OpenBooks) throws -> RecordDetail? {
    guard let stored = try books.mirror.record(kind, id: id) else { return nil }
    let content: RecordDetail.Content
    do {
      content = try self.content(kind, JSONValue(parsing: stored.json), books)
    } catch let error as StoreError {
      throw error
    } catch {
      content = .unreadable(
        "The service answered a \(kind.singular) that cannot be read. The list shows what could be.")
    }
    return RecordDetail(
      kind: kind, id: id, content: content, asOf: LocalTime.moment(stored.asOf, seenOn: today()),
      notes: try notes(kind, of: [id], books))
  }

  private func content(_ kind: ResourceKind, _ json: JSONValue, _ books: OpenBooks) throws -> RecordDetail.Content {
    switch kind {
    case .invoices:
      let invoice = try Invoice(json: json)
      return .invoice(invoice, try surroundings(of: invoice, books.mirror))
    case .customers: return try customer(Customer(json: json), books.mirror)
    case .payments:
      let payment = try Payment(json: json)
      return .payment(payment, invoiceNumber: try payment.invoiceID.flatMap { try invoiceNumber($0, books.mirror) })
    case .estimates: return .estimate(try Estimate(json: json))
    case .expenses: return .expense(try Expense(json: json))
    case .items: return .item(try Item(json: json))
    }
  }

  private func surroundings(of invoice: Invoice, _ mirror: Mirror) throws -> InvoiceSurroundings {
    let customerID = invoice.customerID ?? invoice.customer?.id
    let stored = try customerID.flatMap { try mirror.record(.customers, id: $0.value) }
    // A customer that cannot be read is shown as the invoice names it.
    let customer = stored.flatMap { try? Customer(json: JSONValue(parsing: $0.json)) }
    let open = try customerID.map { try mirror.openInvoices(of: $0) } ?? []
    return InvoiceSurroundings(
      customer: customer, payments: try mirror.payments(of: invoice.id), otherOpen: open.filter { $0.id != invoice.id })
  }

  private func customer(_ customer: Customer, _ mirror: Mirror) throws -> RecordDetail.Content {
    let filter = ListFilter.customer(customer.id)
    let request = ListRequest(.payments, filter: filter, today: today())
    let newest = try mirror.rows(.payments, ids: try mirror.firstOrder(of: request, limit: 10))
    let payments = newest.compactMap { row -> PaymentRow? in
      if case .payment(let payment) = row { payment } else { nil }
    }
    return .customer(customer, open: try mirror.openInvoices(of: customer.id), payments: payments)
  }

  private func invoiceNumber(_ id: Identifier<Invoice>, _ mirror: Mirror) throws -> String? {
    guard case .invoice(let row) = try mirror.rows(.invoices, ids: [id.value]).first else { return nil }
    return row.number
  }
}
