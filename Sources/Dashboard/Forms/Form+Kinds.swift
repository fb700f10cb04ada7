import Billing
import BillingAPI
import TerminalUI

extension Form {
  /// An empty form with what can be known without asking anybody.
  static func blank(_ kind: FormKind, draftID: String, today: CalendarDate) -> Form {
    switch kind {
    case .invoice: invoice(draftID, today)
    case .payment: payment(kind, draftID, today)
    case .customer: customer(draftID)
    }
  }

  private static func invoice(_ draftID: String, _ today: CalendarDate) -> Form {
    Form(
      draftID: draftID, kind: .invoice,
      fields: [
        FormField("customer_id", "Customer", .customer),
        FormField("invoice_number", "Number", .number(.invoices)),
        FormField("reference_number", "Reference", .text),
        FormField("invoice_date", "Issued", .date(from: nil), text: today.iso),
        FormField("due_date", "Due", .date(from: "invoice_date"), text: "+30"),
        FormField("discount", "Discount", .discount),
        FormField("tax", "Tax", .tax),
        FormField("notes", "Notes", .text),
      ],
      lines: [LineFields()])
  }

  private static func payment(_ kind: FormKind, _ draftID: String, _ today: CalendarDate) -> Form {
    var form = Form(
      draftID: draftID, kind: kind,
      fields: [
        FormField("amount", "Amount", .amount),
        FormField("payment_date", "Received", .date(from: nil), text: today.iso),
        FormField("payment_method_id", "Method", .paymentMethod),
        FormField("payment_number", "Number", .number(.payments)),
        FormField("notes", "Notes", .text),
      ])
    form.focus = .field(0)
    return form
  }

  private static func customer(_ draftID: String) -> Form {
    Form(
      draftID: draftID, kind: .customer,
      fields: [
        FormField("name", "Name", .text),
        FormField("email", "E-mail", .email),
        FormField("phone", "Phone", .text),
        FormField("company_name", "Company", .text),
        FormField("contact_name", "Contact", .text),
      ])
  }

  /// The last field before the lines in the order of the keyboard.
  static let lastHeadField = "due_date"

  /// What drafts and messages call it.
  var title: String {
    switch kind {
    case .invoice: "invoice \(field("invoice_number")?.text.text ?? "")"
    case .payment: "payment of \(context.invoiceNumber ?? "an invoice")"
    case .customer: "customer \(field("name")?.text.text ?? "")"
    }
  }
}
