import Billing
import Testing

struct PaymentDraftTests {
  private static let sound = PaymentDraft(
    paymentDate: day("2026-02-07"), number: "PAY-000010", customerID: Identifier(1), amount: money(500_00),
    invoiceID: Identifier(1), methodID: Identifier(1), notes: "Wire transfer received")

  @Test func `the documentation's example is sound, up to the whole balance`() {
    #expect(Self.sound.validate().isEmpty)
    #expect(Self.sound.validate(balance: money(500_00)).isEmpty)
  }

  @Test func `an empty draft lacks every required field`() {
    #expect(
      PaymentDraft().validate().lines == [
        "customer_id: The customer id field is required.", "amount: The amount field is required.",
        "payment_number: The payment number field is required.", "payment_date: The payment date field is required.",
      ])
  }

  @Test func `more than the balance is refused with the balance`() {
    #expect(
      Self.sound.validate(balance: money(499_99)).lines == [
        "amount: The amount must not be greater than the invoice's balance of 499.99."
      ])
  }

  @Test(arguments: [0, -1])
  func `a payment is above zero`(cents: Int64) {
    var draft = Self.sound
    draft.amount = money(cents)
    #expect(draft.validate().lines == ["amount: The amount must be greater than 0."])
  }

  @Test func `an amount beyond the limit is refused`() {
    var draft = Self.sound
    draft.amount = money(1_000_000_000_000_001)
    #expect(draft.validate().lines == ["amount: The amount must not be greater than 10,000,000,000,000.00."])
  }

  @Test func `a draft of a payment is the payment`() {
    var payment = Payment(
      id: Identifier(1), number: "PAY-000010", paymentDate: day("2026-02-07"), amount: money(500_00))
    payment.customerID = Identifier(1)
    payment.invoiceID = Identifier(1)
    payment.method = PaymentMethod(id: Identifier(1), name: "Bank Transfer")
    payment.notes = "Wire transfer received"
    #expect(PaymentDraft(payment) == Self.sound)
  }
}
