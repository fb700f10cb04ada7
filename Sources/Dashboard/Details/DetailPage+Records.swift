import Billing
import BillingAPI
import Store
import TerminalUI

extension DetailPage {
  /// What a pane shows of any record.
  init(_ detail: RecordDetail, _ figures: Figures) {
    switch detail.content {
    case .invoice(let invoice, let surroundings): self.init(invoice, surroundings, figures)
    case .customer(let customer, let open, let payments): self.init(customer, open, payments, figures)
    case .payment(let payment, let invoiceNumber): self.init(payment, invoiceNumber, figures)
    case .estimate(let estimate): self.init(estimate, figures)
    case .expense(let expense): self.init(expense, figures)
    case .item(let item): self.init(item, figures)
    case .unreadable(let reason):
      self.init(title: "\(detail.kind.singular.capitalizedFirst) \(detail.id)")
      facts = [DetailLine([Span(reason, "warning")])]
    }
    extras += Self.notes(detail.notes, figures)
  }

  private static func notes(_ notes: [DatedNote], _ figures: Figures) -> [DetailLine] {
    guard !notes.isEmpty else { return [] }
    let lines = notes.map { note in
      DetailLine.text(figures.day(note.day), note.note.text)
    }
    return [.blank, DetailLine(heading: "Notes, on this machine only")] + lines.flatMap { $0 }
  }

  private init(_ customer: Customer, _ open: [InvoiceRow], _ payments: [PaymentRow], _ figures: Figures) {
    self.init(title: customer.name)
    facts = DetailLine.pair("company", customer.companyName)
    facts += DetailLine.pair("contact", customer.contactName) + DetailLine.pair("mail", customer.email)
    facts += DetailLine.pair("phone", customer.phone) + DetailLine.pair("web", customer.website)
    facts += DetailLine.pair("currency", customer.currencyID.flatMap(Currency.with(id:))?.code)
    facts += DetailLine.pair("since", Self.day(customer.createdAt, figures))
    facts += Self.address("Bill to", customer.billing) + Self.address("Ship to", customer.shipping)
    body = Self.openInvoices(open, figures)
    extras = Self.received(payments, figures)
  }

  /// The day of a moment of the service, which begins with it; as it came where it does not.
  private static func day(_ moment: String?, _ figures: Figures) -> String? {
    moment.map { moment in CalendarDate(lenient: moment).map { figures.day($0) } ?? moment }
  }

  private static func address(_ heading: String, _ address: Address?) -> [DetailLine] {
    guard let address else { return [] }
    let place = [address.city, address.state, address.zip].compactMap { $0 }.joined(separator: " ")
    let country = address.countryID.flatMap(Country.with(id:))?.name
    let parts = [address.name, address.street, place, country, address.phone].compactMap { $0 }.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return [] }
    return [.blank, DetailLine(heading: heading)] + parts.map { DetailLine([Span($0)]) }
  }

  private static func openInvoices(_ open: [InvoiceRow], _ figures: Figures) -> [DetailLine] {
    guard !open.isEmpty else { return [DetailLine([Span("No open invoice is loaded.", "text.dim")])] }
    return [DetailLine(heading: "Open invoices")]
      + open.map { invoice in
        let isLate = invoice.daysLate(on: figures.today) != nil
        return DetailLine(
          [
            Span("\(invoice.number)  "),
            Span(figures.dueText(invoice.dueDate, isOpen: true), isLate ? "status.overdue" : "text.dim"),
          ], figures: [.init(figures.amount(invoice.balance, invoice.currencyID), 12)])
      }
  }

  private static func received(_ payments: [PaymentRow], _ figures: Figures) -> [DetailLine] {
    guard !payments.isEmpty else { return [] }
    return [.blank, DetailLine(heading: "Latest payments")]
      + payments.map { payment in
        DetailLine(
          [Span("\(figures.day(payment.paymentDate))  \(payment.number)  \(payment.methodName ?? "")")],
          figures: [.init(figures.amount(payment.amount, payment.currencyID), 12)])
      }
  }

  private init(_ payment: Payment, _ invoiceNumber: String?, _ figures: Figures) {
    self.init(title: payment.number)
    facts = DetailLine.pair("from", payment.customer?.name)
    facts += DetailLine.pair("received", figures.day(payment.paymentDate))
    facts += DetailLine.pair("method", payment.method?.name)
    body = [
      DetailLine(
        [Span("AMOUNT", "text.strong")],
        figures: [.init(figures.full(payment.amount, payment.currencyID), 16, "text.strong")]),
      DetailLine(
        [
          Span("pays ", "text.dim"),
          Span(invoiceNumber ?? payment.invoiceID.map { "invoice #\($0)" } ?? "no invoice yet"),
        ]
      ),
    ]
    extras = DetailLine.text("note", payment.notes)
    extras += [
      DetailLine([Span("It cannot be deleted; ", "text.dim"), Span("e", "hint.key"), Span(" changes it.", "text.dim")])
    ]
  }

  private init(_ expense: Expense, _ figures: Figures) {
    self.init(title: expense.number ?? "Expense \(expense.id)")
    facts = DetailLine.pair("spent", figures.day(expense.expenseDate))
    facts += DetailLine.pair("category", expense.category?.name ?? expense.categoryID.map { "#\($0)" })
    facts += DetailLine.pair("method", expense.method?.name ?? expense.methodID.map { "#\($0)" })
    facts += DetailLine.pair("customer", expense.customer?.name)
    body = [
      DetailLine(
        [Span("AMOUNT", "text.strong")],
        figures: [.init(figures.full(expense.amount, expense.currencyID), 16, "text.strong")])
    ]
    extras = DetailLine.text("note", expense.notes)
  }

  private init(_ item: Item, _ figures: Figures) {
    self.init(title: item.name)
    facts = DetailLine.pair("unit", item.unit?.name ?? item.unitID.map { "#\($0)" })
    facts += DetailLine.pair("since", Self.day(item.createdAt, figures))
    body = [
      DetailLine(
        [Span("PRICE", "text.strong")],
        figures: [.init(figures.full(item.price, item.currencyID), 16, "text.strong")])
    ]
    extras = DetailLine.text("description", item.description)
  }
}
