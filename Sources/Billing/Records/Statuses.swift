/// Where an invoice stands, as the service says; a word that nobody documented is kept and shown as it came.
package enum InvoiceStatus: Hashable, Sendable {
  case draft, sent, viewed, overdue, completed
  case unknown(String)

  package static let documented: [InvoiceStatus] = [.draft, .sent, .viewed, .overdue, .completed]

  package init(word: String) {
    self = Self.documented.first { $0.word == word } ?? .unknown(word)
  }

  /// The word of the API documentation.
  package var word: String {
    switch self {
    case .draft: "DRAFT"
    case .sent: "SENT"
    case .viewed: "VIEWED"
    case .overdue: "OVERDUE"
    case .completed: "COMPLETED"
    case .unknown(let word): word
    }
  }
}

/// How much of an invoice is paid, as the service says.
package enum PaidStatus: Hashable, Sendable {
  case unpaid, partiallyPaid, paid
  case unknown(String)

  package static let documented: [PaidStatus] = [.unpaid, .partiallyPaid, .paid]

  package init(word: String) {
    self = Self.documented.first { $0.word == word } ?? .unknown(word)
  }

  package var word: String {
    switch self {
    case .unpaid: "UNPAID"
    case .partiallyPaid: "PARTIALLY_PAID"
    case .paid: "PAID"
    case .unknown(let word): word
    }
  }
}

/// Where an estimate stands, as the service says.
package enum EstimateStatus: Hashable, Sendable {
  case draft, sent, viewed, expired, accepted, rejected
  case unknown(String)

  package static let documented: [EstimateStatus] = [.draft, .sent, .viewed, .expired, .accepted, .rejected]

  package init(word: String) {
    self = Self.documented.first { $0.word == word } ?? .unknown(word)
  }

  package var word: String {
    switch self {
    case .draft: "DRAFT"
    case .sent: "SENT"
    case .viewed: "VIEWED"
    case .expired: "EXPIRED"
    case .accepted: "ACCEPTED"
    case .rejected: "REJECTED"
    case .unknown(let word): word
    }
  }
}
