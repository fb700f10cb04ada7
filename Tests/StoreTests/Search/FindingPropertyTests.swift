import Billing
import BillingAPI
import Foundation
import Store
import Testing

/// Customers whose names, cities and telephone numbers are made of few letters, so that they resemble each other.
private struct Neighbourhood {
  struct Neighbour {
    let id: Int
    let name: String
    let city: String
    let phone: String

    var json: String { customer(id, name, phone: phone, city: city) }

    /// The values as they are searched, and the digits of the telephone number once more.
    var values: [String] {
      [name, phone, city].map(TextFolding.fold) + [TextFolding.digits(phone)]
    }
  }

  var random: SplitMix
  private(set) var neighbours: [Neighbour] = []

  init(seed: UInt64, count: Int) {
    random = SplitMix(state: seed)
    for id in 1...count {
      neighbours.append(
        Neighbour(id: id, name: word(2...9) + " " + word(2...5), city: word(3...6), phone: phone()))
    }
  }

  private mutating func word(_ length: ClosedRange<Int>) -> String {
    String((0..<Int.random(in: length, using: &random)).map { _ in "abeÄÅł".randomElement(using: &random) ?? "a" })
  }

  private mutating func phone() -> String {
    "+1 55\(Int.random(in: 0...9, using: &random))-0\(Int.random(in: 10...99, using: &random))"
  }

  /// A part of a value of one of them, or two.
  mutating func query() -> String {
    let parts = (0..<Int.random(in: 1...2, using: &random)).map { _ -> String in
      let one = neighbours.randomElement(using: &random)
      let value = [one?.name, one?.phone, one?.city].randomElement(using: &random).flatMap { $0 } ?? "a"
      let start = Int.random(in: 0..<value.count, using: &random)
      return String(value.dropFirst(start).prefix(Int.random(in: 1...5, using: &random)))
    }
    return parts.joined(separator: " ")
  }

  /// Who has every word of it anywhere, or its digits in the telephone number.
  func having(_ query: String) -> Set<Int64> {
    let words = TextFolding.fold(query).split(separator: " ").map(String.init)
    let digits = TextFolding.digits(query)
    let isPhone = digits.count >= 2 && words.joined().allSatisfy { $0.isNumber || "+-".contains($0) }
    return Set(
      neighbours.filter { neighbour in
        words.allSatisfy { word in neighbour.values.contains { $0.contains(word) } }
          || (isPhone && TextFolding.digits(neighbour.phone).contains(digits))
      }.map { Int64($0.id) })
  }
}

@Suite struct `Whatever is typed` {
  @Test(arguments: UInt64(1)...12)
  func `everyone who has it is found and nobody else, however many there are`(_ seed: UInt64) throws {
    var neighbourhood = Neighbourhood(seed: seed, count: seed == 1 ? 2_500 : 120)
    let mirror = try Mirror.inMemory()
    try mirror.take(.customers, neighbourhood.neighbours.map(\.json))
    for _ in 0..<12 {
      let query = neighbourhood.query()
      guard !query.allSatisfy(\.isWhitespace) else { continue }
      let all = try mirror.findCustomers(query, limit: 5_000)
      #expect(Set(all.map(\.row.id.value)) == neighbourhood.having(query), "“\(query)”")
      let few = try mirror.findCustomers(query, limit: 4)
      #expect(few == Array(all.prefix(4)), "“\(query)”: the best come first, however many are asked for")
    }
  }

  @Test func `of those who fit alike the first by name comes first`() throws {
    let mirror = try Mirror.holding(
      .customers, customer(1, "Zoë Doe"), customer(2, "Doe Zürich"), customer(3, "Doe Aachen"), customer(4, "Anna Doe"))
    #expect(
      try mirror.findCustomers("doe", limit: 9).map(\.row.name) == ["Doe Aachen", "Doe Zürich", "Anna Doe", "Zoë Doe"])
  }
}
