/// An amount as banks write it, with a decimal comma or point.
enum StatementAmount: Hashable {
  case amount(Money)
  /// `1.234` may be a thousand or one and a bit: nobody guesses.
  case ambiguous
  case none

  init(_ text: String) {
    let marks = text.filter { !$0.isWhitespace && !"€$£¥'’".contains($0) && !$0.isLetter && $0 != "+" }
    let isNegative = marks.hasPrefix("-") || marks.hasPrefix("−") || marks.hasSuffix("-")
    let body = marks.filter { $0 != "-" && $0 != "−" }
    guard !body.isEmpty, body.count <= 24, body.allSatisfy({ Self.isDigit($0) || $0 == "." || $0 == "," }),
      body.contains(where: Self.isDigit)
    else {
      self = .none
      return
    }
    self = Self.read(body, isNegative)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func read(_ body: String, _ isNegative: Bool) -> StatementAmount {
    guard let last = body.lastIndex(where: { $0 == "." || $0 == "," }) else { return cents(body, "", isNegative) }
    let mark = body[last]
    let decimals = String(body[body.index(after: last)...])
    let head = body[..<last]
    let others = head.filter { !isDigit($0) }
    if others.contains(mark) {
      // The same mark twice stands between thousands.
      return groups(of: body, mark) ? cents(body.filter(isDigit), "", isNegative) : .none
    }
    if !others.isEmpty {
      guard Set(others).count == 1, let other = others.first, groups(of: String(head), other) else { return .none }
      return decimals.count <= 2 ? cents(head.filter(isDigit), decimals, isNegative) : .none
    }
    switch decimals.count {
    case 0...2: return cents(String(head), decimals, isNegative)
    case 3: return .ambiguous
    default: return .none
    }
  }

  /// Whether all groups after the first have three digits.
  private static func groups(of text: String, _ mark: Character) -> Bool {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    return (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(isDigit) }
  }

  private static func cents(_ whole: String, _ decimals: String, _ isNegative: Bool) -> StatementAmount {
    let padded = decimals + String(repeating: "0", count: 2 - decimals.count)
    guard let value = Int64((whole.isEmpty ? "0" : whole) + padded), value <= Money.limit.cents else { return .none }
    return .amount(Money(cents: isNegative ? -value : value))
  }
}
