import Billing
import BillingAPI

/// Reads a payment form against the balance of its invoice.
struct PaymentFormReader {
  let form: Form
  let figures: Figures

  var reading: FormReading {
    var reading = FormReading()
    var draft = PaymentDraft(number: form.text("payment_number"), notes: form.optional("notes"))
    draft.customerID = form.context.customerID.map { Identifier($0) }
    if case .payment(let invoice) = form.kind { draft.invoiceID = Identifier(invoice) }
    draft.methodID = form.field("payment_method_id")?.reference.map { Identifier($0.id) }
    let (date, hint, problem) = form.readDate("payment_date", base: nil, figures)
    draft.paymentDate = date
    reading.hints["payment_date"] = hint
    reading.problems["payment_date"] = problem
    readAmount(&draft, &reading)
    readMethod(&reading)
    finish(draft, &reading)
    return reading
  }

  private func readAmount(_ draft: inout PaymentDraft, _ reading: inout FormReading) {
    let currency = form.context.currencyID.flatMap { Currency.with(id: Identifier($0)) }
    switch AmountEntry.parse(form.text("amount"), style: figures.style(of: currency?.id), currency: currency) {
    case .failure(let problem): reading.problems["amount"] = problem.sentence
    case .success(let amount):
      draft.amount = amount
      reading.amount = amount
      guard let balance = form.context.balance, amount > balance else { return }
      let shown = figures.full(balance, form.context.currencyID.map { Identifier($0) })
      reading.problems["amount"] =
        "The balance is \(shown); more would not count for this invoice."
    }
  }

  /// A method that was typed must be one of the list: it goes by its id.
  private func readMethod(_ reading: inout FormReading) {
    guard form.optional("payment_method_id") != nil, form.field("payment_method_id")?.reference == nil else { return }
    reading.problems["payment_method_id"] = "Pick a method from the list, or leave it empty."
  }

  private func finish(_ draft: PaymentDraft, _ reading: inout FormReading) {
    for problem in draft.validate(balance: form.context.balance) where reading.problems[problem.field.text] == nil {
      reading.problems[problem.field.text] = problem.message
    }
    reading.body = reading.problems.isEmpty ? draft.json : nil
  }
}
