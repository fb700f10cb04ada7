import Billing
import Foundation
import Testing

/// Random documents against an oracle that computes in `Decimal` and shares no code with the module.
struct DocumentTotalsPropertyTests {
  @Test func `random documents, ten thousand and more, add up and agree with Decimal`() throws {
    var generator = SeededGenerator(seed: 2026)
    var computed = 0
    for _ in 0..<15_000 {
      let document = RandomDocument(using: &generator)
      guard let totals = try document.totals() else { continue }
      computed += 1
      let lines = totals.lineTotals.reduce(0) { $0 + $1.cents }
      let addsUp = lines - totals.discountValue.cents + totals.tax.cents == totals.total.cents
      // One check a document: each costs more than the document.
      guard addsUp, totals.total >= .zero, document.agrees(with: totals) else {
        Issue.record("\(document) came to \(totals)")
        return
      }
    }
    // The rest had credits or discounts above their sums, and were refused as they should be.
    #expect(computed >= 10_000)
  }
}

private struct RandomDocument {
  let lines: [LineAmounts]
  let discount: Discount
  let tax: Tax

  init(using generator: inout SeededGenerator) {
    lines = (0..<Int.random(in: 0...12, using: &generator)).map { _ in Self.line(using: &generator) }
    discount =
      Bool.random(using: &generator)
      ? .percentage(Percentage(tenThousandths: Int64.random(in: 0...1_000_000, using: &generator)))
      : .fixed(Money(cents: Int64.random(in: 0...50_00, using: &generator)))
    tax =
      Bool.random(using: &generator)
      ? .percentage(Percentage(tenThousandths: Int64.random(in: 0...300_000, using: &generator)))
      : .amount(Money(cents: Int64.random(in: 0...1000_00, using: &generator)))
  }

  /// Prices from cents to billions, quantities of every precision, now and then a credit.
  private static func line(using generator: inout SeededGenerator) -> LineAmounts {
    let magnitude = Int64.random(in: 1...11, using: &generator)
    let bound = (0..<magnitude).reduce(Int64(1)) { power, _ in power * 10 }
    let price = Int64.random(in: 0...bound, using: &generator)
    let step: Int64 = [1, 10, 100, 1_000, 5_000, 10_000].randomElement(using: &generator) ?? 1
    let count = step * Int64.random(in: 0...2_000, using: &generator)
    let isCredit = Int.random(in: 0..<12, using: &generator) == 0
    return LineAmounts(quantity: Quantity(tenThousandths: count), price: Money(cents: isCredit ? -price : price))
  }

  /// Nil where the sums are such that they are refused, which the oracle confirms.
  func totals() throws -> DocumentTotals? {
    do throws(TotalsError) {
      return try DocumentTotals(lines: lines, discount: discount, tax: tax)
    } catch {
      switch error {
      case .belowZero(.subTotal): #expect(oracle.subTotal < 0)
      case .discountAboveSubTotal: #expect(oracle.discount > oracle.subTotal)
      default: throw error
      }
      return nil
    }
  }

  func agrees(with totals: DocumentTotals) -> Bool {
    let oracle = oracle
    return totals.lineTotals.map(Self.units) == oracle.lineTotals && Self.units(totals.subTotal) == oracle.subTotal
      && Self.units(totals.discountValue) == oracle.discount && Self.units(totals.tax) == oracle.tax
      && Self.units(totals.total) == oracle.total
  }

  private var oracle: DecimalOracle {
    DecimalOracle(
      lines: lines.map {
        DecimalOracle.Line(quantity: Decimal($0.quantity.tenThousandths) / 10_000, price: Self.units($0.price))
      },
      discount: discountCharge, tax: taxCharge)
  }

  private var discountCharge: DecimalOracle.Charge {
    switch discount {
    case .fixed(let amount): .amount(Self.units(amount))
    case .percentage(let percentage): .percentage(Decimal(percentage.tenThousandths) / 10_000)
    }
  }

  private var taxCharge: DecimalOracle.Charge {
    switch tax {
    case .amount(let amount): .amount(Self.units(amount))
    case .percentage(let percentage): .percentage(Decimal(percentage.tenThousandths) / 10_000)
    }
  }

  private static func units(_ money: Money) -> Decimal { Decimal(money.cents) / 100 }
}
