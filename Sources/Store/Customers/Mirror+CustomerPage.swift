import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// All that is known of a customer; nil where the mirror does not have it. Entries of the timeline before `since` are
  /// added up into its opening balance.
  package func customerPage(
    _ id: Identifier<Customer>, today: CalendarDate, since: CalendarDate? = nil
  ) throws(StoreError) -> CustomerOverview? {
    var completeness: [ResourceKind: Completeness] = [:]
    for kind in ResourceKind.allCases { completeness[kind] = try self.completeness(kind) }
    return try read { database in
      guard let customer = try Self.customers(database, [id.value]).first else { return nil }
      let documents = try CustomerDocuments(database, id)
      return CustomerOverview(
        customer: customer, today: today, currencies: documents.currencies(today: today, since: since),
        behaviour: PaymentBehaviour(documents), completeness: completeness)
    }
  }
}

/// Every document of one customer.
struct CustomerDocuments {
  let invoices: [InvoiceRow]
  let payments: [PaymentRow]
  let estimates: [EstimateRow]
  let expenses: [ExpenseRow]

  init(_ database: Database, _ customer: Identifier<Customer>) throws {
    func rows(_ kind: ResourceKind, extra: String = "") throws -> [Row] {
      try Row.fetchAll(
        database, sql: "SELECT *\(extra) FROM \(kind.rawValue) WHERE customer_id = ?", arguments: [customer.value])
    }
    invoices = try rows(.invoices).map(InvoiceRow.init(row:))
    payments = try rows(.payments, extra: Mirror.invoiceNumber).map(PaymentRow.init(row:))
    estimates = try rows(.estimates).map(EstimateRow.init(row:))
    expenses = try rows(.expenses).map(ExpenseRow.init(row:))
  }

  /// By day, then invoices before what is paid on them; without a day last.
  var inOrder: [MirrorRow] {
    let all =
      invoices.map(MirrorRow.invoice) + estimates.map(MirrorRow.estimate) + payments.map(MirrorRow.payment)
      + expenses.map(MirrorRow.expense)
    return all.enumerated().sorted {
      ($0.element.date ?? .last, $0.element.place, $0.element.id) < (
        $1.element.date ?? .last, $1.element.place, $1.element.id
      )
    }.map(\.element)
  }
}

extension MirrorRow {
  fileprivate var place: Int {
    switch self {
    case .estimate: 0
    case .invoice: 1
    case .payment: 2
    case .expense, .customer, .item: 3
    }
  }
}
