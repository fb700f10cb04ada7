package import Billing

extension Invoice {
  /// Reads a record as services really send it; only a value without an id is refused.
  package init(json: JSONValue) throws(DecodingProblem) {
    var doubts: [FieldDoubt] = []
    try self.init(json: json, doubts: &doubts)
  }

  /// The same, noting each field that could not be read and shows zero or nothing instead.
  package init(json: JSONValue, doubts: inout [FieldDoubt]) throws(DecodingProblem) {
    var reader = try RecordReader(json)
    self.init(
      id: try reader.id(), number: reader.text("invoice_number") ?? "", invoiceDate: reader.day("invoice_date"))
    dueDate = reader.date("due_date")
    reference = reader.text("reference_number")
    status = InvoiceStatus(word: reader.text("status") ?? "")
    paidStatus = PaidStatus(word: reader.text("paid_status") ?? "")
    amounts = reader.amounts()
    dueAmount = reader.money("due_amount") ?? .zero
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
