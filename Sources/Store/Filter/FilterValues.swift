import Billing
import BillingAPI

/// The fields of the filter language and their values, for completion.
struct FilterValues {
  let vocabulary: FilterVocabulary

  private var kind: ResourceKind { vocabulary.kind }

  /// Fields that begin with what is typed, and whole conditions such as `is:late`.
  func fields(beginning typed: String) -> [FilterCompletion.Candidate] {
    let whole = typed.isEmpty ? [] : named.flatMap { candidates($0, sign: ":", typed: typed) }
    let comparisons = measures.contains { $0.field == typed.lowercased() } ? operators(typed.lowercased()) : []
    return comparisons + openEnded.filter { $0.text.hasPrefix(typed.lowercased()) } + whole
  }

  /// Values of a field that begin with what is typed after it.
  func candidates(_ field: String, sign: String, typed: String) -> [FilterCompletion.Candidate] {
    let start = typed.lowercased().split(separator: ",", omittingEmptySubsequences: false)
    let kept = field == "status" ? start.dropLast().map { $0 + "," }.joined() : ""
    let last = field == "status" ? String(start.last ?? "") : typed.lowercased()
    return values(field).filter { $0.word.hasPrefix(last) }.map {
      FilterCompletion.Candidate(
        text: "\(field)\(sign)\(kept)\($0.word)", meaning: $0.meaning, isOpenEnded: false)
    }
  }

  private func values(_ field: String) -> [(word: String, meaning: String)] {
    switch field {
    case "is": marks
    case "has": presences
    case "status": vocabulary.statuses.map { ($0.lowercased(), "in this status") }
    case "cur": vocabulary.currencies.map { ($0.code.lowercased(), $0.name) }
    case "late": [("0", "at all"), ("30", "a month"), ("60", "two months"), ("90", "three months")]
    case "due", "date": days
    default: []
    }
  }

  private var marks: [(word: String, meaning: String)] {
    FilterCondition.Mark.allCases.filter { FilterSQL.has($0, kind) }.map { ($0.rawValue, $0.meaning) }
  }

  private var presences: [(word: String, meaning: String)] {
    FilterCondition.Presence.allCases.filter { FilterSQL.has($0, kind) }.map { ($0.rawValue, $0.meaning) }
  }

  private var days: [(word: String, meaning: String)] {
    DayBound.names.map { ($0.word, $0.meaning) } + [
      ("7d", "in seven days"), ("30d", "in 30 days"), ("-30d", "30 days ago"),
    ]
  }

  /// Fields with words for values that the kind has.
  private var named: [String] {
    ["is", "has", "status"].filter { !values($0).isEmpty }
  }

  private var measures: [(field: String, meaning: String)] {
    let amounts = FilterCondition.Measure.allCases.filter { FilterSQL.has($0, kind) }.map { ($0.rawValue, $0.meaning) }
    let days = FilterCondition.DayField.allCases.filter { FilterSQL.column($0, kind) != nil }
      .map { ($0.rawValue, $0.meaning) }
    return amounts + days + (kind == .invoices || kind == .customers ? [("late", "days late")] : [])
  }

  private var openEnded: [FilterCompletion.Candidate] {
    let words = [
      ("is", "open, late, paid…"), ("status", "the service's status"), ("has", "has a note…"),
    ].filter { !values($0.0).isEmpty }
    let always = kind == .items ? [("cur", "in a currency")] : [("cust", "of a customer"), ("cur", "in a currency")]
    return (words + always).map { open("\($0.0):", $0.1) } + measures.map { open(standardSign($0.field), $0.meaning) }
      + [open("~", "a name that is nearly so"), open("!", "not")]
  }

  private func standardSign(_ field: String) -> String {
    switch field {
    case "due": "due<"
    case "late": "late>"
    default: "\(field)>="
    }
  }

  private func operators(_ field: String) -> [FilterCompletion.Candidate] {
    FilterCondition.Comparison.allCases.filter { $0 != .about || FilterCondition.Measure(rawValue: field) != nil }
      .map { open(field + $0.rawValue, $0.meaning) }
  }

  private func open(_ text: String, _ meaning: String) -> FilterCompletion.Candidate {
    FilterCompletion.Candidate(text: text, meaning: meaning, isOpenEnded: true)
  }
}

extension FilterCondition.Mark {
  fileprivate var meaning: String {
    switch self {
    case .open: "something is to be paid"
    case .late: "open and past its due day"
    case .draft: "was never sent"
    case .paid: "paid in full"
    case .partial: "paid in part"
    }
  }
}

extension FilterCondition.Presence {
  fileprivate var meaning: String {
    switch self {
    case .note: "has a note"
    case .reference: "has a reference"
    case .due: "has a due day"
    case .email: "has an e-mail address"
    case .phone: "has a telephone number"
    case .company: "has a company"
    case .invoice: "is for an invoice"
    case .customer: "is for a customer"
    }
  }
}

extension FilterCondition.Measure {
  fileprivate var meaning: String {
    switch self {
    case .amount: "total or amount"
    case .balance: "what is still to be paid"
    }
  }
}

extension FilterCondition.DayField {
  fileprivate var meaning: String {
    switch self {
    case .due: "due or expiry day"
    case .date: "day of the record"
    }
  }
}

extension FilterCondition.Comparison {
  fileprivate var meaning: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .above: "more than"
    case .below: "less than"
    case .equal: "exactly"
    case .about: "about: five per cent around it"
    }
  }
}
