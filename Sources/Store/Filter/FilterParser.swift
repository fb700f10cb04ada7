import Billing
import BillingAPI

extension ListFilter {
  /// Reads the filter language:
  /// `words ~nearly is:open status:sent,viewed cust:doe cur:eur amt>=1k bal~500 late>30 due<eom date:2026-03 has:note !x a|b`.
  ///
  /// With a vocabulary a status that no record has is a mistake; without one any is taken.
  package static func parse(
    _ text: String, kind: ResourceKind, vocabulary: FilterVocabulary? = nil
  ) -> Result<ListFilter, FilterProblem> {
    do {
      let words = try FilterLexer.words(text)
      var clauses: [Clause] = []
      for word in words { clauses.append(Clause(try FilterParser(kind: kind, vocabulary: vocabulary).terms(word))) }
      return .success(ListFilter(text: text, clauses: clauses))
    } catch {
      return .failure(error)
    }
  }
}

/// Reads the words of a filter on one kind of record.
struct FilterParser {
  let kind: ResourceKind
  let vocabulary: FilterVocabulary?

  /// The fields of the language as they are written.
  static let fields = ["is:", "status:", "cust:", "cur:", "has:", "amt>", "bal>", "late>", "due<", "date>"]

  func terms(_ pieces: [FilterLexer.Piece]) throws(FilterProblem) -> [ListFilter.Term] {
    var terms: [ListFilter.Term] = []
    for piece in pieces { terms.append(try term(piece)) }
    return terms
  }

  private func term(_ piece: FilterLexer.Piece) throws(FilterProblem) -> ListFilter.Term {
    let bangs = piece.text.prefix { $0 == "!" }.count
    let rest = String(piece.text.dropFirst(bangs))
    let isNegated = !bangs.isMultiple(of: 2)
    do {
      return ListFilter.Term(try condition(rest, isQuoted: piece.isQuoted), negated: isNegated)
    } catch {
      throw FilterProblem(word: piece.text, offset: piece.offset, reason: error)
    }
  }

  private func condition(_ text: String, isQuoted: Bool) throws(FilterProblem.Reason) -> FilterCondition {
    guard !isQuoted, let split = FieldSplit(text) else { return try word(text, isQuoted: isQuoted) }
    guard !split.value.isEmpty else { throw .missingValue(field: split.field + split.sign) }
    return split.sign == ":" && !Self.compares(split.field) ? try named(split.field, split.value) : try compared(split)
  }

  private static func compares(_ field: String) -> Bool {
    field == "late" || FilterCondition.Measure(rawValue: field) != nil
      || FilterCondition.DayField(rawValue: field) != nil
  }

  private func word(_ text: String, isQuoted: Bool) throws(FilterProblem.Reason) -> FilterCondition {
    guard !isQuoted, text.hasPrefix("~") else { return .word(TextFolding.fold(text)) }
    guard text.count > 1 else { throw .missingValue(field: "~") }
    return .nearly(TextFolding.fold(String(text.dropFirst())))
  }

  private func named(_ field: String, _ value: String) throws(FilterProblem.Reason) -> FilterCondition {
    switch field {
    case "is": try mark(value)
    case "status": try status(value)
    case "cust": try require(kind != .items, field, customer(value))
    case "cur": try currency(value)
    case "has": try presence(value)
    default: throw .unknownField(field + ":")
    }
  }

  private func status(_ value: String) throws(FilterProblem.Reason) -> FilterCondition {
    guard FilterSQL.hasStatus(kind) else { throw .notOfKind(field: "status", kind) }
    let words = value.split(separator: ",").map { $0.uppercased() }
    if let known = vocabulary?.statuses, let unknown = words.first(where: { !known.contains($0) }) {
      throw .unknownValue(field: "status:", value: unknown.lowercased(), known: known.map { $0.lowercased() })
    }
    return .status(words)
  }

  private func customer(_ value: String) -> FilterCondition {
    if value.count > 1, value.hasPrefix("~") {
      return .customer(TextFolding.fold(String(value.dropFirst())), isNearly: true)
    }
    if value.hasPrefix("#"), let id = Int64(value.dropFirst()) { return .customerID(Identifier(id)) }
    return .customer(TextFolding.fold(value))
  }

