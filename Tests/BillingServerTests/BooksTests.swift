import Billing
import BillingAPI
import BillingServer
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite struct BooksTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `everything is there after a restart`() async throws {
    let path = folder.path + "/deep/books.sqlite"
    let first = try TestService(.file(path))
    _ = try await first.create(.customers, Bodies.customer)
    let invoice = try await first.create(.invoices, Bodies.invoice)
    let key = try first.books.createKey(name: "Till", scopes: Scope.documented)
    try first.books.close()
    let second = try TestService(.file(path))
    #expect(try await second.record(.invoices, 1) == invoice)
    #expect(try await second.send(.get, "/api/me", key: key).status == 200)
    #expect(try await second.send(.get, "/api/me", key: first.key).status == 401)
  }

  @Test func `programs that begin the same books at once all have them`() async throws {
    let folder = self.folder.path
    for round in 1...20 {
      let path = "\(folder)/books-\(round).sqlite"
      try await withThrowingTaskGroup(of: Books.self) { group in
        for _ in 1...4 { group.addTask { try Books(.file(path)) } }
        for try await books in group { #expect(try !books.isSetUp) }
      }
    }
  }

  @Test func `what another program writes is noticed, and what is written here is not`() async throws {
    let path = folder.path + "/books.sqlite"
    let here = try TestService(.file(path))
    let before = try #require(here.books.version)
    _ = try await here.create(.customers, Bodies.customer)
    #expect(here.books.version == before)
    let elsewhere = try TestService(.file(path))
    _ = try await elsewhere.create(.items, Bodies.item)
    #expect(here.books.version != before)
  }

  @Test func `books are their owner's alone`() throws {
    let path = folder.path + "/deep/books.sqlite"
    let test = try TestService(.file(path))
    func rights(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    for end in ["", "-wal", "-shm"] { #expect(try rights(path + end) == 0o600) }
    #expect(try rights(URL(filePath: path).deletingLastPathComponent().path) == 0o700)
    try test.books.close()
  }

  @Test func `books that are not set up say so`() throws {
    let books = try Books(.memory)
    #expect(try !books.isSetUp)
    try books.setUp(companyName: "  Bäckerei Ömer & Co. ", currencyID: Identifier(3))
    #expect(try books.isSetUp)
    #expect(try books.company?.name == "Bäckerei Ömer & Co.")
    #expect(throws: BooksError.invalidName(" ")) { try books.setUp(companyName: " ", currencyID: Identifier(3)) }
  }

  @Test func `a new company has categories, methods and units, and can add and rename`() throws {
    let books = try TestService().books
    for kind in LookUpKind.allCases { #expect(try books.lookUps(kind).count >= 5) }
    let added = try books.add(" Barter ", to: .methods)
    #expect(added.name == "Barter")
    #expect(throws: BooksError.invalidName("Barter")) { try books.add("Barter", to: .methods) }
    try books.rename("Barter", to: "Swap", in: .methods)
    #expect(try books.lookUps(.methods).last?.name == "Swap")
    #expect(throws: BooksError.unknown("Nobody")) { try books.rename("Nobody", to: "X", in: .methods) }
  }

  @Test func `a file that is something else is left alone`() throws {
    let path = folder.path + "/letter.txt"
    let text = String(repeating: "Dear Sir or Madam, ", count: 100)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: BooksError.notABooksFile) { try Books(.file(path)) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }
}

@Suite struct BackupTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `a backup holds everything, and proves itself`() async throws {
    let folder = self.folder.path
    let test = try TestService(.file(folder + "/books.sqlite"))
    try SampleBooksFilling.fill(test)
    #expect(try test.books.check() == [])
    try test.books.backUp(to: folder + "/copy.sqlite")
    let copy = try TestService(.file(folder + "/copy.sqlite"))
    let original = try await SampleBooksTests.all(.payments, test)
    #expect(try await SampleBooksTests.all(.payments, copy) == original)
    #expect(try copy.books.check() == [])
  }

  @Test func `a copy is checked as it lies there, and nothing is left beside it`() async throws {
    let folder = self.folder.path
    let test = try TestService(.file(folder + "/books.sqlite"))
    try SampleBooksFilling.fill(test)
    try test.books.backUp(to: folder + "/copy.sqlite")
    try test.books.close()
    let copy = try Data(contentsOf: URL(filePath: folder + "/copy.sqlite"))
    #expect(try Books.check(file: folder + "/copy.sqlite") == [])
    #expect(try Data(contentsOf: URL(filePath: folder + "/copy.sqlite")) == copy)
    #expect(try Books.check(file: folder + "/books.sqlite") == [])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(left) == ["books.sqlite", "copy.sqlite"])
  }

  @Test(arguments: 1...Books.schemaSteps)
  func `books of an earlier version are checked without being brought up to date`(step: Int) throws {
    let path = folder.path + "/books.sqlite"
    try Books.makeFile(path, asOfStep: step)
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(try Books.check(file: path) == [])
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `what is no books, or is of a later version, is not called whole`() throws {
    let folder = self.folder.path
    try Books.makeFile(folder + "/later", asOfStep: Books.schemaSteps + 1)
    #expect(throws: BooksError.newerVersion) { try Books.check(file: folder + "/later") }
    try Data().write(to: URL(filePath: folder + "/empty"))
    #expect(throws: BooksError.notABooksFile) { try Books.check(file: folder + "/empty") }
  }

  @Test func `a file that is there is not replaced`() throws {
    let path = folder.path + "/letter.txt"
    try "Dear Sir".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: BooksError.unusable(path: path, reason: "there is a file already")) {
      try TestService().books.backUp(to: path)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Dear Sir")
  }
}

@Suite struct MigrationTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test(arguments: 0...Books.schemaSteps)
  func `books of every earlier version open and work`(step: Int) async throws {
    let path = folder.path + "/books.sqlite"
    try Books.makeFile(path, asOfStep: step)
    let test = try TestService(.file(path))
    try SampleBooksFilling.fill(test)
    #expect(try await test.get("/api/invoices").json["meta"]?["total"] == 400)
    #expect(try test.books.check() == [])
  }

  @Test func `books of a later version are left alone, and say so`() throws {
    let path = folder.path + "/books.sqlite"
    try Books.makeFile(path, asOfStep: Books.schemaSteps + 1)
    #expect(throws: BooksError.newerVersion) { try Books(.file(path)) }
  }
}
