import BillingAPI
import Foundation
import Store
import TestSupport
import Testing

/// Whatever a disk or a hand does to the file, reading it ends in an error or in the lines as they were: never in a
/// trap, and never in lines that somebody changed.
@Suite struct `Fuzzing the journal's reader` {
  let folder: TestFolder
  var path: String { folder.path + "/local.sqlite" }

  init() throws { folder = try TestFolder() }

  /// Writes of every kind and end; the file is whole in itself afterwards.
  private func fill() throws -> [JournalEntry] {
    let store = try LocalStore.open(at: path)
    for number in 1...12 {
      let intent = Intent.creation(body: #"{"name":"Jane \#(number)"}"#)
      try store.journal(intent, base: number.isMultiple(of: 3) ? #"{"id":1}"# : nil)
      try store.journalSent(intent.id, body: intent.body, highestKnown: Int64(number), at: moment(number))
      if number.isMultiple(of: 2) { continue }
      try store.journalAnswer(intent.id, status: 201, recordID: Int64(number), body: #"{"id":1}"#, at: moment(number))
      try store.settle(intent.id, .saved, recordID: Int64(number), at: moment(number))
    }
    return try store.newestJournalEntries(limit: 1_000)
  }

  @Test(arguments: 1...8)
  func `bytes that turned are an error or make no difference`(_ seed: UInt64) throws {
    let lines = try fill()
    try gather(path)
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SplitMix(state: seed)
    for round in 1...40 {
      var bytes = whole
      for _ in 0...(round % 4) { bytes[random.next(below: bytes.count)] ^= UInt8(1 << random.next(below: 8)) }
      if round.isMultiple(of: 7) { bytes.removeLast(random.next(below: bytes.count)) }
      let copy = "\(folder.path)/\(seed)-\(round)"
      try Data(bytes).write(to: URL(fileURLWithPath: copy))
      expectHonest(copy, lines)
    }
  }

  private func expectHonest(_ copy: String, _ lines: [JournalEntry]) {
    do throws(StoreError) {
      let store = try LocalStore.openToRead(at: copy)
      let proof = try store.proveJournal()
      _ = try store.histories(limit: 100)
      _ = try store.openIntents()
      guard proof.holds else { return }
      #expect(try store.newestJournalEntries(limit: 1_000) == lines)
    } catch {
      #expect(error != .full)
    }
  }

  @Test(arguments: 1...4)
  func `a field that was changed by hand is found, whatever it becomes`(_ seed: UInt64) throws {
    _ = try fill()
    _ = try sqlite(path, "DROP TRIGGER journal_is_never_changed")
    try gather(path)
    var random = SplitMix(state: seed)
    let texts = ["intent", "step", "kind", "verb", "key", "body", "hash"]
    let numbers = ["at", "record_id", "status"]
    for _ in 1...25 {
      let isText = random.next(below: 3) > 0
      let column = isText ? texts[random.next(below: texts.count)] : numbers[random.next(below: numbers.count)]
      let value = isText ? "'\(random.text)'" : String(Int64(bitPattern: random.next()))
      let line = random.next(below: 20) + 1
      let copy = "\(folder.path)/\(UUID().uuidString)"
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      #expect(try sqlite(copy, "UPDATE journal SET \(column) = \(value) WHERE seq = \(line)").isEmpty)
      let store = try LocalStore.openToRead(at: copy)
      #expect(try !store.proveJournal().holds, "\(column) = \(value) in line \(line)")
      _ = try store.histories(limit: 100)
      _ = try store.openIntents()
    }
  }
}

extension SplitMix {
  fileprivate mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// A word without a quotation mark.
  fileprivate var text: String {
    mutating get {
      let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789{}:,")
      return String((0...next(below: 9)).map { _ in letters[next(below: letters.count)] })
    }
  }
}
