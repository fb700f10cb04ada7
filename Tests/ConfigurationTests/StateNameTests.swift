import BillingAPI
import Testing

@testable import invoicematic

/// Where the state of a service is kept.
@Suite struct StateNameTests {
  private func name(_ profile: String?, _ address: String, _ key: String) throws -> String {
    let service = RemoteService(
      profile: profile, address: try ServiceAddress(parsing: address), keySource: .environment, requestsPerMinute: 180,
      pollSeconds: 60)
    return service.stateName(key: try APIKey(parsing: key))
  }

  @Test func `a profile's state bears its name`() throws {
    #expect(try name("shop", "https://a.example", "is_key_1") == "shop")
  }

  @Test func `without a profile, another address or another key means another folder`() throws {
    let names = [
      try name(nil, "https://a.example", "is_key_1"), try name(nil, "https://a.example", "is_key_2"),
      try name(nil, "https://a-example", "is_key_1"), try name(nil, "unix:/a.example", "is_key_1"),
    ]
    #expect(Set(names).count == 4)
    #expect(names.allSatisfy { $0.hasPrefix("@") && !$0.contains("/") && !$0.contains("is_key") })
    #expect(names[0] == (try name(nil, "https://a.example/", "is_key_1")))
  }

  @Test func `no profile can take such a name`() {
    #expect(!ConfigurationFile.isProfileName("@local"))
    #expect(!ConfigurationFile.isProfileName("../up"))
    #expect(!ConfigurationFile.isProfileName(""))
    #expect(!ConfigurationFile.isProfileName(String(repeating: "a", count: 41)))
    #expect(ConfigurationFile.isProfileName("north-2_b"))
  }
}
