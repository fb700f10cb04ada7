import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// The payments of an invoice that are known, oldest first.
  package func payments(of invoice: Identifier<Invoice>) throws(StoreError) -> [PaymentRow] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT *\(Self.invoiceNumber) FROM payments WHERE invoice_id = ? ORDER BY payment_date, id",
        arguments: [invoice.value]
      ).map(PaymentRow.init(row:))
    }
  }

  /// What this customer still has to pay, the longest due first.
  package func openInvoices(of customer: Identifier<Customer>) throws(StoreError) -> [InvoiceRow] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM invoices WHERE customer_id = ? AND \(FilterSQL.isOpen)
          ORDER BY coalesce(due_date, invoice_date), id
          """, arguments: [customer.value]
      ).map(InvoiceRow.init(row:))
    }
  }

  /// The ids of the records that bear this number; more than one where the service lets them.
  package func ids(_ kind: ResourceKind, number: String) throws(StoreError) -> [Int64] {
    guard kind.numberField != nil else { return [] }
    return try read { database in
      try Int64.fetchAll(
        database,
        sql:
          "SELECT id FROM \(kind.rawValue) WHERE number_tail IS number_tail(:number) AND number = :number ORDER BY id",
        arguments: ["number": number])
    }
  }
}
