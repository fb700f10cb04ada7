/// Whether the sums that a service sent agree with each other and with its lines.
package struct SumsCheck: Hashable, Sendable {
  package enum Sum: Hashable, Sendable {
    /// A line's quantity times its price; the line's place from 0.
    case line(Int)
    case subTotal, discount, total
  }

  package struct Disagreement: Hashable, Sendable {
    package let sum: Sum
    package let sent: Money
    /// Nil where it is beyond what 64 bits hold.
    package let computed: Money?
  }

  /// Empty where every sum holds. Without lines (some lists omit them) only the sums themselves are compared.
  package let disagreements: [Disagreement]

  package var holds: Bool { disagreements.isEmpty }

  package init(lines: [LineItem], amounts: DocumentAmounts) {
    var found: [Disagreement] = []
    func compare(_ sum: Sum, sent: Money, with computed: Money?) {
      guard computed != sent else { return }
      found.append(Disagreement(sum: sum, sent: sent, computed: computed))
    }
    for (index, line) in lines.enumerated() {
      compare(.line(index), sent: line.total, with: try? line.price.times(line.quantity))  // nil: beyond 64 bits
    }
    if !lines.isEmpty {
      compare(.subTotal, sent: amounts.subTotal, with: try? lines.map(\.total).sum())
    }
    compare(.discount, sent: amounts.discountValue, with: Self.discount(of: amounts))
    compare(.total, sent: amounts.total, with: Self.total(of: amounts))
    disagreements = found
  }

  private static func discount(of amounts: DocumentAmounts) -> Money? {
    switch amounts.discount {
    case .fixed(let amount): amount
    case .percentage(let percentage): try? amounts.subTotal.taking(percentage)
    }
  }

  private static func total(of amounts: DocumentAmounts) -> Money? {
    try? amounts.subTotal.subtracting(amounts.discountValue).adding(amounts.tax)
  }
}
