import Billing
import BillingAPI
import FoundationEssentials
import Store

/// Says which number to propose next; the outbox asks it when a proposed one turns out to be taken.
package protocol NumberSource: Sendable {
  /// The number after `taken`, which another record has, and after those that other drafts hold; nil where there is no
  /// telling.
  func number(after taken: String, of kind: ResourceKind, besides held: [String]) -> String?
}

/// Counts on from what the mirror knows and from the number that is taken.
package struct KnownNumbers: NumberSource {
  private let mirror: Mirror

  package init(mirror: Mirror) { self.mirror = mirror }

  package func number(after taken: String, of kind: ResourceKind, besides held: [String]) -> String? {
    // A mirror that cannot be read knows no number but the taken one.
    let known = held + ((try? mirror.knownNumbers(kind)) ?? [])
    guard let pattern = NumberPattern.parse(taken)?.pattern else { return nil }
    let alike = known.filter { number in
      guard let other = NumberPattern.parse(number)?.pattern else { return false }
      return other.prefix == pattern.prefix && other.suffix == pattern.suffix
    }
    return NumberSequence(known: [taken] + alike)?.next
  }
}
