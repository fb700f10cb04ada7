/// What one line of a document is for, as far as its total goes.
package struct LineAmounts: Hashable, Sendable {
  package var quantity: Quantity
  /// The price of one.
  package var price: Money

  package init(quantity: Quantity, price: Money) {
    self.quantity = quantity
    self.price = price
  }

  /// Rounded to the cent, half away from zero.
  package func total() throws(ArithmeticError) -> Money { try price.times(quantity) }
}

/// The sums of an invoice or estimate, computed as client and service agree on them.
///
/// Line totals, discount and tax are each rounded once, half a cent away from zero; everything else is exact.
package struct DocumentTotals: Hashable, Sendable {
  package let lineTotals: [Money]
  package let subTotal: Money
  package let discountValue: Money
  /// What is taxed: `subTotal` less `discountValue`.
  package let net: Money
  package let tax: Money
  package let total: Money
  /// Everything that did not come out in whole cents, in the order of computation.
  package let roundings: [Rounding]

  /// Lines may be credits; the sums may not be below zero, and nothing may leave ±10^15 cents.
  package init(lines: [LineAmounts], discount: Discount? = nil, tax: Tax? = nil) throws(TotalsError) {
    var computation = TotalsComputation()
    lineTotals = try computation.lineTotals(of: lines)
    subTotal = try computation.subTotal(of: lineTotals)
    discountValue = try computation.value(of: discount ?? .fixed(.zero), on: subTotal)
    // Cannot overflow: both lie between zero and the limit.
    net = Money(cents: subTotal.cents - discountValue.cents)
    self.tax = try computation.value(of: tax ?? .amount(.zero), on: net)
    total = Money(cents: net.cents + self.tax.cents)
    guard total.isWithinLimit else { throw .beyondLimit(.total) }
    roundings = computation.roundings
  }
}

/// A place where an exact result was not a whole number of cents, and what became of it.
package struct Rounding: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    /// The line's place in the document, from 0.
    case line(Int)
    case discount
    case tax
  }

  package let place: Place
  /// All decimals: `126.635`.
  package let exact: String
  package let rounded: Money
  /// Whether the rule decided (exactly half a cent) rather than nearness.
  package let isHalfCent: Bool
}

/// Why a document has no totals.
package enum TotalsError: Error, Hashable, Sendable {
  package enum Sum: Hashable, Sendable {
    /// The line's place in the document, from 0.
    case line(Int)
    case subTotal, discount, tax, total
  }

  /// Above 10^15 cents, or below as many under zero.
  case beyondLimit(Sum)
  case belowZero(Sum)
  case discountAboveHundredPercent
  case discountAboveSubTotal
}
