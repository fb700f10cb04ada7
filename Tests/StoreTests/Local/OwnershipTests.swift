import Foundation
import Store
import TestSupport
import Testing

/// Two stores that were opened on one file stand for two programs: the lock belongs to the opening, not the process.
@Suite struct `Several programs on one journal` {
  let folder: TestFolder
  var path: String { folder.path + "/local.sqlite" }

  init() throws { folder = try TestFolder() }

  @Test func `programs that start at once in a fresh folder all have the journal`() async throws {
    for round in 1...20 {
      let path = folder.path + "/local-\(round).sqlite"
      try await withThrowingTaskGroup(of: LocalStore.self) { group in
        for _ in 1...4 { group.addTask { try LocalStore.open(at: path) } }
        for try await store in group { #expect(try store.openIntentCount() == 0) }
      }
    }
  }

  @Test func `an intent belongs to the program that meant it`() throws {
    let mine = try LocalStore.open(at: path)
    let other = try LocalStore.open(at: path)
    let intent = Intent.creation()
    try mine.journal(intent)
    #expect(try mine.openIntent(intent.id)?.owner == .thisProcess)
    #expect(try other.openIntent(intent.id)?.owner == .anotherProcess)
    #expect(try mine.claim(intent.id))
    #expect(try !other.claim(intent.id))
    #expect(try other.adoptOrphans().isEmpty)
  }

  @Test func `what a program leaves behind is taken over, and by one alone`() throws {
    let left = [Intent.creation(), .creation()]
    do {
      let gone = try LocalStore.open(at: path)
      for intent in left { try gone.journal(intent) }
    }
    let first = try LocalStore.open(at: path)
    let second = try LocalStore.open(at: path)
    #expect(try first.openIntents().map(\.owner) == [.orphan, .orphan])
    #expect(try first.adoptOrphans() == left.map(\.id))
    #expect(try second.adoptOrphans().isEmpty)
    #expect(try second.openIntents().map(\.owner) == [.anotherProcess, .anotherProcess])
    #expect(try first.claim(left[0].id) && !second.claim(left[0].id))
  }

  @Test func `an orphan is claimed by who wants it first`() throws {
    let intent = Intent.creation()
    do { try LocalStore.open(at: path).journal(intent) }
    let first = try LocalStore.open(at: path)
    let second = try LocalStore.open(at: path)
    #expect(try second.claim(intent.id))
    #expect(try !first.claim(intent.id))
  }

  @Test func `what is settled is nobody's`() throws {
    let store = try LocalStore.open(at: path)
    let intent = Intent.creation()
    try store.journal(intent)
    try store.settle(intent.id, .abandoned, at: moment(1))
    #expect(try !store.claim(intent.id))
  }

  @Test func `a journal from before programs were told apart belongs to whoever opens it`() throws {
    let intent = Intent.creation()
    do { try LocalStore.open(at: path).journal(intent) }
    _ = try sqlite(path, "UPDATE open_intents SET owner = NULL")
    let store = try LocalStore.open(at: path)
    #expect(try store.adoptOrphans() == [intent.id])
    #expect(try store.openIntent(intent.id)?.owner == .thisProcess)
  }

  @Test func `locks of programs that ended are swept away, those of others stay`() throws {
    let locks = path + "-writers"
    let other = try LocalStore.open(at: path)
    #expect(FileManager.default.createFile(atPath: locks + "/left-by-a-kill", contents: nil))
    let store = try LocalStore.open(at: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: locks).count == 2)
    #expect(try permissions(locks) == 0o700)
    withExtendedLifetime((other, store)) {}
  }

  @Test func `lines that several write at once make one chain`() async throws {
    let stores = try (1...3).map { _ in try LocalStore.open(at: path) }
    await withTaskGroup(of: Void.self) { group in
      for store in stores {
        group.addTask {
          for number in 1...20 {
            let intent = Intent.creation()
            #expect(throws: Never.self) {
              try store.journal(intent)
              try store.settle(intent.id, .abandoned, at: moment(number))
            }
          }
        }
      }
    }
    let proof = try LocalStore.openToRead(at: path).proveJournal()
    #expect(proof.problems == [] && proof.intents == 60 && proof.lines == 120)
  }
}
