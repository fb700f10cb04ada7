import Billing
import BillingAPI
import Store
import TerminalUI

/// What can stand in a customer's timeline, and be left out of it.
package enum TimelineKind: Character, Sendable, CaseIterable {
  case invoice = "i"
  case payment = "p"
  case estimate = "e"
  case expense = "x"
  case note = "n"

  /// As the row says it.
  var word: String {
    switch self {
    case .invoice: "invoice"
    case .payment: "payment"
    case .estimate: "estimate"
    case .expense: "expense"
    case .note: "note"
    }
  }

  /// A shape that means the same without colour.
  var sign: String {
    switch self {
    case .invoice: "●"
    case .payment: "✓"
    case .estimate: "≡"
    case .expense: "-"
    case .note: "·"
    }
  }
}

/// One row of the page: a document, a note, or a balance that is carried over.
package struct TimelineRow: Identifiable, Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case document(MirrorRow)
    case note(DatedNote)
    /// What was owed at the beginning or the end of a statement.
    case carried
  }

  package let id: String
  package let content: Content
  package let day: CalendarDate?
  /// What it is: with its sign, `✓ payment`.
  package let what: String
  package let number: String
  package let detail: String
  package let detailRole: Role
  package var charge: Money?
  package var credit: Money?
  package var balance: Money?
}

extension TimelineRow {
  var kind: TimelineKind? {
    switch content {
    case .document(.invoice): .invoice
    case .document(.payment): .payment
    case .document(.estimate): .estimate
    case .document(.expense): .expense
    case .note: .note
    case .document, .carried: nil
    }
  }

  var invoice: InvoiceRow? { if case .document(.invoice(let row)) = content { row } else { nil } }
  var note: DatedNote? { if case .note(let note) = content { note } else { nil } }

  init(_ entry: TimelineEntry, _ figures: Figures) {
    let (detail, role) = Self.detail(entry, figures)
    let kind = Self.kind(entry.row)
    self.init(
      id: "\(entry.row.kind) \(entry.row.id)", content: .document(entry.row), day: entry.day,
      what: kind.map { "\($0.sign) \($0.word)" } ?? "", number: entry.row.number ?? "#\(entry.row.id)", detail: detail,
      detailRole: role, charge: entry.charge, credit: entry.credit, balance: entry.balance)
  }

  /// A note; one beside an invoice says which.
  init(_ note: DatedNote, invoiceNumber: String?) {
    let kind = TimelineKind.note
    self.init(
      id: "note \(note.note.id)", content: .note(note), day: note.day, what: "\(kind.sign) \(kind.word)",
      number: invoiceNumber ?? "", detail: note.note.text, detailRole: "text")
  }

  static func carried(_ words: String, on day: CalendarDate, _ balance: Money) -> TimelineRow {
    TimelineRow(
      id: words, content: .carried, day: day, what: "", number: "", detail: words, detailRole: "text.strong",
      balance: balance)
  }

  private static func kind(_ row: MirrorRow) -> TimelineKind? {
    switch row {
    case .invoice: .invoice
    case .payment: .payment
    case .estimate: .estimate
    case .expense: .expense
    case .customer, .item: nil
    }
  }

  private static func detail(_ entry: TimelineEntry, _ figures: Figures) -> (String, Role) {
    switch entry.row {
    case .invoice(let row): invoiceDetail(row, figures)
    case .payment(let row):
      entry.isApplied
        ? (paymentDetail(row), "text")
        : (join([row.methodName, "for no invoice: takes nothing off"]), "warning")
    case .estimate(let row): estimateDetail(row, figures)
    case .expense(let row):
      (join([row.categoryName, row.notes, row.amount.map { figures.full($0, row.currencyID) }]), "text.dim")
    case .customer, .item: ("", "text")
    }
  }

  /// `Check → INV-000379`, or `→ INV-000379` without a method.
  private static func paymentDetail(_ row: PaymentRow) -> String {
    let invoice = row.invoiceNumber ?? row.invoiceID.map { "#\($0)" } ?? "?"
    return (row.methodName.map { $0.isEmpty ? "" : "\($0) " } ?? "") + "→ \(invoice)"
  }

  private static func invoiceDetail(_ row: InvoiceRow, _ figures: Figures) -> (String, Role) {
    let look = row.look(figures.today)
    let part = row.paidStatus == .partiallyPaid ? "part paid" : nil
    // What is late is said once, and first: the column is narrow.
    if let late = row.daysLate(on: figures.today) {
      return (join(["▲ \(late) d late", part, row.reference]), look.role)
    }
    let due = row.dueDate.flatMap { row.isOpen ? "due \(figures.shortDay($0))" : nil }
    return (join([look.word, part, due, row.reference]), look.role)
  }

  private static func estimateDetail(_ row: EstimateRow, _ figures: Figures) -> (String, Role) {
    let isExpired = row.expiryDate.map { $0 < figures.today } ?? false
    let look = StatusLook(row.status, isExpired: isExpired)
    return (join([look.word, row.total.map { figures.full($0, row.currencyID) }, row.reference]), look.role)
  }

  private static func join(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
