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
    self.init(id: try reader.id(), document: reader.document(.invoice))
    status = InvoiceStatus(word: reader.text("status") ?? "")
    paidStatus = PaidStatus(word: reader.text("paid_status") ?? "")
    dueAmount = reader.money("due_amount") ?? .zero
    doubts += reader.doubts
  }
}
