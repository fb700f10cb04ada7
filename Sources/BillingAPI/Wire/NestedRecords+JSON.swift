internal import Billing

extension CustomerSummary {
  /// Nil without an id.
  init?(json: JSONValue) {
    guard let id = json["id"]?.identifier(of: Customer.self) else { return nil }
    self.init(id: id, name: json["name"]?.text ?? "", email: json["email"]?.text)
  }
}

extension LookUp {
  /// Nil without an id.
  init?(json: JSONValue) {
    guard let id = json["id"]?.identifier(of: Kind.self) else { return nil }
    self.init(id: id, name: json["name"]?.text ?? "")
  }
}
