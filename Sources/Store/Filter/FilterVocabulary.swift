import Billing
import BillingAPI
internal import GRDB

/// What values there are for the fields of a filter on one kind of record.
package struct FilterVocabulary: Hashable, Sendable {
  package let kind: ResourceKind
  /// The documented words, then those that records have besides.
  package let statuses: [String]
  /// Those that records are in, the most frequent first.
  package let currencies: [Currency]

  package init(kind: ResourceKind, statuses: [String], currencies: [Currency]) {
    self.kind = kind
    self.statuses = statuses
    self.currencies = currencies
  }

  /// What the documentation of the API knows.
  static func documentedStatuses(_ kind: ResourceKind) -> [String] {
    switch kind {
    case .invoices: InvoiceStatus.documented.map(\.word)
    case .estimates: EstimateStatus.documented.map(\.word)
    case .customers, .payments, .expenses, .items: []
    }
  }
}

extension Mirror {
  /// The statuses and currencies that the loaded records of a kind have.
  package func filterVocabulary(_ kind: ResourceKind) throws(StoreError) -> FilterVocabulary {
    try filterVocabulary(kind, statuses: true, currencies: true)
  }

  /// What the field of a filter needs of it: counting what nobody asks for would take longer than a key.
  func filterVocabulary(_ kind: ResourceKind, of field: String?) throws(StoreError) -> FilterVocabulary {
    try filterVocabulary(kind, statuses: field == "status", currencies: field == "cur")
  }

  private func filterVocabulary(
    _ kind: ResourceKind, statuses: Bool, currencies: Bool
  ) throws(StoreError) -> FilterVocabulary {
    let documented = FilterVocabulary.documentedStatuses(kind)
    let seen = statuses ? try statusCounts(kind).map(\.word).filter { !documented.contains($0) } : []
    return FilterVocabulary(
      kind: kind, statuses: documented + seen, currencies: currencies ? try self.currencies(kind) : [])
  }

  private func currencies(_ kind: ResourceKind) throws(StoreError) -> [Currency] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT currency_id FROM \(kind.rawValue) WHERE currency_id IS NOT NULL GROUP BY currency_id ORDER BY count(*) DESC
          """
      ).compactMap { Currency.with(id: Identifier($0)) }
    }
  }
}
