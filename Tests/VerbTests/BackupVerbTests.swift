import BillingAPI
import Foundation
import HTTPTypes
import Synchronization
import Testing

extension Verbs {
  @Suite struct Backups {
    let office: Office

    init() throws { office = try Office() }

    @Test func `books are copied while they are written to, and the copy opens and adds up`() async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      _ = try await service.send(.post, "/api/customers", Samples.customer, key: key)
      let copy = office.path + "/copy.sqlite"
      let copied = Flag()
      async let written = {
        var count = 0
        while !copied.isUp {
          count += 1
          let reply = try await service.send(.post, "/api/invoices", Samples.invoice("INV-\(count)"), key: key)
          #expect(reply.status == 201)
        }
        return count
      }()
      let answer = try await office.run("backup", copy)
      copied.raise()
      #expect(try await written > 0)
      #expect(answer.status == 0, "\(answer.complaint)")
      let check = try await office.run(["check"], books: copy)
      #expect(check.output == "The books are whole, and every sum in them holds.\n", "\(check.complaint)")
      let facts = try FileManager.default.attributesOfItem(atPath: copy)
      #expect(facts[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a file that is there is never replaced`() async throws {
      _ = try await office.key()
      let file = office.path + "/mine"
      try "mine".write(toFile: file, atomically: false, encoding: .utf8)
      let answer = try await office.run("backup", file)
      #expect(answer.status == 73)
      #expect(answer.complaint.contains("there is a file already"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    }

    @Test func `the log of an earlier copy that was removed is not taken for that of the new one`() async throws {
      _ = try await office.key()
      let file = office.path + "/copy.sqlite"
      try "of another file".write(toFile: file + "-wal", atomically: false, encoding: .utf8)
      #expect(try await office.run("backup", file).status == 0)
      #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
    }

    @Test func `books that are not there are neither copied nor checked, nor made`() async throws {
      #expect(try await office.run("backup", office.path + "/copy").status == 66)
      #expect(try await office.run("check").status == 66)
      #expect(!FileManager.default.fileExists(atPath: office.books))
    }

    @Test func `a file that holds something else is no books`() async throws {
      try String(repeating: "no books ", count: 1_000).write(toFile: office.books, atomically: false, encoding: .utf8)
      let answer = try await office.run("check")
      #expect(answer.status == 65)
      #expect(answer.complaint.contains("no books file"))
    }
  }
}

/// Tells those who work side by side that something has happened.
private final class Flag: Sendable {
  private let state = Atomic(false)

  var isUp: Bool { state.load(ordering: .relaxed) }
  func raise() { state.store(true, ordering: .relaxed) }
}
