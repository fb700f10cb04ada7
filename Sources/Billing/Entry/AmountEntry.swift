/// Reads amounts of money as people type them: `6000`, `6k`, `6,000.00`, `1 234,5`, `2400+3200`, `-5`, `$6`.
package enum AmountEntry {
  /// `style` is the person's own, for what is ambiguous without; a code or symbol must be the `currency`'s, where one
  /// is given. What hundredths cannot hold is refused, never rounded.
  package static func parse(
    _ text: String, style: NumberStyle, currency: Currency? = nil
  ) -> Result<Money, AmountProblem> {
    Result { () throws(AmountProblem) in
      guard !text.contains("%") else { throw .percentNotAllowed }
      let reader = SumReader(
        numerals: NumeralReader(style: style, trustsPointAlone: false, places: 2),
        mark: CurrencyMark(currency: currency),
        places: 2, limit: Money.limit.cents)
      return Money(cents: try reader.read(text))
    }
  }
}

/// Reads quantities and percentages as people type them, with at most four decimals.
package enum DecimalEntry {
  /// May be below zero, for a credit; `1.333` has three decimals unless the style groups by points.
  package static func quantity(_ text: String, style: NumberStyle) -> Result<Quantity, AmountProblem> {
    Result { () throws(AmountProblem) in
      guard !text.contains("%") else { throw .notANumber("%") }
      let units = try reader(style, limit: FieldLimits.quantity.tenThousandths).read(text)
      return Quantity(tenThousandths: units)
    }
  }

  /// With or without its sign: `10`, `8.875 %`. Not below zero.
  package static func percentage(_ text: String, style: NumberStyle) -> Result<Percentage, AmountProblem> {
    Result { () throws(AmountProblem) in
      let number = PercentSign.strip(text) ?? text[...]
      let units = try reader(style, limit: FieldLimits.percentage.tenThousandths).read(String(number))
      guard units >= 0 else { throw .belowZero }
      return Percentage(tenThousandths: units)
    }
  }

  private static func reader(_ style: NumberStyle, limit: Int64) -> SumReader {
    SumReader(
      numerals: NumeralReader(style: style, trustsPointAlone: true, places: 4),
      mark: CurrencyMark(currency: nil, takesAny: false),
      places: 4, limit: limit)
  }
}
