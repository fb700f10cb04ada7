import Billing
import BillingAPI
import TerminalUI

/// What the text of a form means right now: what would be sent, how it adds up, and what is wrong with it.
struct FormReading: Sendable {
  /// What is understood of a field, to be shown beside it: `17 Apr 2026, Fri`.
  var hints: [String: String] = [:]
  /// By field path; empty when it can be sent.
  var problems: [String: String] = [:]
  /// What would be sent; nil while something cannot be read.
  var body: JSONValue?
  /// Of an invoice, while every line can be read.
  var totals: DocumentTotals?
  /// By row of the form.
  var lineTotals: [Int: Money] = [:]
  /// Of a payment.
  var amount: Money?

  /// The path of the first problem in the order of the form.
  func firstProblem(in form: Form) -> String? {
    let byStop = form.stops.compactMap { stop -> String? in
      switch stop {
      case .field(let index): form.fields[index].name
      case .line(let row, let column): form.sentLine(row).map { "items.\($0).\(column.name)" }
      }
    }
    return byStop.first { problems[$0] != nil } ?? problems.keys.sorted().first
  }
}

extension Form {
  /// The place that a row of the form has among the lines sent; nil for a blank row.
  func sentLine(_ row: Int) -> Int? { lines.indices.filter { !lines[$0].isBlank }.firstIndex(of: row) }

  /// Reads everything that is typed. Pure and quick: it is done for every frame.
  func reading(_ figures: Figures) -> FormReading {
    switch kind {
    case .invoice: InvoiceFormReader(form: self, figures: figures).reading
    case .payment: PaymentFormReader(form: self, figures: figures).reading
    case .customer: customerReading
    }
  }

  func text(_ name: String) -> String {
    (field(name)?.text.text ?? "").trimmingBlanks
  }

  /// The text of an optional field; nil where nothing is typed.
  func optional(_ name: String) -> String? {
    let text = text(name)
    return text.isEmpty ? nil : text
  }

  private var customerReading: FormReading {
    var draft = CustomerDraft(name: text("name"), email: optional("email"), phone: optional("phone"))
    draft.companyName = optional("company_name")
    draft.contactName = optional("contact_name")
    var reading = FormReading()
    for problem in draft.validate() { reading.problems[problem.field.text] = problem.message }
    reading.body = reading.problems.isEmpty ? draft.json : nil
    return reading
  }
}

extension StringProtocol {
  /// This text without blanks at either end.
  var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
