import Billing
import Store
import TerminalUI

/// The customer's balance and age beside an invoice under review.
struct StandingLines {
  let lines: [DetailLine]

  init(_ detail: RecordDetail, _ figures: Figures) {
    guard case .invoice(let invoice, let surroundings) = detail.content else {
      lines = []
      return
    }
    var open = surroundings.otherOpen
    if invoice.dueAmount > .zero { open.append(Self.row(of: invoice)) }
    let standings = CustomerStanding.of(open, on: figures.today)
    let payments = surroundings.payments.isEmpty ? [DetailLine([Span("no payment of it is loaded", "text.dim")])] : []
    guard !standings.isEmpty else {
      lines = payments + [.blank, DetailLine(heading: "Customer"), DetailLine([Span("owes nothing", "ok")])]
      return
    }
    lines = payments + [.blank, DetailLine(heading: "Customer")] + standings.flatMap { Self.words($0, figures) }
  }

  private static func words(_ standing: CustomerStanding, _ figures: Figures) -> [DetailLine] {
    let noun = standing.count == 1 ? "invoice" : "invoices"
    let owes = DetailLine(
      [Span("owes ", "text.dim"), Span("in \(figures.count(standing.count)) \(noun)")],
      figures: [.init(figures.full(standing.balance, standing.currencyID), 14, "text.strong")])
    guard standing.lateCount > 0 else { return [owes, DetailLine([Span("nothing late", "ok")])] }
    let late = DetailLine(
      [Span("\(figures.count(standing.lateCount)) late, oldest \(standing.oldestDays) d", "status.overdue")],
      figures: [.init(figures.full(standing.late, standing.currencyID), 14, "status.overdue")])
    return [owes, late]
  }

  private static func row(of invoice: Invoice) -> InvoiceRow {
    var row = InvoiceRow(id: invoice.id, number: invoice.number)
    row.dueDate = invoice.dueDate
    row.status = invoice.status
    row.paidStatus = invoice.paidStatus
    row.balance = invoice.dueAmount
    row.currencyID = invoice.currencyID
    return row
  }
}
