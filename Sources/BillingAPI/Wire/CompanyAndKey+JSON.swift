package import Billing

extension CompanyAndKey {
  /// Reads the answer of `/api/me`, within `data` too; nil where it names no company.
  package init?(json: JSONValue) {
    let body = json["company"] == nil ? json["data"] ?? json : json
    guard let company = body["company"].flatMap(Company.init(json:)) else { return nil }
    self.init(company: company, apiKey: APIKeyInfo(json: body["api_key"] ?? .null))
  }
}

extension APIKeyInfo {
  /// Whatever is missing is left empty.
  init(json: JSONValue) {
    self.init(
      name: json["name"]?.text ?? "",
      scopes: (json["scopes"]?.array ?? []).compactMap(\.string).map(Scope.init(rawValue:)),
      expiresAt: json["expires_at"]?.text, lastUsedAt: json["last_used_at"]?.text)
  }
}

extension Company {
  /// Nil without an id.
  package init?(json: JSONValue) {
    guard let id = json["id"]?.identifier(of: Company.self) else { return nil }
    self.init(id: id, name: json["name"]?.text ?? "")
    slug = json["slug"]?.text
    address = json["address"].flatMap(Address.init(json:))
    logo = json["logo"]?.text
  }
}
