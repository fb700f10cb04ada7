import Billing
import BillingAPI
import Store
import TestSupport
import Testing

/// What a start without a network knows of the company and the key.
@Suite struct `Whose books these are` {
  private let identity: CompanyAndKey = {
    let key = APIKeyInfo(
      name: "Front desk", scopes: [Scope(rawValue: "invoices:read")], expiresAt: "2027-01-15T00:00:00Z")
    return CompanyAndKey(company: Company(id: Identifier(4), name: "Łódź \"Prints\""), apiKey: key)
  }()

  @Test func `is kept as the service said it last`() throws {
    let mirror = try Mirror.inMemory()
    #expect(try mirror.identity(key: "aa") == nil)
    try mirror.keepIdentity(identity, key: "aa")
    let kept = try #require(try mirror.identity(key: "aa"))
    #expect(kept.company == identity.company)
    #expect(kept.apiKey == identity.apiKey)
  }

  @Test func `is known for another key too, but not what that may do`() throws {
    let mirror = try Mirror.inMemory()
    try mirror.keepIdentity(identity, key: "aa")
    let kept = try #require(try mirror.identity(key: "bb"))
    #expect(kept.company == identity.company)
    #expect(kept.apiKey == nil)
  }

  @Test func `is read from the file of an earlier run`() throws {
    let folder = try TestFolder()
    let path = folder.path + "/mirror.sqlite"
    try Mirror.open(at: path).mirror.keepIdentity(identity, key: "aa")
    #expect(try Mirror.open(at: path).mirror.identity(key: "aa")?.apiKey?.name == "Front desk")
  }
}
