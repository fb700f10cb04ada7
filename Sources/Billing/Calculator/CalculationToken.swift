/// A piece of a calculation.
enum CalculationToken: Hashable {
  case number(Numeral)
  case plus, minus, times, over, percent, open, close
}

/// Cuts a calculation into its pieces; numbers are read as amounts are, in the person's own style.
struct CalculationLexer {
  let numerals: NumeralReader

  func tokens(of text: String) throws(CalculationProblem) -> [CalculationToken] {
    guard text.unicodeScalars.count <= Calculation.longestText else { throw .tooLong }
    var tokens: [CalculationToken] = []
    var rest = text[...].trimmed
    while let first = rest.first {
      if let token = Self.signs[first] {
        tokens.append(token)
        rest = rest.dropFirst().trimmed
      } else {
        let end = rest.firstIndex { Self.signs[$0] != nil } ?? rest.endIndex
        tokens.append(.number(try number(rest[..<end].trimmed)))
        rest = rest[end...]
      }
    }
    return tokens
  }

  private static let signs: [Character: CalculationToken] = [
    "+": .plus, "-": .minus, "\u{2212}": .minus, "\u{2013}": .minus, "*": .times, "\u{00D7}": .times, "/": .over,
    "\u{00F7}": .over, "%": .percent, "(": .open, ")": .close,
  ]

  private func number(_ text: Substring) throws(CalculationProblem) -> Numeral {
    let power = text.last.flatMap { Self.suffixes[$0] }
    let digits = power == nil ? text : text.dropLast().trimmed
    do throws(AmountProblem) {
      return try numerals.read(String(digits)).scaled(byTenToThe: power ?? 0)
    } catch {
      throw .number(error)
    }
  }

  private static let suffixes: [Character: Int] = ["k": 3, "K": 3, "m": 6, "M": 6]
}
