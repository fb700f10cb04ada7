import Billing
import FoundationEssentials

/// How one row of a plan stands in its run.
package struct RunRow: Hashable, Sendable, Codable {
  package var state: RowState
  /// The intent in force: the plan's own, another where a refused row was tried again.
  package var intent: IntentID
  package var idempotencyKey: String
  /// A payment of this much instead of what was planned: the balance moved, or a person said so.
  package var amount: Money?
  /// What it was held for and a person included all the same.
  package var accepted: [HoldReason] = []
  /// When its first request left, and when it ended.
  package var began: Date?
  package var ended: Date?

  package init(_ state: RowState, of row: PlanRow) {
    self.state = state
    intent = row.intent
    idempotencyKey = row.idempotencyKey
  }

  package var seconds: Double? {
    if let began, let ended { ended.timeIntervalSince(began) } else { nil }
  }
}

/// What became of a row so far.
package enum RowState: Hashable, Sendable, Codable {
  case waiting
  /// Nothing of it is sent until a person includes it.
  case held([HoldReason])
  case forbidden(ForbiddenReason)
  /// A person left it out; nothing of it was sent.
  case skipped
  case sending
  /// No answer that says what happened: it is settled first, with the same key; nil: when a person says so.
  case unknown(RowFailure, retryAt: Date?)
  case done(RowResult)
  /// Refused: nothing was written.
  case failed(RowFailure)

  package var isWaiting: Bool { if case .waiting = self { true } else { false } }

  /// It could still go: a person may include it.
  package var isIncludable: Bool {
    switch self {
    case .held, .skipped: true
    default: false
    }
  }

  /// Nothing more happens to it by itself.
  package var isFinished: Bool {
    switch self {
    case .done, .failed, .forbidden, .skipped, .held: true
    case .waiting, .sending, .unknown: false
    }
  }
}

/// What a row that succeeded came to.
package struct RowResult: Hashable, Sendable, Codable {
  /// The record that was made, changed or deleted.
  package var record: Int64
  /// The number it bears, where it was proposed; another than planned where that one was taken.
  package var number: String?
  package var takenNumber: String?
  /// The status of the answer; nil where the service's records told it.
  package var status: Int?
  /// Of the invoice after a payment, as it was read back.
  package var balance: Money?
  package var invoiceStatus: String?
  /// The service had performed it before and only repeated its answer.
  package var wasReplayed: Bool
  /// Fields that were sent and that the service answers differently, or changed beyond what was sent, by name.
  package var differing: [String]
  /// It was written, but could not be read again.
  package var wasNotReadBack: Bool

  package init(record: Int64) {
    self.record = record
    wasReplayed = false
    differing = []
    wasNotReadBack = false
  }
}

/// Why a row failed, or is not known: the service's words where it had any.
package struct RowFailure: Hashable, Sendable, Codable {
  /// The status that was answered; nil where no answer came.
  package var status: Int?
  /// One sentence.
  package var words: String
  package var mayBePerformed: Bool

  package init(status: Int?, words: String, mayBePerformed: Bool) {
    self.status = status
    self.words = words
    self.mayBePerformed = mayBePerformed
  }
}
