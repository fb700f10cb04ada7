/// Works out the pieces of a calculation: products before sums, parentheses before both.
struct CalculationParser {
  private var tokens: ArraySlice<CalculationToken>
  private var depth = 0

  init(_ tokens: [CalculationToken]) { self.tokens = tokens[...] }

  mutating func result() throws(CalculationProblem) -> Rational {
    let value = try sum()
    guard let surplus = tokens.first else { return value }
    throw surplus == .close ? .unbalancedParentheses : .unfinished
  }

  private mutating func sum() throws(CalculationProblem) -> Rational {
    var total = try product().value
    while let sign = take(.plus, .minus) {
      let term = try product()
      // As on a desk calculator, `200 + 10 %` adds ten percent of what stands before it.
      let value = term.isPercentage ? try total.multiplied(by: term.value) : term.value
      total = sign == .plus ? try total.adding(value) : try total.subtracting(value)
    }
    return total
  }

  private typealias Term = (value: Rational, isPercentage: Bool)

  private mutating func product() throws(CalculationProblem) -> Term {
    var term = try factor()
    while let sign = take(.times, .over) {
      let other = try factor().value
      let value = sign == .times ? try term.value.multiplied(by: other) : try term.value.divided(by: other)
      term = (value, false)
    }
    return term
  }

  private mutating func factor() throws(CalculationProblem) -> Term {
    if let sign = take(.minus, .plus) {
      let term = try nested { parser throws(CalculationProblem) in try parser.factor() }
      return sign == .minus ? (try term.value.negated(), term.isPercentage) : term
    }
    let value = try operand()
    guard take(.percent) != nil else { return (value, false) }
    return (try value.divided(by: try Rational(100)), true)
  }

  private mutating func operand() throws(CalculationProblem) -> Rational {
    switch tokens.popFirst() {
    case .number(let numeral): return try Rational(numeral)
    case .open:
      let value = try nested { parser throws(CalculationProblem) in try parser.sum() }
      guard take(.close) != nil else { throw .unbalancedParentheses }
      return value
    case .close: throw .unbalancedParentheses
    default: throw .unfinished
    }
  }

  /// No text within the limit nests deeper than its length; a hostile one does not overflow the stack either.
  private mutating func nested<Value>(
    _ work: (inout CalculationParser) throws(CalculationProblem) -> Value
  ) throws(CalculationProblem) -> Value {
    guard depth < Calculation.longestText else { throw .tooLong }
    depth += 1
    let value = try work(&self)
    depth -= 1
    return value
  }

  private mutating func take(_ wanted: CalculationToken...) -> CalculationToken? {
    guard let first = tokens.first, wanted.contains(first) else { return nil }
    return tokens.removeFirst()
  }
}

extension Rational {
  /// What was typed, exactly.
  init(_ numeral: Numeral) throws(CalculationProblem) {
    try self.init(numeral.digits, over: (0..<numeral.places).reduce(1) { power, _ in power * 10 })
  }
}
