import Billing
import BillingAPI

/// What is looked for among payments that are known: the same customer, amount and about the same day.
package struct DuplicateQuery: Sendable, Equatable {
  package let draftID: String
  package let customer: Int64
  package let amount: Money
  package let date: CalendarDate

  /// As the outbox reads it.
  package var body: JSONValue {
    .object(
      JSONObject([
        ("customer_id", .integer(customer)), ("amount", .integer(amount.cents)), ("payment_date", .string(date.iso)),
      ]))
  }
}

/// A payment, or the parts of one, that looks like the one that is about to be recorded.
package struct DuplicateWarning: Sendable, Equatable {
  /// `PAY-000207 on 2026-03-12`.
  package let words: String

  package init(words: String) { self.words = words }
}

/// What is known of likely duplicates of a payment form.
package struct DuplicateDoubts: Sendable, Equatable {
  /// What was asked last.
  package var query: DuplicateQuery?
  /// nil until it is answered.
  package var warnings: [DuplicateWarning]?
  /// `^S` was pressed and waits for the answer.
  package var isSaving = false

  package init() {}
}
