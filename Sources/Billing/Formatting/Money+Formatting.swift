/// What is written beside an amount.
package enum CurrencyLabel: Hashable, Sendable {
  /// The bare amount, for columns that name the currency elsewhere.
  case none
  /// `$6.00`, or after the amount where the currency has it so: `6,00 €`.
  case symbol
  /// `6.00 USD`, always after.
  case code
}

extension Money {
  /// The amount with separators and at least so many decimals (0 to 2). Display never rounds: where cents are left,
  /// both decimals show whatever the currency.
  package func formatted(style: NumberStyle, decimals: Int = 2) -> String {
    let minimum = min(max(decimals, 0), 2)
    let shown = cents % 100 == 0 ? minimum : 2
    let (whole, fraction) = DecimalText.parts(Int128(cents), places: 2, atLeast: shown)
    let sign = isNegative ? "-" : ""
    let point = fraction.isEmpty ? "" : String(style.decimalSeparator)
    return sign + Self.grouped(whole, by: style.groupingSeparator) + point + fraction
  }

  /// The amount as the currency writes it, in its own separators or in `style`. The sign comes before everything.
  package func formatted(in currency: Currency, style: NumberStyle? = nil, label: CurrencyLabel = .symbol) -> String {
    let style = style ?? NumberStyle(currency: currency)
    switch label {
    case .none:
      return formatted(style: style, decimals: currency.decimals)
    case .code:
      return "\(formatted(style: style, decimals: currency.decimals)) \(currency.code)"
    case .symbol where currency.symbolFollows:
      return "\(formatted(style: style, decimals: currency.decimals)) \(currency.symbol)"
    case .symbol:
      return withSymbolBefore(currency, style: style)
    }
  }

  /// `$6.00`, `-$6.00`, and with a space where the symbol ends in a letter: `CHF 6.00`.
  private func withSymbolBefore(_ currency: Currency, style: NumberStyle) -> String {
    var digits = formatted(style: style, decimals: currency.decimals)
    if isNegative { digits.removeFirst() }
    let endsInSign = currency.symbol.last.map { $0.isCurrencySymbol } ?? true
    return "\(isNegative ? "-" : "")\(currency.symbol)\(endsInSign ? "" : " ")\(digits)"
  }

  private static func grouped(_ digits: String, by separator: Character?) -> String {
    guard let separator, digits.count > 3 else { return digits }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(separator) }
      grouped.append(digit)
    }
    return grouped
  }
}

extension Quantity {
  /// As typed, with the person's own decimal separator and no grouping.
  package func formatted(style: NumberStyle) -> String { text.withPoint(style.decimalSeparator) }
}

extension Percentage {
  /// `8.875 %` as `8.875`, with the person's own decimal separator.
  package func formatted(style: NumberStyle) -> String { text.withPoint(style.decimalSeparator) }
}

extension String {
  fileprivate func withPoint(_ separator: Character) -> String {
    separator == "." ? self : String(map { $0 == "." ? separator : $0 })
  }
}
