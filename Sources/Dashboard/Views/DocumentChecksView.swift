import Billing
import BillingAPI
import TerminalUI

/// What is looked at before a document goes: what is still needed, and what was found right or odd.
struct DocumentChecksView {
  private let picture: FormPicture

  init(_ picture: FormPicture) { self.picture = picture }

  private var form: Form { picture.form }
  private var reading: FormReading { picture.reading }

  /// A sign and a sentence.
  struct Check: Hashable {
    enum Kind: Hashable {
      case right, odd, open
    }

    let kind: Kind
    let words: String
  }

  func draw(in rect: Rect, on frame: inout Frame) {
    guard rect.height >= 3 else { return }
    frame.box(rect, title: [Span("Checks", "title")], trailing: [Span(counts, "text.dim")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines.prefix(inside.height).enumerated() { line.draw(in: inside.row(index), on: &frame) }
  }

  var lines: [DetailLine] {
    needed + checks.map { DetailLine([Span("\($0.kind.sign) ", $0.kind.role), Span($0.words, $0.kind.textRole)]) }
  }

  private var counts: String {
    let odd = checks.count { $0.kind == .odd }
    return "\(checks.count { $0.kind == .right }) ok" + (odd > 0 ? " · \(odd) odd" : "")
  }

  /// What would be refused, before anything is sent.
  private var needed: [DetailLine] {
    let problems = reading.problems.keys.sorted()
    guard problems.isEmpty else {
      return [DetailLine(heading: "Still needed")]
        + problems.map { DetailLine([Span("· ", "warning"), Span(form.words(for: $0))]) }
    }
    return [DetailLine([Span("✓ ", "ok"), Span(readiness)])]
  }

  private var readiness: String {
    guard let base = form.base else { return "ready: ^S saves it as a draft \(form.recordKind.singular)" }
    let changes = form.changes(since: base)
    return changes.isEmpty ? "nothing is changed yet" : "ready: ^S sends only what is changed"
  }

  // MARK: Checks

  private var checks: [Check] { [number, sums, term, currency].compactMap { $0 } }

  private var number: Check? {
    guard form.kind.editedID == nil,
      let field = form.fields.first(where: { if case .number = $0.kind { true } else { false } }),
      !field.text.text.isEmpty
    else { return nil }
    guard !field.isEdited else { return Check(kind: .open, words: "number typed: the service judges it") }
    let missing = form.missingNumbers.map { ", \($0.count) missing before it" } ?? ""
    return Check(kind: .right, words: "number: the highest known and one\(missing)")
  }

  private var sums: Check? {
    reading.totals == nil ? nil : Check(kind: .right, words: "the sums add up to the cent")
  }

  private var term: Check? {
    guard let days = reading.termDays, let kind = DocumentKind(form.recordKind) else { return nil }
    let word = kind == .invoice ? "due" : "expires"
    if days < 0 { return Check(kind: .odd, words: "\(word) \(-days) d before it is issued") }
    return Check(kind: .right, words: "\(word) " + (days == 0 ? "on the day of issue" : "\(days) d after it is issued"))
  }

  private var currency: Check? {
    guard let own = picture.currency.flatMap(Currency.with(id:)),
      let customers = form.context.customerCurrencyID.flatMap({ Currency.with(id: Identifier($0)) })
    else { return nil }
    return own == customers
      ? Check(kind: .right, words: "currency \(own.code), as the customer's")
      : Check(kind: .odd, words: "in \(own.code), but the customer has \(customers.code)")
  }
}

extension DocumentChecksView.Check.Kind {
  fileprivate var sign: String {
    switch self {
    case .right: "✓"
    case .odd: "⚠"
    case .open: "·"
    }
  }

  fileprivate var role: Role {
    switch self {
    case .right: "ok"
    case .odd: "warning"
    case .open: "text.dim"
    }
  }

  fileprivate var textRole: Role { self == .odd ? "warning" : "text.dim" }
}
