import Billing
import BillingAPI
import TerminalUI

extension FormDefinition {
  static let invoices = document(.invoice, .invoices, date: "Issued", lastDay: "Due") { record, figures in
    // A record that cannot be read cannot be changed here; the effect's sentence says so.
    guard let invoice = try? Invoice(json: record) else { return nil }
    return FormFilling(invoice, record: record, figures)
  }

  static let estimates = document(.estimate, .estimates, date: "Issued", lastDay: "Expires") { record, figures in
    guard let estimate = try? Estimate(json: record) else { return nil }  // as above
    return FormFilling(estimate.document, record: record, figures)
  }

  /// The form of an invoice, which is that of an estimate but for names.
  private static func document(
    _ document: DocumentKind, _ kind: ResourceKind, date: String, lastDay: String,
    fill: @escaping @Sendable (JSONValue, Figures) -> FormFilling?
  ) -> FormDefinition {
    let (issued, ends, number) = (document.dateField.text, document.lastDayField.text, document.numberField.text)
    return FormDefinition(
      kind: kind,
      fields: [
        FormField("customer_id", "Customer", .customer),
        FormField(number, "Number", .number(kind)),
        FormField("reference_number", "Reference", .text),
        FormField(issued, date, .date(from: nil), text: "today"),
        FormField(ends, lastDay, .date(from: issued), text: "+30"),
        FormField("discount", "Discount", .discount, in: .foot),
        FormField("tax", "Tax", .tax, in: .foot),
        FormField("notes", "Notes", .text, in: .foot),
        FormField("template_name", "Template", .text, in: .folded("More"), text: document.defaultTemplate),
        FormField("currency_id", "Currency", .currency, in: .folded("More")),
        FormField("exchange_rate", "Rate", .rate, in: .folded("More")),
      ],
      hasLines: true, titles: [number],
      read: { DocumentFormReader.read(document, $0, $1) }, fill: fill)
  }
}

extension FormFilling {
  /// An invoice of which something is paid keeps its customer, and its total cannot fall below that (API documentation).
  fileprivate init(_ invoice: Invoice, record: JSONValue, _ figures: Figures) {
    self.init(invoice.document, record: record, figures)
    guard invoice.paidAmount > .zero else { return }
    context.paid = invoice.paidAmount
    locks["customer_id"] = "There is a payment: the service lets nobody else be billed now."
  }
}
