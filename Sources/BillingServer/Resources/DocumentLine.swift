internal import Billing
internal import BillingAPI
internal import GRDB

/// One line of an invoice or estimate, as it is read from a body and written to its table.
struct DocumentLine: Sendable {
  var name: String
  var description: String?
  var quantity: Quantity
  /// Of one, in cents; below zero for a credit.
  var price: Money
  var total = Money.zero

  /// The lines of a body; what is wrong is noted under dotted paths that count from 0.
  static func read(from draft: inout RecordDraft) -> [DocumentLine] {
    switch draft.body["items"] {
    case nil, .null:
      draft.refuse("items", "The items field is required.")
    case .array(let elements) where elements.isEmpty:
      draft.refuse("items", "The items field is required.")
    case .array(let elements) where elements.count > FieldLimits.lines:
      draft.refuse("items", "The items field must not have more than \(FieldLimits.lines) items.")
    case .array(let elements):
      return elements.enumerated().compactMap { read($1, at: $0, &draft) }
    default:
      draft.refuse("items", "The items field must be an array.")
    }
    return []
  }

  private static func read(_ element: JSONValue, at index: Int, _ draft: inout RecordDraft) -> DocumentLine? {
    guard case .object(let object) = element else {
      draft.refuse("items.\(index)", "The items.\(index) field must be an object.")
      return nil
    }
    func take<Value>(_ field: String, _ read: (JSONValue) -> Result<Value, Complaint>) -> Value? {
      let path = "items.\(index).\(field)"
      guard let given = object[field], !given.isBlank else {
        if field != "description" { draft.refuse(path, "The \(path) field is required.") }
        return nil
      }
      switch read(given) {
      case .success(let value): return value
      case .failure(let complaint):
        draft.refuse(path, "The \(path) \(complaint.words)")
        return nil
      }
    }
    let name = take("name") { FieldValue.text($0, atMost: FieldLimits.shortText) }
    let description = take("description") { FieldValue.text($0, atMost: FieldLimits.longText) }
    let quantity = take("quantity", FieldValue.quantity)
    let price = take("price") { FieldValue.integer($0, in: -Money.limit.cents...Money.limit.cents) }
    guard let name, let quantity, let price else { return nil }
    return DocumentLine(name: name, description: description, quantity: quantity, price: Money(cents: price))
  }

  /// Replaces a document's lines as a whole.
  static func replace(of document: String, _ id: Int64, with lines: [DocumentLine], _ database: Database) throws {
    let clear = try database.cachedStatement(sql: "DELETE FROM \(document)_lines WHERE \(document)_id = ?")
    try clear.execute(arguments: [id])
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO \(document)_lines (\(document)_id, position, name, description, quantity, price, total)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, line) in lines.enumerated() {
      try insert.execute(
        arguments: [
          id, position, line.name, line.description, line.quantity.tenThousandths, line.price.cents, line.total.cents,
        ])
    }
  }
}

extension [DocumentLine] {
  mutating func setTotals(_ totals: [Money]) {
    for (index, total) in zip(indices, totals) { self[index].total = total }
  }
}
