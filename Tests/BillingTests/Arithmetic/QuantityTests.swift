import Billing
import Testing

struct QuantityTests {
  @Test(arguments: [
    (0, "0"), (10_000, "1"), (15_000, "1.5"), (13_333, "1.3333"), (1, "0.0001"), (-5_000, "-0.5"), (120_000, "12"),
    (Int64.min, "-922337203685477.5808"),
  ])
  func `a quantity is written without zeros at its end and read back`(tenThousandths: Int64, text: String) {
    #expect(Quantity(tenThousandths: tenThousandths).text == text)
    #expect(Quantity(text: text)?.tenThousandths == tenThousandths)
    #expect(Percentage(tenThousandths: tenThousandths).text == text)
    #expect(Percentage(text: text)?.tenThousandths == tenThousandths)
  }

  @Test(arguments: [("1.0000", 10_000), ("1.000000", 10_000), ("007", 70_000), ("-0", 0), ("2.50", 25_000)])
  func `zeros that services add do no harm`(text: String, expected: Int64) {
    #expect(Quantity(text: text)?.tenThousandths == expected)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1.23456", "1,5", " 1", "1 ", "+1", "--1", "1.2.3", "1e3", "0x10", "\u{0661}", "NaN",
    "922337203685477.5808", "99999999999999999999", "1.00000000000000000000000000000000001",
  ])
  func `anything else is no quantity`(text: String) {
    #expect(Quantity(text: text) == nil)
  }
}

struct ExchangeRateTests {
  @Test(arguments: [
    ("1", 100_00, 100_00), ("1.000000", 100_00, 100_00), ("1.085", 10_01, 10_86), ("0.000000001", 1_00, 0),
    ("0.5", 1, 1), ("0.5", -1, -1),
  ])
  func `a base amount is rounded half away from zero`(rate: String, cents: Int64, expected: Int64) throws {
    let rate = try #require(ExchangeRate(text: rate))
    #expect(try rate.baseAmount(of: money(cents)) == money(expected))
  }

  @Test func `a rate that is no number is none`() {
    #expect(ExchangeRate(text: "one") == nil)
    #expect(ExchangeRate(text: "1.0000000001") == nil)
    #expect(ExchangeRate(text: "0")?.isPositive == false)
    #expect(ExchangeRate(text: "-1")?.isPositive == false)
  }

  @Test func `a base amount beyond the range is an overflow`() throws {
    let rate = try #require(ExchangeRate(text: "9000000000"))
    #expect(throws: ArithmeticError.overflow) { try rate.baseAmount(of: money(.max)) }
  }
}
