import Billing
import BillingAPI
import BillingServer
import Dashboard
import Testing
import TerminalUI

@Suite struct `Hands on the keyboard without a plan` {
  /// Everything that a keyboard of a terminal can say, quitting keys left out.
  static let keys: [Key] = {
    let printing = (33...126).compactMap { Unicode.Scalar($0).map { Key(.character(Character($0))) } }
    let letters = "abdefghijklmnoprstuvwxyz".map { Key.control($0) }
    let named: [Key.Code] = [
      .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    ]
    let functions = (1...9).map { Key(.function($0)) }
    return printing.filter { $0 != .character("q") } + letters + named.map { Key($0) } + functions
      + [.shiftTab, .character(" "), .character("é"), .character("漢"), .character("👩‍👩‍👧")]
  }()

  @Test(arguments: [1, 2])
  func `read-only, no write leaves the program whatever is pressed`(seed: UInt64) async throws {
    let journey = try await Journey(.withInvoices(30), readOnly: true, exporting: false)
    try await journey.mash(2_000, seed: seed)
    #expect(journey.opener.tap.writes.isEmpty)
    #expect(try await journey.office.records("invoices").count == 30)
    await journey.end()
  }

  @Test(arguments: [5, 6])
  func `with a key that may only read, no write leaves the program whatever is pressed`(seed: UInt64) async throws {
    let office = try await Office.withInvoices(30)
    let scopes = ResourceKind.allCases.map(\.readScope)
    let key = try office.books.createKey(name: "Reading", scopes: scopes)
    let journey = try await Journey(office, key: key, exporting: false)
    try await journey.mash(2_000, seed: seed)
    #expect(journey.opener.tap.writes.isEmpty)
    #expect(try await office.records("invoices").count == 30)
    await journey.end()
  }

  @Test func `read-only, a form says why it cannot be sent, and keeps what was typed`() async throws {
    let journey = try await Journey(.withInvoices(1), readOnly: true)
    try await journey.press("2", "n")
    journey.expectNotice("Read-only: nothing is sent.")
    try await journey.press("p")
    journey.expectNotice("Read-only: nothing is sent.")
    journey.expect("ro")
    #expect(journey.opener.tap.writes.isEmpty)
    await journey.end()
  }

  @Test(arguments: [3, 4])
  func `with writes allowed nothing crashes or hangs, and each write makes one record`(seed: UInt64) async throws {
    let journey = try await Journey(.withInvoices(30), exporting: false)
    try await journey.mash(2_000, seed: seed)
    #expect(journey.loop.exitStatus == nil)
    journey.letTimePass()
    try await journey.wait("what was held is sent") { $0.state.batches.isEmpty }
    var records = 0
    for kind in ["invoices", "payments", "customers"] { records += try await journey.office.records(kind).count }
    #expect(records > 32, "something was written")
    #expect(records - 32 <= journey.opener.tap.idempotencyKeys.count)
    await journey.end()
  }

  @Test func `hostile books show no control and no bidi character in any cell`() async throws {
    let journey = try await Journey(.sample(hostile: true), pageSize: 50)
    let bad = Box()
    journey.terminal.onFrame = { frame in bad.check(frame) }
    for section in Section.allCases where section != .start {
      try await journey.press("\(section.digit)", "g", "g")
      for _ in 0..<12 { try await journey.press("j") }
      try await journey.press("Enter", "PgDn", "Esc", "PgDn", "G", "Enter", "Esc", "s", "Esc")
    }
    try await journey.press("1")
    try await journey.resize(80, 24)
    try await journey.press("2", "g", "g", "j", "j", "n")
    try await journey.press("F2")
    for _ in 0..<20 { try await journey.press("Down") }
    #expect(bad.found.isEmpty)
    #expect(bad.frames > 100)
    await journey.end()
  }
}

/// Collects cells that no terminal should be sent.
private final class Box {
  var found: [String] = []
  var frames = 0

  func check(_ frame: Frame) {
    frames += 1
    for cell in frame.cells {
      guard let scalar = cell.text.unicodeScalars.first(where: Self.isDangerous) else { continue }
      found.append("U+\(String(scalar.value, radix: 16))")
    }
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension Journey {
  /// Presses so many keys of a seeded sequence; a third of them come in bursts, sizes and pastes among them.
  func mash(_ count: Int, seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<count {
      switch random.next(upTo: 60) {
      case 0:
        terminal.enqueue(.resize(Size(width: Int(random.next(upTo: 140)) + 1, height: Int(random.next(upTo: 45)) + 1)))
      case 1: terminal.enqueue(.paste("pasted \u{1B}[2J text\n"))
      case 2: terminal.enqueue(.resumed)
      case 3:
        for name in ["Esc", "Esc", "2", "\\", "p"] { enqueue(name) }
        loop.step(waitingAtMost: .zero)
        try await settle()
        enqueue("^S")
      case 4: for name in ["Esc", "Esc", "1", "n", "a", "c"] { enqueue(name) }
      case 5: enqueue("^S")
      default:
        let keys = `Hands on the keyboard without a plan`.keys
        terminal.enqueue(.key(keys[Int(random.next(upTo: UInt64(keys.count)))]))
      }
      guard random.next(upTo: 3) > 0 else { continue }
      loop.step(waitingAtMost: .zero)
      if random.next(upTo: 4) == 0 { try await settle() }
      // Drafts pile up and forms nest; nobody has that many hands.
      try #require(loop.exitStatus == nil, "it ended after \(state.section)")
    }
    loop.step(waitingAtMost: .zero)
    try await settle()
  }
}

extension Journey {
  private func enqueue(_ name: String) {
    if let key = Key(parsing: name) { terminal.enqueue(.key(key)) }
  }
}

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(upTo bound: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) % bound
  }
}