  private func compared(_ split: FieldSplit) throws(FilterProblem.Reason) -> FilterCondition {
    let comparison = FilterCondition.Comparison(rawValue: split.sign) ?? .equal  // also what a colon says
    if let measure = FilterCondition.Measure(rawValue: split.field) {
      return try amount(measure, comparison, split.value)
    }
    if let field = FilterCondition.DayField(rawValue: split.field) { return try day(field, comparison, split.value) }
    guard split.field == "late" else { throw .unknownField(split.field + split.sign) }
    guard let days = Int(split.value), abs(days) < 100_000 else { throw .noNumber(field: "late", value: split.value) }
    return try require(kind == .invoices || kind == .customers, "late", .daysLate(comparison, days))
  }

  private func mark(_ value: String) throws(FilterProblem.Reason) -> FilterCondition {
    let known = FilterCondition.Mark.allCases.filter { FilterSQL.has($0, kind) }
    guard !known.isEmpty else { throw .notOfKind(field: "is:", kind) }
    if let mark = known.first(where: { $0.rawValue == value.lowercased() }) { return .mark(mark) }
    if FilterVocabulary.documentedStatuses(kind).contains(value.uppercased()) { return .status([value.uppercased()]) }
    throw .unknownValue(field: "is:", value: value, known: known.map(\.rawValue))
  }

  private func currency(_ value: String) throws(FilterProblem.Reason) -> FilterCondition {
    if let id = Int64(value), id > 0 { return .currency(Identifier(id)) }
    guard let currency = Currency.with(code: value) else {
      throw .unknownValue(field: "cur:", value: value, known: ["usd", "eur", "gbp"])
    }
    return .currency(currency.id)
  }

  private func presence(_ value: String) throws(FilterProblem.Reason) -> FilterCondition {
    let known = FilterCondition.Presence.allCases.filter { FilterSQL.has($0, kind) }
    guard !known.isEmpty else { throw .notOfKind(field: "has:", kind) }
    guard let presence = known.first(where: { $0.rawValue == value.lowercased() }) else {
      throw .unknownValue(field: "has:", value: value, known: known.map(\.rawValue))
    }
    return .has(presence)
  }

  private func amount(
    _ measure: FilterCondition.Measure, _ comparison: FilterCondition.Comparison, _ value: String
  ) throws(FilterProblem.Reason) -> FilterCondition {
    guard let cents = FilterAmount.cents(value) else { throw .noNumber(field: measure.rawValue, value: value) }
    return try require(FilterSQL.has(measure, kind), measure.rawValue, .compare(measure, comparison, cents: cents))
  }

  private func day(
    _ field: FilterCondition.DayField, _ comparison: FilterCondition.Comparison, _ value: String
  ) throws(FilterProblem.Reason) -> FilterCondition {
    guard let bound = DayBound(text: value) else { throw .noDay(field: field.rawValue, value: value) }
    return try require(FilterSQL.column(field, kind) != nil, field.rawValue, .day(field, comparison, bound))
  }

  private func require(
    _ holds: Bool, _ field: String, _ condition: FilterCondition
  ) throws(FilterProblem.Reason) -> FilterCondition {
    guard holds else { throw .notOfKind(field: field, kind) }
    return condition
  }
}

/// A word that names a field: letters, then `:` or a comparison, then the value.
struct FieldSplit {
  let field: String
  let sign: String
  let value: String

  init?(_ text: String) {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty else { return nil }
    let rest = text.dropFirst(letters.count)
    guard let sign = [":", ">=", "<=", ">", "<", "=", "~"].first(where: rest.hasPrefix) else { return nil }
    guard sign != "~" || FilterCondition.Measure(rawValue: letters.lowercased()) != nil else { return nil }
    field = letters.lowercased()
    self.sign = sign
    value = String(rest.dropFirst(sign.count))
  }
}

/// Reads the amounts of a filter: `500`, `1.5k`, `1,200.50`, `-3`.
enum FilterAmount {
  /// In cents; nil for what hundredths cannot hold or no service may send.
  static func cents(_ text: String) -> Int64? {
    var digits = text.lowercased().filter { $0 != "," }
    let factor: Int64 =
      switch digits.last {
      case "k": 100_000
      case "m": 100_000_000
      default: 100
      }
    if factor > 100 { digits.removeLast() }
    return scaled(digits, by: factor)
  }

  private static func scaled(_ text: String, by factor: Int64) -> Int64? {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard text.filter({ $0 == "-" }).count <= 1, (1...2).contains(parts.count), parts.joined().count <= 13 else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard parts.joined().allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int64(parts.joined()) else {
      return nil
    }
    let scale = (0..<decimals).reduce(Int64(1)) { scale, _ in scale * 10 }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow, product.isMultiple(of: scale) else { return nil }
    return isNegative ? -(product / scale) : product / scale
  }
}
