import Billing
import BillingAPI
import Store
import TerminalUI

/// The search that opens from anywhere: one field, and hits while it is typed into.
package struct Finder: Sendable, Equatable {
  /// What is looked for; the raw value is the key that opens it.
  package enum Kind: Character, Sendable, CaseIterable {
    case customer = "@"
    case number = "#"
    case amount = "$"

    /// What is fetched before everything else while this is open.
    var wanted: ResourceKind { self == .customer ? .customers : .invoices }

    /// The kinds whose records can be hits.
    var searched: [ResourceKind] {
      self == .customer ? [.customers] : [.invoices, .payments, .estimates, .expenses]
    }
  }

  package var kind: Kind
  package var field: TextField
  /// The hits that are shown; those of an earlier query until the answer to this one is there.
  package private(set) var found: Found?
  package private(set) var selected = 0
  /// Enter came before the answer to what is typed: the first hit is opened when it is there.
  package var opensFirst = false
  /// An answer to this query is on its way.
  package var asked: FindQuery?
  /// Records came while an answer was on its way: it is asked for once more.
  package var isStale = false

  package init(_ kind: Kind, text: String = "") {
    self.kind = kind
    field = TextField(text, maximumLength: 200)
  }

  package var query: FindQuery { FindQuery(kind: kind, text: field.text.trimmingBlanks) }
  package var selectedHit: FindHit? {
    found.flatMap { $0.hits.indices.contains(selected) ? $0.hits[selected] : nil }
  }
  /// The hits are those for exactly what is typed.
  var isAnswered: Bool { found?.query == query }

  mutating func select(_ distance: Int) { selected = max(0, min(selected + distance, (found?.hits.count ?? 0) - 1)) }

  /// Takes hits; while more of the same search stream in, the selection stays on its record.
  mutating func take(_ answer: Found) {
    let kept = found?.query == answer.query ? selectedHit : nil
    found = answer
    selected = kept.flatMap { hit in answer.hits.firstIndex { $0.isSame(as: hit) } } ?? 0
  }

  /// Nothing is typed, so nothing is found.
  mutating func forget() {
    found = nil
    selected = 0
    asked = nil
  }
}

/// What is looked for.
package struct FindQuery: Sendable, Hashable {
  package let kind: Finder.Kind
  package let text: String

  package init(kind: Finder.Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What a search found, and in how much of what there is.
package struct Found: Sendable, Equatable {
  package let query: FindQuery
  package let hits: [FindHit]
  /// Records that were looked through.
  package let searched: Int
  /// Records that the service has; nil while it has not said.
  package let total: Int?
  /// Why nothing could be looked for: what is typed is no amount.
  package let problem: String?

  package init(query: FindQuery, hits: [FindHit], searched: Int, total: Int?, problem: String? = nil) {
    self.query = query
    self.hits = hits
    self.searched = searched
    self.total = total
    self.problem = problem
  }

  var isComplete: Bool { total.map { searched >= $0 } ?? false }
}

/// A record that was found.
package enum FindHit: Sendable, Equatable {
  /// `daysLate` is that of the open invoice that is due longest; nil where none is late.
  case customer(CustomerHit, daysLate: Int?)
  case number(NumberHit)
  case amount(AmountHit)

  package var kind: ResourceKind {
    switch self {
    case .customer: .customers
    case .number(let hit): hit.row.kind
    case .amount(let hit): hit.row.kind
    }
  }

  package var id: Int64 {
    switch self {
    case .customer(let hit, _): hit.row.id.value
    case .number(let hit): hit.row.id
    case .amount(let hit): hit.row.id
    }
  }

  /// The name or number by which people know it.
  var title: String {
    switch self {
    case .customer(let hit, _): hit.row.name
    case .number(let hit): AnyResource.of(kind).title(hit.row)
    case .amount(let hit): AnyResource.of(kind).title(hit.row)
    }
  }

  func isSame(as other: FindHit) -> Bool { kind == other.kind && id == other.id && measure == other.measure }

  private var measure: AmountHit.Measure? {
    if case .amount(let hit) = self { hit.measure } else { nil }
  }
}
