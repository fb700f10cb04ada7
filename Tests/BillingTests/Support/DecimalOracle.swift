import Foundation

/// Computes a document's sums in Foundation's `Decimal`, sharing no code with the module under test.
struct DecimalOracle {
  struct Line {
    let quantity: Decimal
    /// In currency units, not cents.
    let price: Decimal
  }

  enum Charge {
    case amount(Decimal)
    case percentage(Decimal)
  }

  let lineTotals: [Decimal]
  let subTotal: Decimal
  let discount: Decimal
  let tax: Decimal
  let total: Decimal

  init(lines: [Line], discount: Charge, tax: Charge) {
    lineTotals = lines.map { Self.toCents($0.quantity * $0.price) }
    subTotal = lineTotals.reduce(0, +)
    self.discount = Self.value(of: discount, on: subTotal)
    self.tax = Self.value(of: tax, on: subTotal - self.discount)
    total = subTotal - self.discount + self.tax
  }

  private static func value(of charge: Charge, on sum: Decimal) -> Decimal {
    switch charge {
    case .amount(let amount): amount
    case .percentage(let percentage): toCents(sum * percentage / 100)
    }
  }

  /// `.plain` rounds half away from zero.
  private static func toCents(_ exact: Decimal) -> Decimal {
    var (exact, rounded) = (exact, Decimal())
    NSDecimalRound(&rounded, &exact, 2, .plain)
    return rounded
  }
}
