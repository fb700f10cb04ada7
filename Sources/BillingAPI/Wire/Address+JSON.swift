package import Billing

extension Address {
  /// Nil where there is no object.
  package init?(json: JSONValue) {
    guard json.object != nil else { return nil }
    self.init()
    name = json["name"]?.text
    street = json["address_street_1"]?.text
    city = json["city"]?.text
    state = json["state"]?.text
    zip = json["zip"]?.text
    countryID = json["country_id"]?.identifier()
    phone = json["phone"]?.text
  }

  /// The fields that are set, in the order of the API documentation.
  package var json: JSONValue {
    var object = JSONObject()
    object.set("name", name)
    object.set("address_street_1", street)
    object.set("city", city)
    object.set("state", state)
    object.set("zip", zip)
    object.set("country_id", countryID)
    object.set("phone", phone)
    return .object(object)
  }
}

/// Setting what may not be there: nil adds nothing.
extension JSONObject {
  mutating func set(_ name: String, _ text: String?) {
    if let text { self[name] = .string(text) }
  }

  mutating func set<Record>(_ name: String, _ id: Identifier<Record>?) {
    if let id { self[name] = .integer(id.value) }
  }

  mutating func set(_ name: String, _ amount: Money?) {
    if let amount { self[name] = .integer(amount.cents) }
  }

  mutating func set(_ name: String, _ date: CalendarDate?) {
    if let date { self[name] = .string(date.iso) }
  }

  /// A decimal as a number; a text that is none is sent as it was typed, for the service to refuse.
  mutating func set(number name: String, _ text: String?) {
    guard let text else { return }
    self[name] = JSONNumber.lenient(text).map(JSONValue.number) ?? .string(text)
  }
}
