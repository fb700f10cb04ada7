internal import BillingAPI
internal import GRDB
internal import HTTPTypes

/// The answer of `/api/me`.
struct CompanyAnswer {
  let key: KeyRecord
  let moment: ServiceMoment

  func answer(_ database: Database) throws -> ServiceAnswer {
    let row = try Row.fetchOne(database, sql: "SELECT * FROM company")
    return ServiceAnswer(.ok, ["company": company(row), "api_key": keyInfo])
  }

  private func company(_ row: Row?) -> JSONValue {
    let address: String? = row?["address"]
    let logo: String? = row?["logo"]
    return [
      "id": 1, "name": .string(row?["name"] ?? Books.unnamedCompany),
      "slug": .string(row?["slug"] ?? Books.slug(of: Books.unnamedCompany)),
      "address": address.map(documented) ?? .null, "logo": logo.map(JSONValue.string) ?? .null,
    ]
  }

  /// A company's address has no name of its own.
  private func documented(_ address: String) -> JSONValue {
    // The text was written by `AddressField`.
    guard var object = (try? JSONValue(parsing: address))?.object else { return .null }
    object["name"] = nil
    return .object(object)
  }

  private var keyInfo: JSONValue {
    [
      "name": .string(key.name), "scopes": .array(key.scopes.map { .string($0.rawValue) }),
      "expires_at": stamp(key.expiresAt), "last_used_at": stamp(key.lastUsedAt ?? moment.seconds),
    ]
  }

  private func stamp(_ seconds: Int64?) -> JSONValue {
    seconds.map { .string(Timestamp.text(seconds: $0, ending: .offset)) } ?? .null
  }
}
