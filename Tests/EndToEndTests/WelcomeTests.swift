import Foundation
import Glibc
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// The first start of somebody who has configured nothing.
  @Suite struct Welcome {
    private static let secret = "is_key_4f9a77secret21"

    let home: Home

    init() throws { home = try Home() }

    private func start(_ service: ScriptedService? = nil) throws -> PseudoTerminal {
      let program = try home.start(environment: service.map { ["INVOICEMATIC_BASE_URL": $0.address] } ?? [:])
      try program.see("Where are your books?")
      return program
    }

    @Test func `three ways to begin are offered`() throws {
      let program = try start()
      for choice in ["1 Try the demo", "2 Keep local books", "3 Use an API key"] { try program.see(choice) }
      program.send("q")
      #expect(try program.end() == .code(0))
      program.expectRestored()
      #expect(throws: (any Error).self) { try home.access(below: home.data) }
    }

    @Test func `the demo can be begun from there`() throws {
      let program = try start()
      program.send("1")
      try program.see("Fernhill Studio · demo · not kept")
    }

    @Test func `books of one's own can be begun from there`() throws {
      let program = try start()
      program.send("j\r")
      try program.see("two questions")
      program.send("Testwerk\t\r")
      try program.see("Testwerk · local books")
    }

    @Test func `a key that is refused is not kept, and can be typed anew`() throws {
      let service = try ScriptedService { _ in .json("401 Unauthorized", #"{"message":"Unauthenticated."}"#) }
      let program = try start(service)
      program.send("3")
      try program.see("API key")
      program.send(Self.secret + "\r")
      try program.see("The key is not accepted (“Unauthenticated.”)")
      try program.see("The key was not kept.")
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.path + "/config/invoicematic/keys") == [])
      service.answer(ScriptedService.books)
      program.send("\r")
      try program.see("Acme Corp")
    }

    @Test func `a key that is accepted is kept for its owner alone, and never shown`() throws {
      let service = try ScriptedService(ScriptedService.books)
      let program = try start(service)
      program.send("3")
      try program.see("API key")
      program.send(Self.secret)
      try program.see(String(repeating: "•", count: Self.secret.count))
      program.send("\r")
      try program.see("Acme Corp")
      try program.see("● live since")
      program.send("q")
      #expect(try program.end() == .code(0))
      #expect(!String(decoding: program.output, as: UTF8.self).contains("4f9a77"))
      try expectKept()

      let again = try home.start()
      try again.see("Acme Corp")
      try again.see("● live since")
      #expect(!String(decoding: again.output, as: UTF8.self).contains("4f9a77"))
    }

    /// The key lies in one file, which nobody else can read, and nowhere else.
    private func expectKept() throws {
      let names = try FileManager.default.subpathsOfDirectory(atPath: home.path)
      let holders = names.filter { name in
        FileManager.default.contents(atPath: "\(home.path)/\(name)")
          .map { String(decoding: $0, as: UTF8.self).contains("4f9a77") } ?? false
      }
      #expect(holders.count == 1)
      let holder = try #require(holders.first)
      #expect(holder.hasPrefix("config/invoicematic/keys/"))
      var facts = stat()
      try #require(stat("\(home.path)/\(holder)", &facts) == 0)
      #expect(facts.st_mode & 0o777 == 0o600)
    }

    @Test(arguments: [
      ("", "Paste or type the key: it starts with is_key_."),
      ("two words", "This is no key: it is one word that starts with is_key_."),
    ])
    func `what is no key is told before anybody is asked`(text: String, sentence: String) throws {
      let service = try ScriptedService(ScriptedService.books)
      let program = try start(service)
      program.send("3")
      try program.see("API key")
      program.send(text + "\r")
      try program.see(sentence)
      #expect(service.methods.isEmpty)
    }

    @Test func `an address that cannot be used is told, and the key goes nowhere`() throws {
      let program = try start()
      program.send("3")
      try program.see("API key")
      program.send(Self.secret + "\t\(Keys.clear)http://books.example\t\r")
      try program.see("send the key in the clear to books.example.")
    }
  }
}
