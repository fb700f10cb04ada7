import Billing
import Testing

/// The cases that client and service were settled on.
struct SettledCases {
  @Test func `a discount and a tax in percent are each rounded once`() throws {
    let totals = try DocumentTotals(
      lines: [line(29_99, "1.5"), line(2500_00, "3")], discount: .percentage(percent("10")),
      tax: .percentage(percent("20")))
    #expect(totals.lineTotals == [money(44_99), money(7500_00)])
    #expect(totals.subTotal == money(7544_99))
    #expect(totals.discountValue == money(754_50))
    #expect(totals.net == money(6790_49))
    #expect(totals.tax == money(1358_10))
    #expect(totals.total == money(8148_59))
  }

  @Test func `a fixed discount comes off before the tax`() throws {
    let totals = try DocumentTotals(
      lines: [line(180_50, "7.75"), line(12_05, "2.25")], discount: .fixed(money(2_50)),
      tax: .percentage(percent("8.875")))
    #expect(totals.lineTotals == [money(1398_88), money(27_11)])
    #expect(totals.subTotal == money(1425_99))
    #expect(totals.discountValue == money(2_50))
    #expect(totals.tax == money(126_33))
    #expect(totals.total == money(1549_82))
  }

  @Test func `half a cent of discount goes away from zero`() throws {
    let totals = try DocumentTotals(lines: [line(15, "1")], discount: .percentage(percent("10")))
    #expect(totals.subTotal == money(15))
    #expect(totals.discountValue == money(2))
    #expect(totals.total == money(13))
  }

  @Test func `a product that binary fractions miss is exact`() throws {
    #expect(try DocumentTotals(lines: [line(50, "1.15")]).total == money(58))
  }
}

struct DocumentTotalsTests {
  @Test func `no lines come to nothing`() throws {
    let totals = try DocumentTotals(lines: [])
    #expect(totals.subTotal == .zero)
    #expect(totals.total == .zero)
    #expect(totals.roundings.isEmpty)
  }

  @Test func `a tax may be an amount`() throws {
    let totals = try DocumentTotals(lines: [line(100_00, "1")], tax: .amount(money(7_77)))
    #expect(totals.tax == money(7_77))
    #expect(totals.total == money(107_77))
  }

  @Test func `a credit line lowers the sums`() throws {
    let totals = try DocumentTotals(lines: [line(100_00, "1"), line(-30_00, "1"), line(5_00, "-2")])
    #expect(totals.lineTotals == [money(100_00), money(-30_00), money(-10_00)])
    #expect(totals.total == money(60_00))
  }

  @Test func `a credit line is rounded away from zero too`() throws {
    let totals = try DocumentTotals(lines: [line(1_00, "1"), line(-5, "0.5")])
    #expect(totals.lineTotals == [money(1_00), money(-3)])
  }

  @Test func `a discount of everything leaves nothing`() throws {
    let whole = try DocumentTotals(lines: [line(19_99, "1")], discount: .percentage(.hundred))
    #expect(whole.total == .zero)
    let fixed = try DocumentTotals(lines: [line(19_99, "1")], discount: .fixed(money(19_99)))
    #expect(fixed.total == .zero)
  }

  @Test func `every rounding is told with its exact text`() throws {
    let totals = try DocumentTotals(
      lines: [line(180_50, "7.75"), line(12_05, "2.25")], discount: .fixed(money(2_50)),
      tax: .percentage(percent("8.875")))
    let expected = [
      Told(.line(0), "1398.875", 1398_88, isHalf: true), Told(.line(1), "27.1125", 27_11, isHalf: false),
      Told(.tax, "126.3347375", 126_33, isHalf: false),
    ]
    #expect(totals.roundings.map(Told.init) == expected)
  }

  @Test func `a rounded discount is told`() throws {
    let totals = try DocumentTotals(lines: [line(15, "1")], discount: .percentage(percent("10")))
    #expect(totals.roundings.map(Told.init) == [Told(.discount, "0.015", 2, isHalf: true)])
  }

  @Test func `sums in whole cents tell of no rounding`() throws {
    let totals = try DocumentTotals(
      lines: [line(10_00, "1.5")], discount: .percentage(percent("10")), tax: .percentage(percent("20")))
    #expect(totals.roundings.isEmpty)
  }

  private struct Told: Equatable {
    let place: Rounding.Place
    let exact: String
    let rounded: Money
    let isHalf: Bool

    init(_ place: Rounding.Place, _ exact: String, _ cents: Int64, isHalf: Bool) {
      (self.place, self.exact, rounded, self.isHalf) = (place, exact, money(cents), isHalf)
    }

    init(_ rounding: Rounding) {
      (place, exact, rounded, isHalf) = (rounding.place, rounding.exact, rounding.rounded, rounding.isHalfCent)
    }
  }
}

struct TotalsErrorTests {
  private func error(
    _ lines: [LineAmounts], discount: Discount? = nil, tax: Tax? = nil
  ) -> TotalsError? {
    do throws(TotalsError) {
      _ = try DocumentTotals(lines: lines, discount: discount, tax: tax)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a discount above a hundred percent is refused`() {
    #expect(error([line(1_00, "1")], discount: .percentage(percent("100.0001"))) == .discountAboveHundredPercent)
  }

  @Test func `a discount above the sub-total is refused`() {
    #expect(error([line(1_00, "1")], discount: .fixed(money(1_01))) == .discountAboveSubTotal)
  }

  @Test func `nothing but a line may be below zero`() {
    #expect(error([line(-1, "1")]) == .belowZero(.subTotal))
    #expect(error([line(1_00, "1")], discount: .fixed(money(-1))) == .belowZero(.discount))
    #expect(error([line(1_00, "1")], discount: .percentage(percent("-10"))) == .belowZero(.discount))
    #expect(error([line(1_00, "1")], tax: .amount(money(-1))) == .belowZero(.tax))
    #expect(error([line(1_00, "1")], tax: .percentage(percent("-1"))) == .belowZero(.tax))
  }

  @Test func `a line beyond the limit is named`() {
    let large = LineAmounts(quantity: quantity("2"), price: .limit)
    #expect(error([line(1, "1"), large]) == .beyondLimit(.line(1)))
    let immense = LineAmounts(quantity: Quantity(tenThousandths: .max), price: money(.max))
    #expect(error([immense]) == .beyondLimit(.line(0)))
    let deep = LineAmounts(quantity: Quantity(tenThousandths: .min), price: money(.max))
    #expect(error([deep]) == .beyondLimit(.line(0)))
  }

  @Test func `a sum beyond the limit is named`() {
    let limit = LineAmounts(quantity: .one, price: .limit)
    #expect(error([limit]) == nil)
    #expect(error([limit, line(1, "1")]) == .beyondLimit(.subTotal))
    #expect(error(Array(repeating: limit, count: 10_000)) == .beyondLimit(.subTotal))
    #expect(error([limit], tax: .amount(money(1))) == .beyondLimit(.total))
    #expect(error([limit], tax: .percentage(percent("101"))) == .beyondLimit(.tax))
  }
}
