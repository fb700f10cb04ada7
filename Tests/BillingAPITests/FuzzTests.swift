import Billing
import BillingAPI
import Testing

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Nothing that arrives may stop the program; what is accepted must hold together.
@Suite struct FuzzTests {
  static let seeds = [
    DocumentedExamples.invoice, DocumentedExamples.customer, DocumentedExamples.payment, DocumentedExamples.estimate,
    DocumentedExamples.expense, DocumentedExamples.item, DocumentedExamples.me, DocumentedExamples.invalid,
    DocumentedExamples.invoicePage,
  ]
  static let spices = [
    "null", "true", "[]", "{}", "-1", "1e308", "1e-308", "99999999999999999999999", "0.5", #""0""#, #""\ud800""#,
    #""2026-02-30""#, "\"", "\\", "{", "]", ",", ":", "\u{0}", "\u{FEFF}", "-", "e", ".", "9223372036854775808",
  ]

  func mutate(_ text: String, by generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1:
        bytes.replaceSubrange(place..<end, with: Array(Self.spices.randomElement(using: &generator)?.utf8 ?? "".utf8))
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes.removeSubrange(end..<bytes.count)
      }
      if bytes.isEmpty { bytes = [0x7B] }
    }
    return bytes
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `mutated answers are read or refused, and what is read is written and read alike`(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<1_500 {
      let bytes = mutate(Self.seeds.randomElement(using: &generator) ?? "", by: &generator)
      guard let value = try? JSONValue(parsing: bytes) else {
        #expect(throws: JSONError.self) { try JSONOutline(of: bytes) }
        continue
      }
      #expect(try JSONValue(parsing: value.encoded()) == value)
      #expect(try JSONValue(parsing: value.prettyPrinted()) == value)
      #expect(throws: Never.self) { try JSONOutline(of: bytes) }
      readEverything(value)
    }
  }

  @Test func `records with every field replaced by anything are read or refused`() throws {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2_000 {
      let text = Self.seeds.randomElement(using: &generator) ?? ""
      guard var object = try JSONValue(parsing: text).object else { continue }
      for name in object.names where Bool.random(using: &generator) {
        let spice = Self.spices.randomElement(using: &generator) ?? ""
        object[name] = (try? JSONValue(parsing: spice)) ?? .string(spice)
      }
      readEverything(.object(object))
    }
  }

  /// Reads the value as everything there is; amounts stay within their limit.
  func readEverything(_ value: JSONValue) {
    if let invoice = try? Invoice(json: value) {
      #expect(invoice.dueAmount.magnitude <= .limit && invoice.amounts.total.magnitude <= .limit)
      #expect(invoice.lines.allSatisfy { $0.price.magnitude <= .limit })
    }
    if let payment = try? Payment(json: value) { #expect(payment.amount.magnitude <= .limit) }
    _ = try? Customer(json: value)
    _ = try? Estimate(json: value)
    _ = try? Expense(json: value)
    _ = try? Item(json: value)
    _ = CompanyAndKey(json: value)
    let problem = Problem(json: value)
    #expect((problem?.message.count ?? 0) <= 1_000)
    let meta = PageMeta(json: value["meta"] ?? value, query: ListQuery(page: .max, limit: .max), count: 3)
    #expect(meta.currentPage >= 1 && meta.perPage >= 1 && meta.lastPage >= 1)
  }

  @Test func `mutated addresses are taken or refused, and what is taken is safe to send`() {
    var generator = SeededGenerator(state: 11)
    let addresses = [
      "https://invoicematic.com/api/v1/api", "http://localhost:8080/x", "unix:/run/a.sock", "http://[::1]:9",
    ]
    for _ in 0..<5_000 {
      let bytes = mutate(addresses.randomElement(using: &generator) ?? "", by: &generator)
      guard let address = try? ServiceAddress(parsing: String(decoding: bytes, as: UTF8.self)) else { continue }
      #expect(address.scheme == "https" || address.isLocal)
      #expect(address.description.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } || address.unixSocket != nil)
      #expect(!address.authority.contains("@"))
    }
  }
}
