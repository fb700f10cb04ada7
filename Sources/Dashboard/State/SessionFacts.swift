import Billing
import BillingAPI
import FoundationEssentials

/// Whose books these are and how they are reached.
package struct SessionFacts: Sendable, Equatable {
  /// Where the books lie.
  package enum Place: Sendable, Equatable {
    /// Sample data that is thrown away at the end.
    case demo
    /// The user's own books in the embedded service.
    case local
    /// A service elsewhere; the profile's name.
    case remote(String)
  }

  package var place: Place
  package var isReadOnly: Bool
  /// nil until `/api/me` has answered.
  package var company: Company?
  /// The company's own currency, where the books say it; the API does not.
  package var homeCurrency: Identifier<Currency>?
  /// What the key allows; nil until it is known.
  package var scopes: [Scope]?
  package var keyName: String?
  package var keyExpiresAt: String?
  /// What was learned of the service by trying, such as a status that it does not take.
  package var traits: Set<String> = []
  package var connection = Connection.connecting

  package init(place: Place, isReadOnly: Bool) {
    self.place = place
    self.isReadOnly = isReadOnly
  }

  /// Takes in what the service says of the key, or said when it was asked last; nil changes nothing.
  mutating func know(_ key: APIKeyInfo?) {
    guard let key else { return }
    // A service that names none leaves it to its own answers what the key may do.
    scopes = key.scopes.isEmpty ? nil : key.scopes
    keyName = key.name
    keyExpiresAt = key.expiresAt
  }

  /// What stands behind the company's name in the header.
  package var label: String {
    switch place {
    case .demo: "demo · not kept"
    case .local: "local books"
    case .remote(let profile): profile
    }
  }

  /// Why a kind of record cannot be written; nil where it can.
  package func writeRefusal(_ kind: ResourceKind) -> String? {
    if isReadOnly { return "Read-only: nothing is sent. Start without --read-only to write." }
    guard let scopes, !scopes.permit(kind.writeScope) else { return nil }
    return "The key lacks \(kind.writeScope)."
  }
}

/// Whether the service answers. Times are the clock's, as the state line shows them (`14:32`).
package enum Connection: Sendable, Equatable {
  case connecting
  case live(since: String)
  /// No answer: what is shown stood in the mirror; the sentence says why and what happens next.
  case off(since: String, reason: String)
}

/// When the service was asked for something, as the state line shows it: `14:32`, or with its day where that is past.
package struct ReadMoment: Sendable, Equatable {
  package let date: Date
  package let text: String

  package init(date: Date, text: String) {
    self.date = date
    self.text = text
  }
}

/// What the state line says of writes on their way.
package struct OutboxFacts: Sendable, Equatable {
  package var unsettled = 0
}
