import Billing
import BillingExport
import Store

/// Records as transactions of a journal; what is no transaction is left out and counted.
package struct LedgerRows: Sendable {
  private let journal = LedgerJournal()
  /// Drafts, and records without a day or an amount.
  package private(set) var leftOut = 0

  package init() {}

  /// Nil where the record is none.
  package mutating func text(_ row: MirrorRow) -> String? {
    let text = transaction(row)
    if text == nil { leftOut += 1 }
    return text
  }

  private func transaction(_ row: MirrorRow) -> String? {
    switch row {
    case .invoice(let row):
      // A draft that nobody paid anything of is owed by nobody.
      guard let day = row.invoiceDate, let total = row.total, row.status != .draft || row.paidStatus != .unpaid else {
        return nil
      }
      return journal.invoice(
        row.number, row.customerName, on: day, total: total, tax: row.tax ?? .zero, currency: code(row.currencyID))
    case .payment(let row):
      guard let day = row.paymentDate, let amount = row.amount else { return nil }
      return journal.payment(row.number, row.customerName, on: day, amount: amount, currency: code(row.currencyID))
    case .expense(let row):
      guard let day = row.expenseDate, let amount = row.amount else { return nil }
      return journal.expense(
        row.number ?? "", row.categoryName ?? "", on: day, amount: amount, currency: code(row.currencyID))
    case .customer, .estimate, .item: return nil
    }
  }

  private func code(_ id: Identifier<Currency>?) -> String { id.flatMap(Currency.with(id:))?.code ?? "" }
}
