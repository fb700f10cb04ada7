import Billing
import Store

/// What a run comes to: how many rows and how much money stand in each state, per currency where amounts are concerned.
///
/// Every frame of a run counts its rows anew, some of them several times: so rows are read where they lie, and not copied.
struct RunFigures {
  /// One standing of rows, as the totals tell them.
  enum Standing: Int, CaseIterable {
    case done, failed, unknown, waiting, held, forbidden, skipped
  }

  private var counts = Array(repeating: 0, count: Standing.allCases.count)
  private var amounts: [Amount] = []
  let total: Int
  let isPlanned: Bool

  init(_ run: RunSnapshot, _ page: BulkPage?) {
    total = run.plan.rows.count
    isPlanned = run.phase == .planned
    for place in run.plan.rows.indices.prefix(run.rows.count) {
      let standing = Self.standing(run, place, isPlanned ? page : nil)
      counts[standing.rawValue] += 1
      if let amount = run.rows[place].amount ?? run.plan.rows[place].amount {
        add(amount, standing, run.plan.rows[place].currencyID)
      }
    }
  }

  /// What rows of one standing come to in one currency: there are few of these, whatever the rows.
  private struct Amount {
    let standing: Standing
    let currency: Int64?
    var sum: Money
  }

  private mutating func add(_ amount: Money, _ standing: Standing, _ currency: Int64?) {
    guard let place = amounts.firstIndex(where: { $0.standing == standing && $0.currency == currency }) else {
      return amounts.append(Amount(standing: standing, currency: currency, sum: amount))
    }
    // A sum beyond all bounds stands still; nobody pays that much at once.
    amounts[place].sum = (try? amounts[place].sum.adding(amount)) ?? amounts[place].sum
  }

  func count(_ standing: Standing) -> Int { counts[standing.rawValue] }

  /// Amounts of one standing by currency; currencies are never added up.
  func sums(_ standing: Standing) -> [Identifier<Currency>?: Money] {
    let pairs = amounts.filter { $0.standing == standing }.map { amount in
      (amount.currency.map { Identifier<Currency>($0) }, amount.sum)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The rows that have ended, whatever became of them, of those that go.
  var finished: Int { count(.done) + count(.failed) }
  /// The rows that go or went.
  var going: Int { finished + count(.unknown) + count(.waiting) }
  /// What the rows that go or went come to, by currency.
  var ofGoing: [Identifier<Currency>?: Money] {
    [Standing.done, .failed, .unknown, .waiting].map(sums).reduce(into: [:]) { all, sums in
      // A sum beyond all bounds stands still; nobody pays that much at once.
      all.merge(sums) { one, other in (try? one.adding(other)) ?? one }
    }
  }

  var fraction: Double { going == 0 ? 0 : Double(finished) / Double(going) }

  private static func standing(_ run: RunSnapshot, _ place: Int, _ page: BulkPage?) -> Standing {
    if let page { return standing(run.plan.rows[place], place, before: page) }
    return switch run.rows[place].state {
    case .done: .done
    case .failed: .failed
    case .unknown: .unknown
    case .waiting, .sending: .waiting
    case .held: .held
    case .forbidden: .forbidden
    case .skipped: .skipped
    }
  }

  private static func standing(_ row: PlanRow, _ place: Int, before page: BulkPage) -> Standing {
    if row.forbidden != nil { return .forbidden }
    if page.excluded.contains(place) { return .skipped }
    return page.goes(row, at: place) ? .waiting : .held
  }
}
