import Billing
import BillingAPI
import Store
import Synchronization

extension EffectRunner {
  /// How many hits are shown at most: more are found by typing on, not by reading.
  private static let mostHits = 60

  /// Looks for records; a search that a newer one has overtaken is not made.
  func find(_ query: FindQuery, _ books: OpenBooks) throws {
    guard memory.withLock({ $0.newestQuery == query }) else { return }
    let mirror = books.mirror
    var (hits, problem): ([FindHit], String?) = ([], nil)
    switch query.kind {
    case .customer: hits = try customers(query.text, mirror)
    case .number: hits = try mirror.findNumbers(query.text, limit: Self.mostHits).map(FindHit.number)
    case .amount:
      if let amount = AmountQuery(query.text) {
        hits = try mirror.findAmounts(amount, limit: Self.mostHits).map(FindHit.amount)
      } else {
        problem = "“\(query.text)” is no amount: write 1980, 1,980.50 or 6k; ~6k is about that."
      }
    }
    let completeness = try query.kind.searched.map { try mirror.completeness($0) }
    let totals = completeness.map(\.total)
    post(
      .found(
        Found(
          query: query, hits: hits, searched: completeness.reduce(0) { $0 + $1.loaded },
          total: totals.contains(nil) ? nil : totals.reduce(0) { $0 + ($1 ?? 0) }, problem: problem)))
  }

  /// How often each value stands in a column of what a list lets through.
  func frequencies(of column: SortColumn, _ request: ListRequest, _ books: OpenBooks) throws {
    let rows = try books.mirror.frequencies(of: column, in: withNotes(request, books))
    post(.frequencies(rows, of: column, in: request.kind))
  }

  /// How many records each filter lets through; one that cannot be read is left out.
  func countFilters(_ kind: ResourceKind, _ filters: [String], _ books: OpenBooks) throws {
    var counts: [String: Int] = [:]
    for text in filters {
      guard case .success(let filter) = ListFilter.parse(text, kind: kind) else { continue }
      let request = try withNotes(ListRequest(kind, filter: filter, today: today()), books)
      counts[text] = try books.mirror.summary(of: request).count
    }
    post(.filterCounts(counts, in: kind))
  }

  /// What can stand at the caret of a filter.
  func completeFilter(_ question: FilterOffers.Question, _ books: OpenBooks) throws {
    let completion = try books.mirror.filterCompletion(question.text, caret: question.caret, kind: question.kind)
    post(.filterOffers(FilterOffers(question: question, completion: completion)))
  }

  private func customers(_ text: String, _ mirror: Mirror) throws -> [FindHit] {
    let today = today()
    return try mirror.findCustomers(text, limit: Self.mostHits).map { hit in
      let late = hit.row.oldestDue.map { $0.days(until: today) } ?? 0
      return .customer(hit, daysLate: late > 0 ? late : nil)
    }
  }
}
