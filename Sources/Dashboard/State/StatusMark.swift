import Billing
import BillingAPI
import Store

/// A status that somebody gives to a document by hand, because the service only learns of it so.
package struct StatusMark: Sendable, Hashable {
  /// The words that documented events lead to (`invoice.sent`, `estimate.accepted`…); others are the service's alone.
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case sent = "SENT"
    case accepted = "ACCEPTED"
    case rejected = "REJECTED"
  }

  package let kind: ResourceKind
  package let id: Int64
  /// The document's number.
  package let title: String
  /// As the service said it before.
  package let before: String
  package let status: Status

  /// Nil where documents of this kind have no such status.
  init?(_ kind: ResourceKind, _ row: MirrorRow, _ status: Status) {
    guard let before = row.statusWord, kind == .estimates || status == .sent else { return nil }
    self.kind = kind
    self.status = status
    self.before = before
    id = row.id
    title = AnyResource.of(kind).title(row)
  }

  /// Under which a service that does not take it is remembered.
  package var trait: String { "refuses:\(kind.rawValue):\(status.rawValue)" }
}

extension MirrorRow {
  /// The status of a document, as the service says it.
  var statusWord: String? {
    switch self {
    case .invoice(let invoice): invoice.status.word
    case .estimate(let estimate): estimate.status.word
    default: nil
    }
  }
}
