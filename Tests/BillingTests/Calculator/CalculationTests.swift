import Testing

@testable import Billing

struct CalculationTests {
  @Test(arguments: [
    ("12*85.50", "1026.00"), ("12 * 85.50", "1026.00"), ("3\u{00D7}19.99", "59.97"), ("1200/4", "300.00"),
    ("100\u{00F7}8", "12.50"), ("2+3*4", "14.00"), ("(2+3)*4", "20.00"), ("((7))", "7.00"), ("10-2-3", "5.00"),
    ("100/10/2", "5.00"), ("-5*3", "-15.00"), ("3*-5", "-15.00"), ("--5", "5.00"), ("-(2+3)", "-5.00"),
    ("1.5k*2", "3000.00"), ("2m/4", "500000.00"), ("1,250.00*2", "2500.00"), ("0.1+0.2", "0.30"), ("42", "42.00"),
  ])
  func `products go before sums, and parentheses before both`(text: String, result: String) throws {
    #expect(try Calculation.amount(text, style: .english).get().text == result)
  }

  @Test(arguments: [
    ("240+20%", "288.00"), ("240-20%", "192.00"), ("240*20%", "48.00"), ("20%*240", "48.00"), ("240/50%", "480.00"),
    ("100+10%+10%", "121.00"), ("10%", "0.10"), ("100+(10+10)%", "120.00"), ("100+2*10%", "100.20"),
  ])
  func `a percentage behind plus or minus is of what stands before it`(text: String, result: String) throws {
    #expect(try Calculation.amount(text, style: .english).get().text == result)
  }

  @Test(arguments: [
    ("10/3", "3.33", false), ("20/3", "6.67", false), ("10/3*3", "10.00", true), ("1/8", "0.13", false),
    ("-1/8", "-0.13", false), ("0.05/2", "0.03", false), ("1/3+1/3+1/3", "1.00", true), ("0.50*1.15", "0.58", false),
    ("1/200", "0.01", false), ("1/201", "0.00", false),
  ])
  func `only the end is rounded, half a cent away from zero, and it is said`(
    text: String, result: String, isExact: Bool
  ) throws {
    let amount = try Calculation.amount(text, style: .english).get()
    #expect(amount.text == result)
    #expect(amount.isExact == isExact)
  }

  @Test(arguments: [("4/3", "1.3333"), ("37.5/60", "0.625"), ("7*8", "56"), ("20/3*3", "20")])
  func `a quantity keeps four places`(text: String, result: String) throws {
    #expect(try Calculation.decimal(text, style: .english).get().text == result)
  }

  @Test func `numbers are read in the person's own style`() throws {
    #expect(try Calculation.amount("1.250,50*2", style: .continental).get().text == "2501.00")
    #expect(try Calculation.amount("6.000*2", style: .continental).get().text == "12000.00")
    #expect(
      Calculation.amount("6,000*2", style: .plain)
        == .failure(.number(.ambiguous(typed: "6,000", thousands: "6000", decimal: "6.00"))))
  }

  @Test(arguments: [
    ("", CalculationProblem.unfinished), ("12*", .unfinished), ("*12", .unfinished), ("12**2", .unfinished),
    ("12(3)", .unfinished), ("5%5", .unfinished), ("(12", .unbalancedParentheses), ("12)", .unbalancedParentheses),
    ("()", .unbalancedParentheses), ("12/0", .divisionByZero), ("12/(3-3)", .divisionByZero),
    ("12*two", .number(.notANumber("two"))), ("99999999999999*99", .tooLarge),
    ("99999999999999999999*99999999999999999999*9999999999999999", .tooLarge),
    (String(repeating: "1", count: 201), .tooLong),
  ])
  func `what has no result says why`(text: String, problem: CalculationProblem) {
    #expect(Calculation.amount(text, style: .plain) == .failure(problem))
    #expect(problem.sentence.hasSuffix("."))
  }

  @Test func `a plain number or sum is no calculation`() {
    for text in ["12", "2400+3200", "-5", "10 %", ""] { #expect(!Calculation.isCalculation(text)) }
    for text in ["12*3", "12/3", "(2+3)", "200+10%"] { #expect(Calculation.isCalculation(text)) }
  }

  @Test func `a field that is given one says how to have it worked out`() {
    let answer = AmountEntry.parse("12*85.50", style: .english)
    #expect(answer == .failure(.calculation("12*85.50")))
    #expect(
      AmountProblem.calculation("12*2").sentence == "\u{201C}12*2\u{201D} is a calculation; press = to work it out.")
    #expect(AmountEntry.parse("S/6", style: .english, currency: currency("PEN")) == .success(money(600)))
  }

  @Test func `no text makes it crash`() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "1", "99999999999999999999", ".", ",", "+", "-", "*", "/", "%", "(", ")", " ", "k", "m", "\u{202E}", "0",
    ]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...24, using: &generator)
      let text = (0..<length).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      if case .success(let result) = Calculation.amount(text, style: .english) {
        #expect(result.units.magnitude <= Money.limit.cents.magnitude)
      }
    }
    #expect(throws: CalculationProblem.self) {
      try Calculation.amount(String(repeating: "(", count: 200), style: .plain).get()
    }
  }
}
