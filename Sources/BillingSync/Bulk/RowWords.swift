import Billing
import BillingAPI
import FoundationEssentials
import Store

extension RowResult {
  /// What a row came to, as the outbox read it back.
  init(_ saved: SavedRecord, _ row: PlanRow) {
    self.init(record: saved.id)
    status = saved.status
    number = saved.renumbered?.answered?.text ?? row.proposedNumber
    takenNumber = saved.renumbered?.sent.text
    balance = saved.invoiceBalance
    invoiceStatus = saved.invoiceStatus
    wasReplayed = saved.wasReplayed
    wasNotReadBack = saved.readBackFailure != nil
    differing = (saved.notKept + saved.changedBeyond).map(\.field)
  }
}

extension RowFailure {
  init(words: String, mayBePerformed: Bool = true) {
    self.init(status: nil, words: words, mayBePerformed: mayBePerformed)
  }

  init(_ failure: ServiceFailure, mayBePerformed: Bool = false) {
    self.init(status: failure.status, words: failure.reason, mayBePerformed: mayBePerformed)
  }
}

extension ServiceFailure {
  /// The service's words, or why there are none, as reports and scripts tell them.
  package var reason: String {
    switch self {
    case .refused(let problem):
      let fields = problem.errors.sorted { $0.key < $1.key }.flatMap(\.value)
      return fields.isEmpty ? problem.message : fields.joined(separator: " ")
    case .unauthorized(let words), .forbidden(let words, _), .notFound(let words), .conflict(let words),
      .tooManyRequests(let words, _), .rejected(_, let words), .server(_, let words), .unreadable(let words):
      return words.isEmpty ? "The service gave no reason." : words
    case .transport(let error): return error.sentence
    case .redirected(let place): return "The service points to \(place)."
    case .store(let error): return error.sentence
    default: return ownWords
    }
  }

  private var ownWords: String {
    switch self {
    case .readOnly: "The program only reads."
    case .missingScope(let scope): "The key lacks \(scope)."
    case .aboveBalance(let cents):
      "The payment is above the balance of \(Money(cents: cents).formatted(style: .plain))."
    case .ambiguous(let ids): "It may be one of these: \(ids.map { "#\($0)" }.joined(separator: ", "))."
    case .heldElsewhere: "Another program has it in hand."
    case .calledOff: "Its run stopped before it."
    case .notFoundThere: "No record of the service is what was sent."
    case .keyExpired: "It was sent more than 23 hours ago and is not to be found."
    case .neverSent: "Nothing of it was sent."
    default: "It ended before."
    }
  }
}

extension TransportError {
  fileprivate var sentence: String {
    switch self {
    case .unreachable, .refused: "The service cannot be reached."
    case .timedOut: "No answer came in time."
    case .connectionLost: "The connection was lost."
    case .tls: "The connection is not secure."
    case .tooLarge: "The answer is too large."
    case .badURL, .forbiddenPlainHTTP: "The address cannot be used."
    case .cancelled: "It was called off."
    }
  }
}

extension StoreError {
  /// Why the journal cannot be used, as reports and scripts tell it.
  package var sentence: String {
    switch self {
    case .full: "No space is left on the disk."
    case .damaged: "The journal is damaged."
    case .mirrorDamaged: "The mirror is damaged; the next start fetches it anew."
    case .newer: "The journal is of a later version of the program."
    case .busy: "Another program holds the journal."
    case .unreadable(let words), .failed(let words): words
    }
  }
}
