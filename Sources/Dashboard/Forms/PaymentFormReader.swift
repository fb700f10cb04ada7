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
    draft.customerID = (reader.reference("customer_id") ?? form.context.customerID).map { Identifier($0) }
    draft.methodID = reader.reference("payment_method_id").map { Identifier($0) }
    draft.invoiceID = reader.reference("invoice_id").map { Identifier($0) }
    draft.currencyID = reader.reference("currency_id").map { Identifier($0) }
    draft.exchangeRate = form.optional("exchange_rate")
    draft.paymentDate = reader.date("payment_date")
    reader.reading.date = draft.paymentDate
    draft.amount = readAmount()
    reader.reading.statement = reader.amount("statement")
    reader.add(draft.validate(balance: form.base == nil ? nil : form.context.balance))
    if form.isNewPayment { divide(draft) }
    let parts = reader.reading.parts.map(\.draft)
    reader.reading.content = { [draft] in
      parts.count > 1 ? .array(parts.map(\.json)) : parts.first?.json ?? draft.json
    }
    return reader.reading
  }

  /// One payment for each invoice that takes a part; none while that is not clear.
  private mutating func divide(_ draft: PaymentDraft) {
    guard let amount = draft.amount, reader.form.context.openInvoices != nil else { return }
    let division = AllocationReader(form: reader.form, figures: reader.figures)
    reader.reading.allocation = division.allocation(of: amount, into: &reader.reading)
    guard reader.reading.problems.isEmpty, let allocation = reader.reading.allocation else { return }
    reader.reading.parts = division.parts(allocation, of: draft)
  }

  private mutating func readAmount() -> Money? {
    let amount = reader.amount("amount")
    reader.reading.amount = amount
    guard !reader.form.isNewPayment, let amount, let balance = reader.form.context.balance, amount > balance else {
      return amount
    }
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
    refer("customer_id", to: (payment.customerID ?? payment.customer?.id)?.value, payment.customer?.name)
    locks["customer_id"] = "A payment stays with whoever paid it."
    refer("payment_method_id", to: (payment.methodID ?? payment.method?.id)?.value, payment.method?.name)
    refer("invoice_id", to: payment.invoiceID?.value, nil)
    refer("currency_id", to: payment.currencyID?.value, payment.currencyID.flatMap(Currency.with(id:))?.code)
    texts["exchange_rate"] = payment.exchangeRate
    context.currencyID = payment.currencyID?.value
    context.customerID = (payment.customerID ?? payment.customer?.id)?.value
    context.customerName = payment.customer?.name
  }
}
