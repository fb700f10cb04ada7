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
    self.init(id: try reader.id(), document: reader.document(.estimate))
    status = EstimateStatus(word: reader.text("status") ?? "")
    doubts += reader.doubts
  }
}
