import Billing
import BillingAPI
import TerminalUI

/// The one sentence that helps most with the field under the keyboard: its complaint, else how to fill it.
struct FormAdvice {
  let picture: FormPicture

  private var form: Form { picture.form }
  private var figures: Figures { picture.figures }

  var spans: [Span]? {
    if case .saving = form.progress { return [Span("Saving…", "info")] }
    if form.progress == .filling { return [Span("Reading the record…", "info")] }
    if case .unsettled = form.progress {
      return [
        Span(
          "No answer yet. It is in the journal and goes again with the same key; nothing is lost or doubled.", "warning"
        )
      ]
    }
    if case .waitingForKey = form.progress {
      return [
        Span("The key is not accepted. It is kept in the outbox; with a new key it goes on. Esc leaves.", "error")
      ]
    }
    if let lock = form.focusedField?.lock { return [Span(lock, "warning")] }
    if let problem = form.problem(at: form.focus) { return [Span(problem, "error")] }
    if form.isInAllocation { return [division] }
    if let result = calculation { return [Span(result, "info")] }
    if let problem = unreadable { return [Span(problem, "warning")] }
    return [Span(advice, "text.dim")]
  }

  /// What the calculation under the keyboard comes to so far.
  private var calculation: String? {
    guard form.isNumberFocused, Calculation.isCalculation(form.focusedText.text) else { return nil }
    // One that is not finished yet is no mistake: the complaint comes with the key.
    guard let result = try? form.focusedCalculation(figures.style).get() else { return nil }
    return "= \(result.text)\(result.isExact ? "" : ", rounded"). Press = to put it in."
  }

  /// What was typed here and cannot be read yet; what is merely still empty is no mistake.
  private var unreadable: String? {
    guard !form.focusedText.text.trimmingBlanks.isEmpty else { return nil }
    guard !form.focusedKind.needsReference else { return nil }
    return form.path(of: form.focus).flatMap { picture.reading.problems[$0] }
  }

  /// What is wrong with the share under the keyboard, else with the division as a whole.
  private var division: Span {
    let problems = picture.reading.problems
    if let problem = form.path(of: form.focus).flatMap({ problems[$0] }) ?? problems["amount"] {
      return Span(problem, "warning")
    }
    return Span("Type a share, or let a, e and m divide; Space leaves the invoice out.", "text.dim")
  }

  private var advice: String {
    switch form.focusedKind {
    case .amount where form.focusedField?.name == "statement":
      "The total of your bank statement: this sitting's payments are added up against it. It is not sent."
    case .amount where form.recordKind == .payments:
      form.isNewPayment
        ? "6000  6k  2400+3200; what one invoice does not take goes to the next." : "6000  6k  6,000.00"
    case .customer: "⏎ takes the marked one; an unknown name becomes a new customer."
    case .item: "⏎ takes the marked item, Tab keeps what you typed; ⏎ on a blank line ends."
    case .date: "\(DateEntry.shortcutsHint)"
    case .amount: "6000  6k  6,000.00  2400+3200; a credit is below zero: -5"
    case .quantity: "At most four decimals: 1.5, 12, 0.25. Empty is 1."
    case .discount: "10 % of the subtotal, or an amount: 25.00"
    case .tax: "20 % of what is left after the discount, or an amount: 4.50"
    case .number: "Proposed: the highest known number and one." + (form.missingNumbers.map { " \($0.words)." } ?? "")
    case .lookUp: "Type part of a name and pick with ↓; one that is missing is its id and a name: 17 Travel."
    case .currency: "Its code or name. Empty leaves it to the service."
    case .country: "Part of its name, or its code."
    case .invoice: "Another open invoice of this customer takes the payment; empty, it pays none."
    case .rate: "What 1 of the currency is worth in the company's own: 1.0850. Empty leaves it to the service."
    case .email: "name@example.com"
    case .text: "^S saves, Esc leaves and keeps a draft."
    }
  }
}
