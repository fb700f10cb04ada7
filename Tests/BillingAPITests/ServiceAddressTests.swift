import BillingAPI
import HTTPTypes
import Testing

@Suite struct ServiceAddressTests {
  @Test(arguments: [
    ("https://invoicematic.com/api/v1", "https://invoicematic.com/api/v1"),
    ("https://invoicematic.com/api/v1/", "https://invoicematic.com/api/v1"),
    ("https://invoicematic.com/api/v1/api", "https://invoicematic.com/api/v1"),
    ("https://invoicematic.com/api/v1/api///", "https://invoicematic.com/api/v1"),
    ("HTTPS://Invoicematic.COM:8443/api/v1", "https://invoicematic.com:8443/api/v1"),
    ("https://host.example", "https://host.example"), ("https://host.example/api", "https://host.example"),
    ("http://localhost:8080/x", "http://localhost:8080/x"), ("http://127.0.0.1", "http://127.0.0.1"),
    ("http://127.9.8.7:1/a", "http://127.9.8.7:1/a"), ("http://[::1]:80/a", "http://[::1]:80/a"),
    ("http://app.localhost", "http://app.localhost"), ("unix:/run/a.sock", "unix:/run/a.sock"),
    ("unix:///run/a.sock", "unix:/run/a.sock"), (" https://host.example/api/v1\n", "https://host.example/api/v1"),
  ])
  func `an address is taken as people write it`(_ text: String, _ expected: String) throws {
    let address = try ServiceAddress(parsing: text)
    #expect(address.description == expected)
    #expect(try ServiceAddress(parsing: address.description) == address)
  }

  @Test(arguments: [
    ("", AddressProblem.empty), (" \n", .empty), ("invoicematic.com", .unsupportedScheme(nil)),
    ("ftp://a", .unsupportedScheme("ftp")),
    ("file:///etc/passwd", .unsupportedScheme("file")), ("https://", .missingHost), ("https:///api", .missingHost),
    ("https://:80", .missingHost), ("https://a b", .forbiddenCharacter), ("https://a\r\nX: y", .forbiddenCharacter),
    ("https://münchen.example", .forbiddenCharacter), ("https://a\\b", .forbiddenCharacter),
    ("https://a:0", .badPort), ("https://a:65536", .badPort), ("https://a:x", .badPort), ("https://a:", .badPort),
    ("https://[::1", .badHost), ("https://-a", .badHost), ("https://a%00b", .badHost),
    ("https://user:secret@a", .userInformation), ("https://localhost@evil.example", .userInformation),
    ("https://a/?x=1", .queryOrFragment), ("https://a#b", .queryOrFragment),
    ("http://invoicematic.com/api/v1", .plainHTTP(host: "invoicematic.com")),
    ("http://127.0.0.1.evil.example", .plainHTTP(host: "127.0.0.1.evil.example")),
    ("http://127.1", .plainHTTP(host: "127.1")),
    ("http://localhost.evil.example", .plainHTTP(host: "localhost.evil.example")),
    ("unix:relative.sock", .relativeSocketPath), ("unix:", .relativeSocketPath), ("unix:/", .relativeSocketPath),
    ("unix:/" + String(repeating: "a", count: 107), .socketPathTooLong),
  ])
  func `an address that cannot be called says why`(_ text: String, _ problem: AddressProblem) {
    #expect(throws: problem) { try ServiceAddress(parsing: text) }
  }

  @Test func `plain http to elsewhere is possible when it was allowed in so many words`() throws {
    let address = try ServiceAddress(parsing: "http://books.example/api/v1", allowsPlainHTTP: true)
    #expect(address.options.allowsPlainHTTP)
    #expect(try !ServiceAddress(parsing: "http://localhost").options.allowsPlainHTTP)
  }

  @Test func `health lies beside api`() throws {
    let address = try ServiceAddress(parsing: "https://invoicematic.com/api/v1/api")
    #expect(address == .invoicematic)
    #expect(address.request(.get, "/health").path == "/api/v1/health")
    let list = address.request(.get, ResourceKind.invoices.path, query: ListQuery(page: 1, limit: 5).encoded)
    #expect(list.path == "/api/v1/api/invoices?page=1&limit=5")
    #expect(list.authority == "invoicematic.com")
  }

  @Test func `a socket is reached as localhost`() throws {
    let address = try ServiceAddress(parsing: "unix:/run/a.sock")
    #expect(address.options.unixSocket == "/run/a.sock")
    #expect(address.request(.get, "/health").authority == "localhost")
    #expect(address.isLocal)
    #expect(!ServiceAddress.invoicematic.isLocal)
  }
}
