import Billing
import Testing

/// Nothing that arrives in a field, from a keyboard or a service, stops the program.
struct EntryFuzzTests {
  @Test func `every reader answers hostile text`() {
    var generator = SeededGenerator(seed: 99)
    let styles: [NumberStyle] = [.plain, .english, .continental, .spaced, .swiss]
    let today = day("2026-11-22")
    var taken = 0
    for round in 0..<10_000 {
      let text = generator.hostileText(longest: 12)
      let style = styles[round % styles.count]
      taken += Self.amountsTaken(text, style: style)
      if case .success(let date) = DateEntry.parse(
        text, today: today, order: round.isMultiple(of: 2) ? .dayFirst : .monthFirst)
      {
        #expect((CalendarDate.first...CalendarDate.last).contains(date))
        taken += 1
      }
      Self.readAsMachineText(text)
    }
    // Readers that refuse everything would pass, too.
    #expect(taken > 300)
  }

  private static func amountsTaken(_ text: String, style: NumberStyle) -> Int {
    var taken = 0
    switch AmountEntry.parse(text, style: style, currency: Currency.with(code: "EUR")) {
    case .success(let amount):
      #expect(amount.isWithinLimit)
      taken += 1
    case .failure(let problem):
      #expect(problem.sentence.hasSuffix("."))
    }
    if case .success(let count) = DecimalEntry.quantity(text, style: style) {
      #expect(count.tenThousandths.magnitude <= FieldLimits.quantity.tenThousandths.magnitude)
      taken += 1
    }
    if case .success(.percentage(let rate)) = DiscountEntry.parse(text, style: style) {
      #expect((Percentage.zero...Percentage.hundred).contains(rate))
      taken += 1
    }
    if case .success(.amount(let amount)) = TaxEntry.parse(text, style: style) { #expect(!amount.isNegative) }
    return taken
  }

  private static func readAsMachineText(_ text: String) {
    if let count = Quantity(text: text) { #expect(Quantity(text: count.text) == count) }
    if let date = CalendarDate(lenient: text) { #expect(CalendarDate(iso: date.iso) == date) }
    if let next = NumberSequence.next(after: [text, "INV-1"]) { #expect(next != text) }
    _ = FieldPath(text).lineIndex
    _ = EmailAddress.isPlausible(text)
    _ = ExchangeRate(text: text)
  }

  @Test func `a million characters are refused at once`() {
    let text = String(repeating: "9", count: 1_000_000)
    #expect(AmountEntry.parse(text, style: .english) == .failure(.tooLong))
    #expect(DecimalEntry.quantity(text, style: .english) == .failure(.tooLong))
    #expect(Quantity(text: text) == nil)
    #expect(CalendarDate(lenient: text) == nil)
    #expect(NumberPattern.parse(text) == nil)
  }
}
