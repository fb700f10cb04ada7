import Billing
import BillingAPI
import Store
import TerminalUI

/// Reads the fields that many kinds of form have, and notes on the way what is understood and what is wrong.
struct FormReader {
  let form: Form
  let figures: Figures
  var reading = FormReading()

  init(_ form: Form, _ figures: Figures) {
    self.form = form
    self.figures = figures
  }

  /// The currency that amounts are read in: the one that is picked, else that of whom it is for, else the home currency.
  var currency: Currency? {
    let id = form.field("currency_id")?.reference?.id ?? form.context.currencyID
    return (id.map { Identifier($0) } ?? figures.homeCurrency).flatMap(Currency.with(id:))
  }

  var style: NumberStyle { figures.style(of: currency?.id) }

  /// A day; nil where nothing is typed or it cannot be read.
  mutating func date(_ name: String, from base: CalendarDate? = nil) -> CalendarDate? {
    guard let text = form.optional(name) else { return nil }
    switch DateEntry.read(text, today: figures.today, relativeTo: base ?? figures.today) {
    case .success(let date):
      reading.hints[name] = date.explanation
      return date.date
    case .failure(let problem):
      reading.problems[name] = problem.sentence
      return nil
    }
  }

  /// An amount; nil where nothing is typed or it cannot be read.
  mutating func amount(_ name: String) -> Money? {
    guard let text = form.optional(name) else { return nil }
    switch AmountEntry.parse(text, style: style, currency: currency) {
    case .success(let amount): return amount
    case .failure(let problem):
      reading.problems[name] = problem.sentence
      return nil
    }
  }

  /// The record that was picked; text that names none is a problem, for it goes by its id.
  mutating func reference(_ name: String) -> Int64? {
    guard let field = form.field(name) else { return nil }
    if let reference = field.reference { return reference.id }
    if let text = form.optional(name) { reading.problems[name] = Self.unpicked(field, text) }
    return nil
  }

  /// Takes over what a draft says of itself, where the field has no complaint yet.
  mutating func add(_ problems: [ValidationProblem]) {
    for problem in problems where reading.problems[problem.field.text] == nil {
      reading.problems[problem.field.text] = problem.message
    }
  }

  private static func unpicked(_ field: FormField, _ text: String) -> String {
    switch field.kind {
    case .customer: "No customer is picked: Enter picks or makes “\(text)”."
    case .lookUp, .currency: "Pick one, or type its id and a name (17 \(text)) and take it with Enter."
    default: "Pick one of the list, or leave it empty."
    }
  }
}
