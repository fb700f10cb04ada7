/// The steps of `DocumentTotals`, noting on the way where cents were rounded.
struct TotalsComputation {
  private(set) var roundings: [Rounding] = []

  mutating func lineTotals(of lines: [LineAmounts]) throws(TotalsError) -> [Money] {
    var totals: [Money] = []
    totals.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let exact = ExactAmount(line.price, times: line.quantity)
      totals.append(try settle(exact, at: .line(index), as: .line(index)))
    }
    return totals
  }

  func subTotal(of lineTotals: [Money]) throws(TotalsError) -> Money {
    guard let sum = try? lineTotals.sum() else { throw .beyondLimit(.subTotal) }  // overflow is its only error
    guard sum.isWithinLimit else { throw .beyondLimit(.subTotal) }
    guard !sum.isNegative else { throw .belowZero(.subTotal) }
    return sum
  }

  mutating func value(of discount: Discount, on subTotal: Money) throws(TotalsError) -> Money {
    let value: Money
    switch discount {
    case .fixed(let amount):
      value = amount
    case .percentage(let percentage):
      guard percentage <= .hundred else { throw .discountAboveHundredPercent }
      value = try settle(ExactAmount(percentage, of: subTotal), at: .discount, as: .discount)
    }
    guard !value.isNegative else { throw .belowZero(.discount) }
    guard value <= subTotal else { throw .discountAboveSubTotal }
    return value
  }

  mutating func value(of tax: Tax, on net: Money) throws(TotalsError) -> Money {
    let value: Money
    switch tax {
    case .amount(let amount): value = amount
    case .percentage(let percentage):
      value = try settle(ExactAmount(percentage, of: net), at: .tax, as: .tax)
    }
    guard !value.isNegative else { throw .belowZero(.tax) }
    guard value.isWithinLimit else { throw .beyondLimit(.tax) }
    return value
  }

  private mutating func settle(
    _ exact: ExactAmount, at place: Rounding.Place, as sum: TotalsError.Sum
  ) throws(TotalsError) -> Money {
    guard let rounded = try? exact.rounded(), rounded.isWithinLimit else {  // overflow is its only error
      throw .beyondLimit(sum)
    }
    if !exact.isWholeCents {
      roundings.append(
        Rounding(place: place, exact: exact.text, rounded: rounded, isHalfCent: exact.isHalfCent))
    }
    return rounded
  }
}
