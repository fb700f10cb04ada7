package import Billing

extension Estimate {
  /// Reads a record as services really send it; only a value without an id is refused.
  package init(json: JSONValue) throws(DecodingProblem) {
    var doubts: [FieldDoubt] = []
    try self.init(json: json, doubts: &doubts)
  }

  /// The same, noting each field that could not be read and shows zero or nothing instead.
  package init(json: JSONValue, doubts: inout [FieldDoubt]) throws(DecodingProblem) {
    var reader = try RecordReader(json)
    self.init(
      id: try reader.id(), number: reader.text("estimate_number") ?? "", estimateDate: reader.day("estimate_date"))
    expiryDate = reader.date("expiry_date")
    reference = reader.text("reference_number")
    status = EstimateStatus(word: reader.text("status") ?? "")
    amounts = reader.amounts()
    readContext(&reader)
    lines = reader.lines()
    doubts += reader.doubts
  }

  private mutating func readContext(_ reader: inout RecordReader) {
    currencyID = reader.identifier("currency_id")
    exchangeRate = reader.text("exchange_rate")
    customer = reader.customer()
    customerID = reader.identifier("customer_id") ?? customer?.id
    templateName = reader.text("template_name")
    creatorID = reader.integer("creator_id")
    uniqueHash = reader.text("unique_hash")
    notes = reader.text("notes")
  }
}
