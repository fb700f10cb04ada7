import Billing
import BillingAPI
import Store
import TerminalUI

extension FormDefinition {
  static let payments = FormDefinition(
    kind: .payments,
    fields: [
      FormField("customer_id", "Customer", .customer),
      FormField("amount", "Amount", .amount),
      FormField("payment_date", "Received", .date(from: nil), text: "today"),
      FormField("payment_method_id", "Method", .lookUp(.paymentMethods)),
      FormField("payment_number", "Number", .number(.payments)),
      FormField("notes", "Notes", .text),
      FormField("invoice_id", "Invoice", .invoice),
      FormField("currency_id", "Currency", .currency, in: .folded("More")),
      FormField("exchange_rate", "Rate", .rate, in: .folded("More")),
    ],
    titles: ["payment_number"],
    read: PaymentFormReader.read,
    // A record that cannot be read cannot be changed here; the effect's sentence says so.
    fill: { record, figures in (try? Payment(json: record)).map { FormFilling($0, figures) } })
}
