import Billing
import Store
import TerminalUI

extension DetailPage {
  /// An invoice: who, what, what is paid, and what else the customer owes.
  init(_ invoice: Invoice, _ surroundings: InvoiceSurroundings, _ figures: Figures) {
    self.init(title: invoice.number)
    let look = StatusLook(
      status: invoice.status, paidStatus: invoice.paidStatus, isLate: invoice.isOverdue(on: figures.today))
    status = look.span
    facts = Self.customerLines(invoice.customer, surroundings.customer)
    facts += Self.invoiceDates(invoice, figures)
    facts += DetailLine.pair("ref", invoice.reference) + DetailLine.text("note", invoice.notes)
    body = Self.lines(invoice.lines, invoice.currencyID, figures)
    body += Self.sums(invoice.amounts, invoice.currencyID, figures)
    body += Self.paid(invoice, figures)
    extras = Self.payments(surroundings.payments, figures) + Self.otherOpen(surroundings.otherOpen, figures)
    sumsHold = invoice.sumsCheck.holds
    check = Self.check(invoice.sumsCheck, invoice.amounts, figures)
  }

  init(_ estimate: Estimate, _ figures: Figures) {
    self.init(title: estimate.number)
    let isExpired = estimate.expiryDate.map { $0 < figures.today } ?? false
    status = StatusLook(estimate.status, isExpired: isExpired).span
    facts = Self.customerLines(estimate.customer, nil)
    facts += DetailLine.pair("issued", figures.day(estimate.estimateDate))
    facts += DetailLine.pair("expires", figures.day(estimate.expiryDate))
    facts += DetailLine.pair("ref", estimate.reference) + DetailLine.text("note", estimate.notes)
    body = Self.lines(estimate.lines, estimate.currencyID, figures)
    body += Self.sums(estimate.amounts, estimate.currencyID, figures)
    sumsHold = estimate.sumsCheck.holds
    check = Self.check(estimate.sumsCheck, estimate.amounts, figures)
  }

  private static func customerLines(_ summary: CustomerSummary?, _ customer: Customer?) -> [DetailLine] {
    guard let name = customer?.name ?? summary?.name else { return [] }
    let contact = [customer?.contactName, customer?.email ?? summary?.email].compactMap { $0 }.joined(separator: " · ")
    let lines = [DetailLine([Span(name, "text.strong")])]
    return lines + (contact.isEmpty ? [] : [DetailLine([Span(contact)])])
      + (customer?.phone.map { [DetailLine([Span($0)])] } ?? [])
  }

  private static func invoiceDates(_ invoice: Invoice, _ figures: Figures) -> [DetailLine] {
    var due = [Span("due     ", "text.dim"), Span(invoice.dueDate.map { figures.day($0) } ?? "no due date")]
    let late = invoice.isOverdue(on: figures.today) ? invoice.daysLate(on: figures.today) : 0
    if late > 0 { due.append(Span("  \(late) d late", "status.overdue")) }
    return [DetailLine([Span("issued  ", "text.dim"), Span(figures.day(invoice.invoiceDate))]), DetailLine(due)]
  }

  private static func lines(
    _ lines: [LineItem], _ currency: Identifier<Currency>?, _ figures: Figures
  ) -> [DetailLine] {
    let header = DetailLine.columns("Item", ["Qty", "Price", "Total"], role: "header")
    let rows = lines.map { line in
      let quantity = line.unitName.map { "\(line.quantity.text) \($0)" } ?? line.quantity.text
      return DetailLine.columns(
        line.name, [quantity, figures.bare(line.price, currency), figures.bare(line.total, currency)])
    }
    let aligned = DetailLine.aligned([header] + rows)
    return [aligned[0]]
      + zip(lines, aligned.dropFirst()).flatMap { line, row -> [DetailLine] in
        guard let description = line.description, !description.isEmpty else { return [row] }
        return [row, DetailLine.text(below: description)]
      }
  }

