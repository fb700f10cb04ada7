import BillingAPI

/// Makes of a record that is gone the body of a new one.
enum Recreation {
  /// Without what the service works out or gives anew, in the record and in its lines.
  static func body(of record: JSONObject) -> JSONObject {
    var body = JSONObject()
    for member in record.members where isKept(member) { body[member.name] = member.value }
    if let lines = record["items"]?.array { body["items"] = .array(lines.map(line)) }
    return body
  }

  /// Nested records are other records; what is null was never said.
  private static func isKept(_ member: JSONObject.Member) -> Bool {
    if ComputedFields.contains(member.name) || left.contains(member.name) || member.value.isNull { return false }
    return member.value.object == nil && member.value.array == nil
  }

  /// A new record begins as a draft of the same company.
  private static let left: Set<String> = ["status", "creator_id", "company_id", "sent", "viewed", "overdue"]

  private static let lineFields = ["name", "description", "quantity", "price", "unit_name"]

  private static func line(_ line: JSONValue) -> JSONValue {
    .object(JSONObject(lineFields.compactMap { name in line[name].flatMap { $0.isNull ? nil : (name, $0) } }))
  }
}
