import Billing
import TerminalUI

/// The payments of one form that were saved together: for a few seconds they can be taken back, then they go.
package struct PaymentBatch: Sendable, Equatable {
  /// One payment: what was put in the outbox, and what became of it.
  package struct Part: Sendable, Equatable {
    package enum Fate: Sendable, Equatable {
      case pending
      case done
      case takenBack
      case refused(RefusalReport)
    }

    /// The draft's name that its write goes by.
    package let id: String
    package let number: String
    package let invoiceNumber: String
    package let share: Money
    package var fate = Fate.pending

    package init(id: String, number: String, invoiceNumber: String, share: Money) {
      self.id = id
      self.number = number
      self.invoiceNumber = invoiceNumber
      self.share = share
    }
  }

  /// The form as it was saved, to be opened again where its payments are taken back or refused.
  package let form: Form
  package var parts: [Part]
  /// Seconds in which it can still be taken back, as the strip counts them; nil until the journal has it.
  package var secondsLeft: Int?
  /// The seconds of a payment before it is sent.
  package static let hold = 5

  package init(form: Form, parts: [Part]) {
    self.form = form
    self.parts = parts
  }

  var currencyID: Identifier<Currency>? { form.context.currencyID.map { Identifier($0) } }
  var isSettled: Bool { parts.allSatisfy { $0.fate != .pending } }
  var isHeld: Bool { (secondsLeft ?? 0) > 0 && parts.allSatisfy { $0.fate == .pending } }
  var done: [Part] { parts.filter { $0.fate == .done } }
  /// The whole amount; parts of one form never exceed what an amount can be.
  var amount: Money { (try? parts.map(\.share).sum()) ?? .zero }

  /// `Payment PAY-000214 of $60.00`, `3 payments of $6,000.00`.
  func words(_ figures: Figures) -> String {
    let sum = figures.full(amount, currencyID)
    return parts.count == 1 ? "Payment \(parts[0].number) of \(sum)" : "\(parts.count) payments of \(sum)"
  }
}

/// The payments recorded since the program was started: what the next form begins with, and their sum.
package struct PaymentSitting: Sendable, Equatable {
  /// As they were typed last.
  package var date: String?
  package var method: Reference?
  /// The total of the bank statement that is worked through, as typed.
  package var statement = ""
  package private(set) var count = 0
  package private(set) var sums: [Identifier<Currency>?: Money] = [:]

  package init() {}

  /// Keeps what the next form is to begin with; another statement begins a sum of its own.
  mutating func remember(_ form: Form) {
    self = counted(for: form.text("statement"))
    date = form.text("payment_date")
    method = form.field("payment_method_id")?.reference
    statement = form.text("statement")
  }

  /// The sitting as it counts for a statement: with nothing, where so far it was for another one.
  func counted(for statement: String) -> PaymentSitting {
    guard !self.statement.isEmpty, !statement.isEmpty, self.statement != statement else { return self }
    var sitting = self
    sitting.count = 0
    sitting.sums = [:]
    return sitting
  }

  mutating func add(_ share: Money, _ currency: Identifier<Currency>?) {
    count += 1
    // A sum beyond all bounds stands still; nobody records that much in one sitting.
    sums[currency] = (try? (sums[currency] ?? .zero).adding(share)) ?? sums[currency]
  }
}
