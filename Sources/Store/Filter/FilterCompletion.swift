import Billing
import BillingAPI

/// What can stand at the caret of a filter that is being typed.
package struct FilterCompletion: Hashable, Sendable {
  /// One thing that can stand there.
  package struct Candidate: Hashable, Sendable {
    /// Takes the place of `range`.
    package let text: String
    /// What it says, in a few words.
    package let meaning: String
    /// A value follows: the caret stays at its end, without a space.
    package let isOpenEnded: Bool
  }

  /// The characters before the caret that a candidate replaces, counted from the start.
  package let range: Range<Int>
  package let candidates: [Candidate]
  /// The beginning of a customer's name that is being typed after `cust:`; the candidates for it are in the mirror.
  package let customerPrefix: String?
}

extension FilterCompletion {
  /// `caret` counts characters from the start of the text.
  package init(_ text: String, caret: Int, vocabulary: FilterVocabulary) {
    let word = CompletedWord(text, caret: caret)
    let values = FilterValues(vocabulary: vocabulary)
    range = word.range
    customerPrefix = word.field == "cust" && vocabulary.kind != .items ? word.value : nil
    if let field = word.field {
      candidates = values.candidates(field, sign: word.sign, typed: word.value)
    } else {
      candidates = word.isQuoted ? [] : values.fields(beginning: word.value)
    }
  }

  /// The same with these for the customer that is being named.
  fileprivate func naming(_ customers: [CustomerHit]) -> FilterCompletion {
    let named = customers.map { hit in
      let name = hit.row.name.filter { $0 != "\"" }
      return Candidate(
        text: name.contains(where: \.isWhitespace) ? "cust:\"\(name)\"" : "cust:\(name)",
        meaning: hit.row.companyName ?? hit.row.email ?? "#\(hit.row.id)", isOpenEnded: false)
    }
    return FilterCompletion(range: range, candidates: named, customerPrefix: customerPrefix)
  }
}

extension Mirror {
  /// What can stand at the caret, customers that are known among it. Reads the mirror: call it off the loop.
  package func filterCompletion(
    _ text: String, caret: Int, kind: ResourceKind, limit: Int = 20
  ) throws(StoreError) -> FilterCompletion {
    let completion = FilterCompletion(
      text, caret: caret, vocabulary: try filterVocabulary(kind, of: CompletedWord(text, caret: caret).field))
    guard let prefix = completion.customerPrefix else { return completion }
    return completion.naming(try findCustomers(prefix, limit: limit))
  }
}

/// The word of a filter that the caret stands in or behind, as far as the caret.
struct CompletedWord {
  let range: Range<Int>
  /// Before a colon or comparison.
  let field: String?
  let sign: String
  /// After it; where there is no field, all of the word.
  let value: String
  let isQuoted: Bool

  init(_ text: String, caret: Int) {
    let before = Array(text.prefix(max(0, caret)))
    var start = 0
    var inQuotes = false
    for (offset, character) in before.enumerated() {
      if character == "\"" { inQuotes.toggle() }
      if !inQuotes, character.isWhitespace || character == "|" { start = offset + 1 }
    }
    while start < before.count, before[start] == "!" { start += 1 }
    let typed = String(before[start...])
    let split = FieldSplit(typed)
    range = start..<before.count
    field = split?.field
    sign = split?.sign ?? ""
    value = (split?.value ?? typed).filter { $0 != "\"" }
    isQuoted = typed.hasPrefix("\"")
  }
}
