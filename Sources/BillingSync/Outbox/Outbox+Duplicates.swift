import Billing
import BillingAPI
import FoundationEssentials
import Store

/// What looks as if a payment had been recorded before.
package struct PaymentDoubts: Hashable, Sendable {
  /// Of the service, as far as it is known here.
  package var recorded: [LikelyDuplicate]
  /// Of the outbox: meant by the same customer with the same amount, alone or together, and not settled yet.
  package var waiting: [IntentID]

  package var isEmpty: Bool { recorded.isEmpty && waiting.isEmpty }
}

extension Outbox {
  /// Looks for payments that a new one may repeat: of the same customer and amount within 14 days, also where the parts
  /// of a split come to it. `payment` is the body as it would be sent, for a split with the amount of the whole.
  package func likelyDuplicates(of payment: JSONValue) throws(StoreError) -> PaymentDoubts {
    guard let customer = payment["customer_id"]?.identifier(of: Customer.self), let amount = payment["amount"]?.money,
      let date = payment["payment_date"]?.date
    else { return PaymentDoubts(recorded: [], waiting: []) }
    return PaymentDoubts(
      recorded: try mirror.likelyDuplicates(customer: customer, amount: amount, date: date),
      waiting: try waitingPayments(customer, amount))
  }

  private func waitingPayments(_ customer: Identifier<Customer>, _ amount: Money) throws(StoreError) -> [IntentID] {
    let open = try local?.openIntents() ?? []
    let payments = open.compactMap { open -> (IntentID, Int64)? in
      // A body that cannot be read is no payment.
      guard open.intent.kind == .payments, open.intent.verb == .create,
        let body = open.intent.body.flatMap({ try? JSONValue(parsing: $0) }),
        body["customer_id"]?.integer == customer.value, let cents = body["amount"]?.money?.cents
      else { return nil }
      return (open.intent.id, cents)
    }
    let alone = payments.filter { $0.1 == amount.cents }.map(\.0)
    let isWhole = payments.count > 1 && payments.reduce(0) { $0 &+ $1.1 } == amount.cents
    return alone.isEmpty && isWhole ? payments.map(\.0) : alone
  }
}
