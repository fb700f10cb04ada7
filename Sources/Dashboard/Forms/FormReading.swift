import Billing
import BillingAPI
import TerminalUI

/// What the text of a form means right now: what would be sent, how it adds up, and what is wrong with it.
struct FormReading: Sendable {
  /// What is understood of a field, to be shown beside it: `17 Apr 2026, Fri`.
  var hints: [String: String] = [:]
  /// By field path; empty when it can be sent.
  var problems: [String: String] = [:]
  /// Makes what would be sent, as far as it can be read; only asked when it is sent, for a frame has no use for it.
  var content: @Sendable () -> JSONValue = { .null }
  /// Of a document, while every line can be read.
  var totals: DocumentTotals?
  /// Days from its date to its last day; below zero where that lies before it.
  var termDays: Int?
  /// By row of the form.
  var lineTotals: [Int: Money] = [:]
  /// Of a payment.
  var amount: Money?
  var date: CalendarDate?
  var allocation: Allocation?
  /// The payments that a new one consists of.
  var parts: [PaymentPart] = []
  /// The total of the bank statement that payments are recorded from.
  var statement: Money?

  /// What would be sent; nil while something cannot be read.
  var body: JSONValue? { problems.isEmpty ? content() : nil }

  /// The path of the first problem in the order of the form.
  func firstProblem(in form: Form) -> String? {
    guard !problems.isEmpty else { return nil }
    let shown = form.stops.lazy.compactMap { form.path(of: $0) }.first { problems[$0] != nil }
    return shown ?? problems.keys.sorted().first
  }
}

extension Form {
  /// Reads everything that is typed. Pure and quick: it is done once for every frame.
  func reading(_ figures: Figures) -> FormReading {
    var reading = definition.read(self, figures)
    if let base { reading.keepProblems(of: changes(since: base)) }
    return reading
  }

  /// The field of a place as complaints name it; nil for a blank row.
  func path(of stop: Focus) -> String? {
    switch stop {
    case .field(let index): fields[index].name
    case .line(let row, let column): sentLine(row).map { "items.\($0).\(column.name)" }
    case .share(let place): "allocation.\(place)"
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
}

extension FormReading {
  /// What nobody touched is the service's own: an edit is not stopped by it.
  fileprivate mutating func keepProblems(of changes: FormChanges) {
    problems = problems.filter { path, _ in
      let name = Form.fieldName(path)
      return changes.fields.contains(name)
        || (changes.touchesSums && (name.hasPrefix("items") || DocumentFields.sums.contains(name)))
    }
  }
}

extension StringProtocol {
  /// This text without blanks at either end.
  var trimmingBlanks: String {
    // Nearly every text has none, and a long form asks for hundreds with every key.
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return String(self) }
    return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// This text without blanks at its ends; nil where nothing is left.
  var nilIfBlank: String? {
    let trimmed = trimmingBlanks
    return trimmed.isEmpty ? nil : trimmed
  }
}
