import Billing
internal import GRDB

extension Mirror {
  /// Every invoice that awaits money, drafts too: what the rows of a bank can pay.
  package func payableInvoices() throws(StoreError) -> [PayableInvoice] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, number, customer_name, due_amount, currency_id FROM invoices WHERE due_amount > 0 ORDER BY id
          """
      ).map { row in
        PayableInvoice(
          id: row[0], number: (row[1] as String?) ?? "", customer: (row[2] as String?) ?? "",
          balance: Money(cents: row[3]),
          currencyID: (row[4] as Int64?).map { Identifier($0) })
      }
    }
  }
}
