import Billing
import BillingAPI
import TerminalUI

/// Reads a payment form against the balance of its invoice.
struct PaymentFormReader {
  private var reader: FormReader

  static func read(_ form: Form, _ figures: Figures) -> FormReading {
    var reader = PaymentFormReader(reader: FormReader(form, figures))
    return reader.read()
  }

  private mutating func read() -> FormReading {
    let form = reader.form
    var draft = PaymentDraft(number: form.text("payment_number"), notes: form.optional("notes"))
    draft.customerID = form.context.customerID.map { Identifier($0) }
    if case .payment(let invoice) = form.kind { draft.invoiceID = Identifier(invoice) }
    draft.methodID = reader.reference("payment_method_id").map { Identifier($0) }
    draft.paymentDate = reader.date("payment_date")
    draft.amount = readAmount()
    reader.add(draft.validate(balance: form.context.balance))
    reader.reading.content = { [draft] in draft.json }
    return reader.reading
  }

  private mutating func readAmount() -> Money? {
    let amount = reader.amount("amount")
    reader.reading.amount = amount
    guard let amount, let balance = reader.form.context.balance, amount > balance else { return amount }
    let shown = reader.figures.full(balance, reader.form.context.currencyID.map { Identifier($0) })
    reader.reading.problems["amount"] = "The balance is \(shown); more would not count for this invoice."
    return amount
  }
}

extension FormFilling {
  init(_ payment: Payment, _ figures: Figures) {
    texts["payment_number"] = payment.number
    texts["payment_date"] = payment.paymentDate.iso
    texts["amount"] = payment.amount.formatted(style: figures.entryStyle(of: payment.currencyID))
    texts["notes"] = payment.notes
    refer("payment_method_id", to: (payment.methodID ?? payment.method?.id)?.value, payment.method?.name)
    context.currencyID = payment.currencyID?.value
    context.customerID = (payment.customerID ?? payment.customer?.id)?.value
    context.customerName = payment.customer?.name
  }
}
