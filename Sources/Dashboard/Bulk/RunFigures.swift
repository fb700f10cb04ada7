import Billing
import Store

/// What a run comes to: how many rows and how much money stand in each state, per currency where amounts are concerned.
struct RunFigures {
  /// One standing of rows, as the totals tell them.
  enum Standing: Int, CaseIterable {
    case done, failed, unknown, waiting, held, forbidden, skipped
  }

  private(set) var counts: [Standing: Int] = [:]
  /// Amounts by standing and currency; currencies are never added up.
  private(set) var sums: [Standing: [Identifier<Currency>?: Money]] = [:]
  private(set) var customers: Set<Int64> = []
  let total: Int
  let isPlanned: Bool

  init(_ run: RunSnapshot, _ page: BulkPage?) {
    total = run.plan.rows.count
    isPlanned = run.phase == .planned
    for (place, row) in run.plan.rows.enumerated() where run.rows.indices.contains(place) {
      let standing = Self.standing(run.rows[place].state, row, place, isPlanned ? page : nil)
      counts[standing, default: 0] += 1
      if let customer = row.customerID { customers.insert(customer) }
      guard let amount = run.rows[place].amount ?? row.amount else { continue }
      let currency = row.currencyID.map { Identifier<Currency>($0) }
      let before = sums[standing, default: [:]][currency] ?? .zero
      // A sum beyond all bounds stands still; nobody pays that much at once.
      sums[standing, default: [:]][currency] = (try? before.adding(amount)) ?? before
    }
  }

  func count(_ standing: Standing) -> Int { counts[standing] ?? 0 }

  /// The rows that have ended, whatever became of them, of those that go.
  var finished: Int { count(.done) + count(.failed) }
  /// The rows that go or went.
  var going: Int { finished + count(.unknown) + count(.waiting) }
  /// What the rows that go or went come to, by currency.
  var ofGoing: [Identifier<Currency>?: Money] {
    [Standing.done, .failed, .unknown, .waiting].compactMap { sums[$0] }.reduce(into: [:]) { all, sums in
      // A sum beyond all bounds stands still; nobody pays that much at once.
      all.merge(sums) { one, other in (try? one.adding(other)) ?? one }
    }
  }

  var fraction: Double { going == 0 ? 0 : Double(finished) / Double(going) }

  private static func standing(_ state: RowState, _ row: PlanRow, _ place: Int, _ page: BulkPage?) -> Standing {
    if let page {
      if row.forbidden != nil { return .forbidden }
      if page.excluded.contains(place) { return .skipped }
      return page.goes(row, at: place) ? .waiting : .held
    }
    return switch state {
    case .done: .done
    case .failed: .failed
    case .unknown: .unknown
    case .waiting, .sending: .waiting
    case .held: .held
    case .forbidden: .forbidden
    case .skipped: .skipped
    }
  }
}