  private static func sums(
    _ amounts: DocumentAmounts, _ currency: Identifier<Currency>?, _ figures: Figures
  ) -> [DetailLine] {
    var lines = [DetailLine.rule, sum("subtotal", amounts.subTotal, currency, figures)]
    if !amounts.discountValue.isZero {
      var label = "discount"
      if case .percentage(let rate) = amounts.discount { label += " \(rate.text) %" }
      lines.append(
        DetailLine([Span(label, "text.dim")], figures: [.init("-\(figures.bare(amounts.discountValue, currency))", 13)])
      )
    }
    lines.append(sum("tax", amounts.tax, currency, figures))
    lines.append(
      DetailLine(
        [Span("TOTAL", "text.strong")], figures: [.init(figures.full(amounts.total, currency), 16, "text.strong")]))
    return lines
  }

  private static func sum(
    _ label: String, _ amount: Money, _ currency: Identifier<Currency>?, _ figures: Figures
  ) -> DetailLine {
    DetailLine([Span(label, "text.dim")], figures: [.init(figures.bare(amount, currency), 13)])
  }

  /// The bar of what is paid, and what is due.
  private static func paid(_ invoice: Invoice, _ figures: Figures) -> [DetailLine] {
    let total = invoice.amounts.total
    guard let paid = try? total.subtracting(invoice.dueAmount), !total.isZero else { return [] }
    let percent = Int(paid.cents.magnitude * 100 / max(1, total.cents.magnitude))
    let bar = ProgressBar.blocks(Double(percent) / 100, columns: 12)
    return [
      DetailLine(
        [Span("paid ", "text.dim"), Span(bar, "progress"), Span(" \(percent)%", "text.dim")],
        figures: [.init(figures.bare(paid, invoice.currencyID), 13)]),
      DetailLine(
        [Span("DUE", "text.strong")],
        figures: [
          .init(
            figures.full(invoice.dueAmount, invoice.currencyID), 16,
            invoice.isOverdue(on: figures.today) ? "status.overdue" : "text.strong")
        ]),
    ]
  }

  private static func payments(_ payments: [PaymentRow], _ figures: Figures) -> [DetailLine] {
    guard !payments.isEmpty else { return [] }
    return [.blank, DetailLine(heading: "Payments")]
      + payments.map { payment in
        DetailLine(
          [Span("\(payment.paymentDate.map(figures.shortDay) ?? "")  \(payment.number)  \(payment.methodName ?? "")")],
          figures: [.init(figures.amount(payment.amount, payment.currencyID), 12)])
      }
  }

  private static func otherOpen(_ invoices: [InvoiceRow], _ figures: Figures) -> [DetailLine] {
    guard !invoices.isEmpty else { return [] }
    return [.blank, DetailLine(heading: "Same customer, still open")]
      + invoices.map { invoice in
        let isLate = invoice.daysLate(on: figures.today) != nil
        return DetailLine(
          [
            Span("\(invoice.number)  "),
            Span(figures.dueText(invoice.dueDate, isOpen: true), isLate ? "status.overdue" : "text.dim"),
          ], figures: [.init(figures.amount(invoice.balance, invoice.currencyID), 12)])
      }
  }

  private static func check(_ check: SumsCheck, _ amounts: DocumentAmounts, _ figures: Figures) -> [Span] {
    func bare(_ money: Money) -> String { figures.bare(money, nil) }
    guard check.holds else {
      return [
        Span("The sums that the service sent do not agree with its lines. Nothing was changed.", "warning")
      ]
    }
    return [
      Span("checked: ", "text.dim"),
      Span("items \(bare(amounts.subTotal)) − discount \(bare(amounts.discountValue)) + tax \(bare(amounts.tax))"),
      Span(" = total \(bare(amounts.total)) "), Span("✓", "ok"),
    ]
  }
}
