import TerminalTestSupport
import Testing

extension EndToEnd {
  /// A service that is not there, is not the API, or fails: one sentence on the state line, and the program goes on.
  @Suite struct UnkindService {
    let home: Home

    init() throws { home = try Home() }

    private func start(_ address: String) throws -> PseudoTerminal {
      try home.start(
        environment: ["INVOICEMATIC_BASE_URL": address, "INVOICEMATIC_API_KEY": "is_key_1"], size: (160, 36))
    }

    private func expectWords(_ sentence: String, at address: String) throws {
      let program = try start(address)
      try program.see("✗ off since")
      try program.see(": \(sentence) Showing what is known.")
      try program.open("2", "Invoices")
      program.send("q")
      #expect(try program.end() == .code(0))
    }

    @Test(arguments: [
      ("http://127.0.0.1:1", "Nobody answers at the service's address."),
      ("unix:/nowhere/service", "No way to the service: No such file or directory."),
      ("https://books.invalid", "No way to the service: Could not resolve host: books.invalid."),
    ])
    func `where nobody answers`(address: String, sentence: String) throws { try expectWords(sentence, at: address) }

    @Test(arguments: [
      (
        ScriptedService.Reply.json("401 Unauthorized", #"{"message":"Unauthenticated."}"#),
        "The key is not accepted (“Unauthenticated.”): it may have expired or be revoked."
      ),
      (.json("403 Forbidden", #"{"message":"Your plan has no API"}"#), "Not allowed: Your plan has no API."),
      (.json("404 Not Found", #"{"message":"Not found"}"#), "The API is not at this address: check the base URL."),
      (.html("404 Not Found", "<h1>Nothing here</h1>"), "The API is not at this address: check the base URL."),
      (
        .json("429 Too Many Requests", #"{"message":"Slow down"}"#, header: "Retry-After: 70"),
        "Too many requests: it asks to wait 70 s."
      ),
      (.json("500 Internal Server Error", #"{"message":"Oh no"}"#), "The service failed (500): Oh no."),
      (.html("502 Bad Gateway", "<h1>Bad Gateway</h1>"), "The service failed (502): Bad Gateway."),
      (
        .html("200 OK", "<title>Sign in</title><p>Welcome"),
        "Not the API answers (“Sign in”): check the base URL."
      ),
      (.json("200 OK", #"{"company": {"id": 1, "na"#), "The answer is broken JSON."),
      (.json("200 OK", ""), "The answer is empty: check the base URL."),
      (.full("200 OK", "application/json", "{", length: 400), "The connection was lost."),
      (.nothing, "The connection was lost."),
      (
        .json("302 Found", "", header: "Location: https://elsewhere.example/login"),
        "The service sends elsewhere (https://elsewhere.example/login): check the base URL."
      ),
    ])
    func `an answer that is of no use`(reply: ScriptedService.Reply, sentence: String) throws {
      let service = try ScriptedService { _ in reply }
      try expectWords(sentence, at: service.address)
    }

    @Test func `a service that comes back is taken up again when asked for`() throws {
      let service = try ScriptedService { _ in .json("401 Unauthorized", #"{"message":"Unauthenticated."}"#) }
      let program = try start(service.address)
      try program.see("✗ off since")
      service.answer(ScriptedService.books)
      program.send("2R")
      try program.see("● live since")
      try program.see("Acme Corp")
    }

    @Test(arguments: [
      (
        ScriptedService.Reply.json(
          "422 Unprocessable", #"{"message":"The given data was invalid.","errors":{"email":["No such address."]}}"#),
        "No such address. What you typed is kept."
      ),
      (.json("401 Unauthorized", #"{"message":"Revoked"}"#), "The key is not accepted (“Revoked”)"),
      (.json("403 Forbidden", #"{"message":"Not you"}"#), "Not allowed: Not you."),
      (.json("404 Not Found", #"{"message":"Gone"}"#), "The service does not have it any more."),
      (.json("413 Too Large", #"{"message":"Too much"}"#), "The service refused it (413): Too much."),
      (.json("429 Too Many", #"{"message":"Slow"}"#, header: "Retry-After: 70"), "it asks to wait 70 s."),
      (.json("500 Internal Server Error", #"{"message":"Oh no"}"#), "The service failed (500): Oh no."),
      (.html("200 OK", "<title>Sign in</title>"), "The answer could not be read (“Sign in”)."),
      (.json("201 Created", #"{"data": {"id": 7, "#), "The answer could not be read"),
      (.nothing, "The connection was lost."),
    ])
    func `a write that fails says why, and what was typed stays`(
      reply: ScriptedService.Reply, sentence: String
    ) throws {
      let service = try ScriptedService { $0.method == "POST" ? reply : ScriptedService.books($0) }
      let program = try start(service.address)
      try program.see("● live since")
      try program.command("New customer")
      try program.see("▸ New customer")
      program.send("Kept Name\tkept@example.com")
      try program.see("[ kept@example.com ")
      program.send(Keys.save)
      try program.see(sentence)
      #expect(program.screen.contains { $0.contains("[ Kept Name ") })
      #expect(program.screen.contains { $0.contains("[ kept@example.com ") })
    }

    @Test func `hostile words reach no terminal`() throws {
      let evil = #"\u001b]0;pwned\u0007\u001b[31mEvil\u202e Corp"#
      let service = try ScriptedService { request in
        if request.path.hasSuffix("/me") { return .json("200 OK", ScriptedService.identity(of: evil)) }
        let customer = #"{"id": 1, "name": "\#(evil)", "email": "\u009b2J"}"#
        return .json("200 OK", ScriptedService.page(request.path.hasSuffix("/customers") ? customer : ""))
      }
      let program = try start(service.address)
      try program.see("● live since")
      try program.open("3", "Customers")
      try program.see("the customer") { $0.lines.contains { $0.contains("▶  ␛]0;pwned␇␛[31mEvil�") } }
      let screen = program.screenModel
      #expect(!screen.title.contains("pwned"))
      #expect(!screen.text.unicodeScalars.contains("\u{202E}"))
      #expect(screen.commands == [])
      #expect(screen.unknown == [])
    }
  }
}

extension ScriptedService {
  /// Books of a company that has written nothing yet.
  static let books: Script = { request in
    request.path.hasSuffix("/me") ? .json("200 OK", identity(of: "Acme Corp")) : .json("200 OK", page(""))
  }

  static func identity(of company: String) -> String {
    let scopes = ["invoices", "estimates", "customers", "payments", "expenses", "items"]
      .flatMap { ["\"\($0):read\"", "\"\($0):write\""] }.joined(separator: ",")
    return #"{"company":{"id":1,"name":"\#(company)","slug":"acme"},"api_key":{"name":"k","scopes":[\#(scopes)]}}"#
  }

  static func page(_ record: String) -> String {
    let total = record.isEmpty ? 0 : 1
    return #"{"data":[\#(record)],"meta":{"current_page":1,"last_page":1,"per_page":100,"total":\#(total)}}"#
  }
}
