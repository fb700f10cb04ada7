package import Billing

extension Customer {
  /// Reads a record as services really send it; only a value without an id is refused.
  package init(json: JSONValue) throws(DecodingProblem) {
    var doubts: [FieldDoubt] = []
    try self.init(json: json, doubts: &doubts)
  }

  /// The same, noting each field that could not be read and shows zero or nothing instead.
  package init(json: JSONValue, doubts: inout [FieldDoubt]) throws(DecodingProblem) {
    var reader = try RecordReader(json)
    self.init(id: try reader.id(), name: reader.text("name") ?? "")
    email = reader.text("email")
    phone = reader.text("phone")
    contactName = reader.text("contact_name")
    companyName = reader.text("company_name")
    website = reader.text("website")
    currencyID = reader.identifier("currency_id")
    prefix = reader.text("prefix")
    companyID = reader.identifier("company_id")
    creatorID = reader.integer("creator_id")
    createdAt = reader.text("created_at")
    billing = reader.nested("billing", Address.init(json:))
    shipping = reader.nested("shipping", Address.init(json:))
    doubts += reader.doubts
  }
}
