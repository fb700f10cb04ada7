import Billing
import BillingExport
import Store

/// What a run came to, row by row, as a table for CSV and JSON lines.
package struct RunReport: Sendable {
  private let run: RunSnapshot

  package init(_ run: RunSnapshot) { self.run = run }

  package static let columns = [
    ("Number", "number"), ("Customer", "customer"), ("Currency", "currency"), ("Amount", "amount"),
    ("Result", "result"), ("Detail", "detail"), ("New number", "new_number"), ("Record", "record_id"),
    ("Status", "http_status"), ("Balance", "due_amount"), ("Milliseconds", "milliseconds"),
    ("Idempotency key", "idempotency_key"),
  ].map { ExportColumn(title: $0.0, name: $0.1) }

  /// How many rows there are.
  package var count: Int { run.rows.count }

  package func values(_ place: Int) -> [ExportValue] {
    let (row, state) = (run.plan.rows[place], run.rows[place])
    var values: [ExportValue] = [
      .text(row.number), .text(row.customer), row.currency.map { .text($0) } ?? .empty,
      (state.amount ?? row.amount).map { .money($0) } ?? .empty, .text(state.state.word),
      .text(state.state.detail),
    ]
    if case .done(let result) = state.state {
      values += [
        result.number.map { .text($0) } ?? .empty, .integer(result.record),
        result.status.map { .integer(Int64($0)) } ?? .empty, result.balance.map { .money($0) } ?? .empty,
      ]
    } else {
      values += [.empty, .empty, state.state.failure?.status.map { .integer(Int64($0)) } ?? .empty, .empty]
    }
    return values + [
      state.seconds.map { .integer(Int64(($0 * 1000).rounded())) } ?? .empty, .text(state.idempotencyKey),
    ]
  }
}

extension RowState {
  /// One word for it.
  package var word: String {
    switch self {
    case .waiting: "waiting"
    case .held: "held"
    case .forbidden: "forbidden"
    case .skipped: "skipped"
    case .sending: "sending"
    case .unknown: "unknown"
    case .done: "done"
    case .failed: "failed"
    }
  }

  package var failure: RowFailure? {
    switch self {
    case .unknown(let failure, _), .failed(let failure): failure
    default: nil
    }
  }

  /// Why, where there is a reason to tell.
  package var detail: String {
    switch self {
    case .held(let reasons): reasons.map(\.words).joined(separator: "; ")
    case .forbidden(let reason): reason.words
    case .unknown(let failure, _), .failed(let failure): failure.words
    case .done(let result):
      result.differing.isEmpty ? "" : "differs: \(result.differing.joined(separator: ", "))"
    case .waiting, .skipped, .sending: ""
    }
  }
}

extension HoldReason {
  /// A few words for a table.
  package var words: String {
    switch self {
    case .changed(let field, let was, let now): "\(field) was \(was), now \(now)"
    case .balance(let was, let now): "balance was \(Self.text(was)), now \(Self.text(now))"
    case .total(let was, let now): "total was \(Self.text(was)), now \(Self.text(now))"
    case .duplicate(let payments, let days):
      "paid alike \(days) \(days == 1 ? "day" : "days") apart: \(payments.joined(separator: ", "))"
    case .waitingDuplicate(let count): "\(count) alike in the outbox"
    case .sameRecord: "twice in the plan"
    case .partial(let balance): "less than the balance of \(Self.text(balance))"
    }
  }

  private static func text(_ money: Money) -> String { money.formatted(style: .plain) }
}

extension ForbiddenReason {
  /// A few words for a table.
  package var words: String {
    switch self {
    case .scope(let scope): "the key lacks \(scope)"
    case .readOnly: "read-only"
    case .state(let status): "it is \(status)"
    case .nothingToPay: "nothing to pay"
    case .aboveBalance(let balance): "above the balance of \(balance.formatted(style: .plain))"
    case .notPositive: "no amount above 0"
    case .lacks(let field): "it has no \(field)"
    case .unchanged: "nothing would change"
    case .unknownRecord: "it is not there"
    case .notAllowed: "the API does not allow it"
    case .unreadable: "a value of it cannot be read"
    }
  }
}
