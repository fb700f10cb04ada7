/// Takes a currency's code or symbol off a number that was typed with it: `$6`, `6 EUR`.
struct CurrencyMark {
  /// Nil where any known currency will do.
  let currency: Currency?
  /// False for numbers that are no amounts.
  var takesAny = true

  /// The text without the mark on either side. A mark of another currency is refused.
  func strip(_ text: Substring) throws(AmountProblem) -> Substring {
    guard let mark = Self.mark(before: text) ?? Self.mark(after: text) else { return text }
    guard !accepts(mark.text) else { return mark.rest }
    guard let currency, Currency.all.contains(where: { Self.names($0, mark.text) }) else {
      throw .notANumber(mark.text)
    }
    throw .otherCurrency(typed: mark.text, expected: currency.code)
  }

  private typealias Found = (text: String, rest: Substring)

  private static func mark(before text: Substring) -> Found? {
    let mark = text.prefix { !isNumeric($0) }.trimmed
    // `.5` and `-5` begin with something that belongs to the number.
    guard let first = mark.first, first.isLetter || first.isCurrencySymbol else { return nil }
    return (String(mark), text.drop { !isNumeric($0) })
  }

  private static func mark(after text: Substring) -> Found? {
    guard let end = text.lastIndex(where: isNumeric) else { return nil }
    let mark = text[text.index(after: end)...].trimmed
    guard let first = mark.first, !suffixes.contains(mark.lowercased()) else { return nil }
    // `1.5k EUR`, `1.5k€`: the suffix stays with the number.
    if suffixes.contains(first.lowercased()), let next = mark.dropFirst().first,
      next.isWhitespace || next.isCurrencySymbol
    {
      return (String(mark.dropFirst().trimmed), text[...mark.startIndex])
    }
    guard first.isLetter || first.isCurrencySymbol else { return nil }
    return (String(mark), text[...end])
  }

  private static let suffixes: Set<String> = ["k", "m"]
  private static func isNumeric(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private func accepts(_ mark: String) -> Bool {
    guard takesAny else { return false }
    guard let currency else { return Currency.all.contains { Self.names($0, mark) } }
    return Self.names(currency, mark)
  }

  /// Its code in any case, its symbol, or the sign within its symbol (`$` of `C$`).
  private static func names(_ currency: Currency, _ mark: String) -> Bool {
    if currency.code == mark.uppercased() || currency.symbol == mark { return true }
    return mark.count == 1 && mark.allSatisfy(\.isCurrencySymbol) && currency.symbol.contains(mark)
  }
}

extension Substring {
  /// Without white space of any kind on either side.
  var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
