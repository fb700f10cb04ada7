import BillingAPI
import Foundation
import Store
import TestSupport
import Testing

@Suite struct `The mirror's file` {
  let folder: TestFolder
  var path: String { folder.path + "/mirror.sqlite" }

  init() throws { folder = try TestFolder() }

  @Test func `is its owner's alone, and so is its folder`() throws {
    let opened = try Mirror.open(at: path)
    try opened.mirror.take(.invoices, [invoice(1)])
    #expect(try permissions(folder.path) == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(try permissions(path + suffix) == 0o600) }
  }

  @Test func `one that others could read is closed to them`() throws {
    #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o644]))
    _ = try Mirror.open(at: path)
    #expect(try permissions(path) == 0o600)
  }

  @Test func `keeps what it holds`() throws {
    do {
      let opened = try Mirror.open(at: path)
      try opened.mirror.take(.invoices, [invoice(1)])
    }
    let again = try Mirror.open(at: path)
    #expect(again.setAside == nil)
    #expect(try again.mirror.invoiceRow(1).number == "INV-000001")
  }

  @Test func `one that is no database is set aside and begun anew`() throws {
    let rubbish = Data(repeating: 0x41, count: 5_000)
    try rubbish.write(to: URL(fileURLWithPath: path))
    let opened = try Mirror.open(at: path)
    let aside = try #require(opened.setAside)
    #expect(aside.reason == .damaged)
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside.path)) == rubbish)
    #expect(try opened.mirror.completeness(.invoices).loaded == 0)
  }

  @Test func `one that is torn in the middle is set aside and begun anew`() throws {
    do {
      let opened = try Mirror.open(at: path)
      try opened.mirror.take(.invoices, (1...200).map { invoice($0) })
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in 100..<4_000 { bytes[place] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try Mirror.open(at: path).setAside?.reason == .damaged)
  }

  @Test func `one that turns out to be damaged while it is used is set aside at the next start`() throws {
    do {
      let opened = try Mirror.open(at: path)
      try opened.mirror.take(.invoices, (1...2_000).map { invoice($0) })
      opened.mirror.settle()
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // All but the first pages, which say what tables there are.
    for place in 600_000..<bytes.count { bytes[place] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: path))
    do {
      let opened = try Mirror.open(at: path)
      #expect(opened.setAside == nil)
      #expect(throws: StoreError.mirrorDamaged(path: path)) {
        try opened.mirror.summary(of: ListRequest(.invoices, today: today))
      }
    }
    let again = try Mirror.open(at: path)
    #expect(again.setAside?.reason == .damaged)
    #expect(try again.mirror.completeness(.invoices).loaded == 0)
    #expect(try Mirror.open(at: path).setAside == nil)
  }

  @Test func `one of a later version is set aside, not overwritten`() throws {
    do { _ = try Mirror.open(at: path) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // user_version stands big-endian at offset 60 of the header (SQLite file format).
    bytes[62] = 0x7F
    try bytes.write(to: URL(fileURLWithPath: path))
    let opened = try Mirror.open(at: path)
    #expect(opened.setAside?.reason == .newer)
    #expect(opened.setAside.map { FileManager.default.fileExists(atPath: $0.path) } == true)
  }

  @Test func `two at once see each other's records`() throws {
    let one = try Mirror.open(at: path).mirror
    let other = try Mirror.open(at: path).mirror
    try one.take(.invoices, [invoice(1)])
    try other.take(.invoices, [invoice(2)])
    #expect(try one.completeness(.invoices).loaded == 2)
  }

  @Test func `programs that start at once in a fresh folder all have the mirror`() async throws {
    for round in 1...20 {
      let path = "\(path)-\(round)"
      try await withThrowingTaskGroup(of: OpenedMirror.self) { group in
        for _ in 1...4 { group.addTask { try Mirror.open(at: path) } }
        for try await opened in group {
          #expect(opened.setAside == nil)
          #expect(try opened.mirror.completeness(.invoices).loaded == 0)
        }
      }
    }
  }

  @Test func `one of an earlier version is filled anew from its own JSON`() throws {
    do {
      let opened = try Mirror.open(at: path)
      try opened.mirror.take(.invoices, [invoice(1), invoice(2)], at: 5)
      try opened.mirror.take(.customers, [customer(1, "Doe")])
    }
    _ = try sqlite(path, "DROP TABLE customers; UPDATE invoices SET number = 'lost'; PRAGMA user_version = 0")
    let again = try Mirror.open(at: path)
    #expect(again.setAside == nil)
    #expect(try again.mirror.invoiceRow(2).number == "INV-000002")
    #expect(try again.mirror.ids(.customers, where: "doe") == [1])
    #expect(try again.mirror.record(.invoices, id: 1)?.asOf == moment(5))
  }
}
