internal import Billing
internal import BillingAPI

/// An address as it is kept and answered: a JSON object of the documented members, in their order.
enum AddressField {
  private static let texts = ["name", "address_street_1", "city", "state", "zip", "phone"]
  private static let members = ["name", "address_street_1", "city", "state", "zip", "country_id", "phone"]

  static func read(_ given: JSONValue) -> Result<String, Complaint> {
    guard case .object(let object) = given else { return .failure("field must be an object.") }
    for name in texts {
      guard let value = object[name], value != .null else { continue }
      if case .failure(let complaint) = FieldValue.text(value, atMost: FieldLimits.shortText) {
        return .failure("\(spelledOut(name)) \(complaint.words)")
      }
    }
    if let country = object["country_id"], country != .null {
      guard case .success(let id) = FieldValue.integer(country, in: 1...Int64.max),
        Country.with(id: Identifier(id)) != nil
      else { return .failure("country id is invalid.") }
    }
    return .success(text(of: members.map { ($0, object[$0] ?? .null) }))
  }

  /// The kept form of an address of ours.
  static func text(_ address: Address) -> String {
    let values: [String?] = [address.name, address.street, address.city, address.state, address.zip]
    var pairs = zip(members, values).map { ($0, $1.map(JSONValue.string) ?? .null) }
    pairs.append(("country_id", address.countryID.map { .integer($0.value) } ?? .null))
    pairs.append(("phone", address.phone.map(JSONValue.string) ?? .null))
    return text(of: pairs)
  }

  private static func text(of pairs: [(String, JSONValue)]) -> String {
    String(decoding: JSONValue.object(JSONObject(pairs)).encoded(), as: UTF8.self)
  }
}
