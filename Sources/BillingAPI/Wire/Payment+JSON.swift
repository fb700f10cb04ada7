package import Billing

extension Payment {
  /// Reads a record as services really send it; only a value without an id is refused.
  package init(json: JSONValue) throws(DecodingProblem) {
    var doubts: [FieldDoubt] = []
    try self.init(json: json, doubts: &doubts)
  }

  /// The same, noting each field that could not be read and shows zero or nothing instead.
  package init(json: JSONValue, doubts: inout [FieldDoubt]) throws(DecodingProblem) {
    var reader = try RecordReader(json)
    self.init(
      id: try reader.id(), number: reader.text("payment_number") ?? "", paymentDate: reader.day("payment_date"),
      amount: reader.money("amount") ?? .zero)
    notes = reader.text("notes")
    invoiceID = reader.identifier("invoice_id")
    customer = reader.customer()
    customerID = reader.identifier("customer_id") ?? customer?.id
    method = reader.nested("payment_method", PaymentMethod.init(json:))
    methodID = reader.identifier("payment_method_id") ?? method?.id
    currencyID = reader.identifier("currency_id")
    exchangeRate = reader.text("exchange_rate")
    baseAmount = reader.money("base_amount")
    creatorID = reader.integer("creator_id")
    doubts += reader.doubts
  }
}
