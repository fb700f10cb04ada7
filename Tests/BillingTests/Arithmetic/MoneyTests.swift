import Billing
import Testing

struct MoneyTests {
  @Test(arguments: [
    (29_99, "1.5", 44_99), (50, "1.15", 58), (180_50, "7.75", 1398_88), (1, "0.5", 1), (1, "0.4999", 0),
    (-1, "0.5", -1), (1, "-0.5", -1), (-1, "-0.5", 1), (-1, "0.4999", 0), (0, "1000", 0), (3, "0.3333", 1),
  ])
  func `a price times a quantity is rounded half away from zero`(price: Int64, count: String, expected: Int64) throws {
    #expect(try money(price).times(quantity(count)) == money(expected))
  }

  @Test(arguments: [
    (15, "10", 2), (14, "10", 1), (-15, "10", -2), (100_00, "8.875", 8_88), (1, "50", 1), (1, "49.9999", 0),
    (999_999_999_999_999, "100", 999_999_999_999_999), (12_34, "0", 0),
  ])
  func `a percentage of an amount is rounded half away from zero`(cents: Int64, rate: String, expected: Int64) throws {
    #expect(try money(cents).taking(percent(rate)) == money(expected))
  }

  @Test func `a product beyond 64 bits on the way is still exact`() throws {
    let product = try money(900_000_000_000_000).times(quantity("10000"))
    #expect(product == money(9_000_000_000_000_000_000))
  }

  @Test(arguments: [
    (Int64.max, Int64.max), (.max, .min), (.min, .max), (.min, .min), (.max, 10_001), (.min, 10_001), (.min, -10_000),
  ])
  func `a product beyond the range is an overflow`(cents: Int64, tenThousandths: Int64) {
    #expect(throws: ArithmeticError.overflow) {
      try money(cents).times(Quantity(tenThousandths: tenThousandths))
    }
  }

  @Test func `a percentage beyond the range is an overflow`() {
    #expect(throws: ArithmeticError.overflow) { try money(.max).taking(percent("100.0001")) }
    #expect(throws: ArithmeticError.overflow) { try money(.min).taking(Percentage(tenThousandths: .min)) }
  }

  @Test func `the ends of the range times one are themselves`() throws {
    #expect(try money(.max).times(.one) == money(.max))
    #expect(try money(.min).times(.one) == money(.min))
  }

  @Test func `sums and differences beyond the range are overflows`() throws {
    #expect(throws: ArithmeticError.overflow) { try money(.max).adding(money(1)) }
    #expect(throws: ArithmeticError.overflow) { try money(.min).adding(money(-1)) }
    #expect(throws: ArithmeticError.overflow) { try money(.min).subtracting(money(1)) }
    #expect(throws: ArithmeticError.overflow) { try money(0).subtracting(money(.min)) }
    #expect(throws: ArithmeticError.overflow) { try [money(.max), money(1), money(-1)].sum() }
    #expect(try [money(.max), money(-1), money(1)].sum() == money(.max))
  }

  @Test func `the limit is ten to the power of fifteen cents either way`() {
    #expect(money(1_000_000_000_000_000).isWithinLimit)
    #expect(money(-1_000_000_000_000_000).isWithinLimit)
    #expect(!money(1_000_000_000_000_001).isWithinLimit)
    #expect(!money(.min).isWithinLimit)
  }

  @Test func `the magnitude of the smallest amount does not trap`() {
    #expect(money(.min).magnitude == money(.max))
    #expect(money(-5).magnitude == money(5))
  }
}
