import Billing
import BillingAPI

/// Calls a record's members as its form does and writes their values as people read them: what the outbox, a conflict
/// and a read-back tell is `Line 2, quantity` and `1,491.19`, not `items.1.quantity` and `149119`.
struct FieldWords {
  let kind: ResourceKind

  /// What a path of the API is called: `items.1.quantity` is the quantity of the second line.
  func label(_ path: String) -> String {
    let parts = path.split(separator: ".").map(String.init)
    if parts.count > 1, parts[0] == "items", let place = Int(parts[1]) {
      return (["Line \(place + 1)"] + parts.dropFirst(2)).joined(separator: ", ")
    }
    if let field = FormDefinition.of(kind).fields.first(where: { $0.name == path }) { return field.wholeLabel }
    return Self.names[path] ?? path.replacing("_", with: " ").replacing(".", with: ", ").capitalizedFirst
  }

  /// A value of that path; a dash where there is none.
  func value(_ value: JSONValue?, of path: String) -> String {
    guard let value, !value.isNull else { return "–" }
    let name = path.split(separator: ".").last.map(String.init) ?? path
    if Self.amounts.contains(name), let money = value.money { return money.formatted(style: .english) }
    if name.hasSuffix("_id"), let id = value.integer { return "#\(id)" }
    if case .object(let object) = value { return object["name"]?.string == nil ? address(object) : line(value) }
    return value.words
  }

  /// A line of a document by all that a person writes of it.
  private func line(_ line: JSONValue) -> String {
    let sum = "\(value(line["quantity"], of: "quantity")) × \(value(line["price"], of: "price"))"
    return [line["name"]?.string, sum, line["description"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private func address(_ object: JSONObject) -> String {
    let parts = object.members.filter { $0.name != "id" }.compactMap { $0.value.string }.filter { !$0.isEmpty }
    return parts.isEmpty ? JSONValue.object(object).words : parts.joined(separator: ", ")
  }

  private static let amounts: Set<String> = [
    "total", "sub_total", "tax", "discount_val", "due_amount", "amount", "price",
  ]

  private static let names = [
    "due_amount": "Balance", "invoice.due_amount": "Balance of the invoice", "paid_status": "Paid status",
    "sub_total": "Subtotal", "discount_val": "Discount amount", "discount_type": "Kind of discount",
    "billing": "Billing address", "shipping": "Shipping address", "items": "Lines",
  ]
}

extension FieldWords {
  /// The members of lines in which any two of these differ, in the order of the form; empty where one is no line.
  static func differing(_ lines: [JSONValue?]) -> [String] {
    guard lines.allSatisfy({ $0?.object != nil }) else { return [] }
    return ["name", "description", "quantity", "price"].filter { name in
      let first = lines[0]?[name] ?? .null
      return lines.dropFirst().contains { line in
        let other = line?[name] ?? .null
        return !first.isSame(as: other) && !other.isSame(as: first)
      }
    }
  }
}
