package import Billing

extension Item {
  /// Reads a record as services really send it; only a value without an id is refused.
  package init(json: JSONValue) throws(DecodingProblem) {
    var doubts: [FieldDoubt] = []
    try self.init(json: json, doubts: &doubts)
  }

  /// The same, noting each field that could not be read and shows zero or nothing instead.
  package init(json: JSONValue, doubts: inout [FieldDoubt]) throws(DecodingProblem) {
    var reader = try RecordReader(json)
    self.init(id: try reader.id(), name: reader.text("name") ?? "", price: reader.money("price") ?? .zero)
    description = reader.text("description")
    unit = reader.nested("unit", Unit.init(json:))
    unitID = reader.identifier("unit_id") ?? unit?.id
    companyID = reader.identifier("company_id")
    creatorID = reader.integer("creator_id")
    currencyID = reader.identifier("currency_id")
    // A word in the documentation, a number or a boolean on relatives.
    taxPerItem = reader.raw("tax_per_item")?.text ?? reader.raw("tax_per_item")?.bool.map { $0 ? "YES" : "NO" }
    createdAt = reader.text("created_at")
    updatedAt = reader.text("updated_at")
    doubts += reader.doubts
  }
}
