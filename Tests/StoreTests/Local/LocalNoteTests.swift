import BillingAPI
import Foundation
import Testing

@testable import Store

@Suite struct LocalNoteTests {
  private let store: LocalStore
  private let morning = Date(timeIntervalSince1970: 1_773_820_800)

  init() throws { store = try LocalStore.inMemory() }

  @Test func `a note stands beside its record and no other`() throws {
    try store.addNote("prefers phone", to: .customers, id: 7, at: morning)
    try store.addNote("asked for a copy", to: .invoices, id: 7, at: morning.addingTimeInterval(60))
    try store.addNote("pays on Fridays", to: .customers, id: 7, at: morning.addingTimeInterval(120))
    #expect(try store.notes(.customers, of: [7, 8]).map(\.text) == ["prefers phone", "pays on Fridays"])
    #expect(try store.notes(.customers, of: [8]).isEmpty)
    #expect(try store.notes(.invoices, of: [7]).map(\.written) == [morning.addingTimeInterval(60)])
  }

  @Test func `a changed note keeps the moment it was written, and a removed one is gone`() throws {
    try store.addNote("call", to: .customers, id: 7, at: morning)
    let note = try #require(try store.notes(.customers, of: [7]).first)
    try store.changeNote(note.id, to: "call Ana")
    #expect(try store.notes(.customers, of: [7]).map(\.text) == ["call Ana"])
    #expect(try store.notes(.customers, of: [7]).map(\.written) == [morning])
    try store.removeNote(note.id)
    #expect(try store.notes(.customers, of: [7]).isEmpty)
  }

  @Test func `an empty text is no note`() throws {
    try store.addNote("", to: .customers, id: 7, at: morning)
    #expect(try store.noted(.customers).isEmpty)
    try store.addNote("kept", to: .customers, id: 7, at: morning)
    let note = try #require(try store.notes(.customers, of: [7]).first)
    try store.changeNote(note.id, to: "")
    #expect(try store.notes(.customers, of: [7]).map(\.text) == ["kept"])
  }

  @Test func `the records with notes are known, each once`() throws {
    for id in [9, 3, 9] as [Int64] { try store.addNote("x", to: .invoices, id: id, at: morning) }
    #expect(try store.noted(.invoices) == [3, 9])
    #expect(try store.noted(.customers).isEmpty)
  }

  @Test func `notes of whatever script come back as they were written`() throws {
    let text = "Zoë 漢字 👍🏽 \u{202E}abc 'quoted' --"
    try store.addNote(text, to: .customers, id: 1, at: morning)
    #expect(try store.notes(.customers, of: [1]).map(\.text) == [text])
  }
}
