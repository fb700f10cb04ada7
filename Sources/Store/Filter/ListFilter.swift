import Billing
import BillingAPI

/// Which records a list lets through: every clause must hold.
package struct ListFilter: Hashable, Sendable {
  /// As it was typed.
  package let text: String
  package let clauses: [Clause]

  /// Lets everything through.
  package static let all = ListFilter(text: "", clauses: [])

  package var isEmpty: Bool { clauses.isEmpty }

  package init(text: String, clauses: [Clause]) {
    self.text = text
    self.clauses = clauses
  }

  /// Alternatives of which one must hold (`a|b`).
  package struct Clause: Hashable, Sendable {
    package let terms: [Term]

    package init(_ terms: [Term]) { self.terms = terms }
  }

  /// A condition or its opposite (`!x`).
  package struct Term: Hashable, Sendable {
    package let condition: FilterCondition
    package let isNegated: Bool

    package init(_ condition: FilterCondition, negated: Bool = false) {
      self.condition = condition
      isNegated = negated
    }
  }
}

extension ListFilter {
  /// The records of these statuses, as a tab asks for them.
  package static func statuses(_ words: [String]) -> ListFilter {
    ListFilter(text: "status:\(words.joined(separator: ",").lowercased())", clauses: [Clause([Term(.status(words))])])
  }

  /// Documents and payments of one customer.
  package static func customer(_ id: Identifier<Customer>) -> ListFilter {
    ListFilter(text: "cust:#\(id)", clauses: [Clause([Term(.customerID(id))])])
  }

  /// What both filters let through.
  package func and(_ other: ListFilter) -> ListFilter {
    let both = [text, other.text].filter { !$0.isEmpty }.joined(separator: " ")
    return ListFilter(text: both, clauses: clauses + other.clauses)
  }
}

extension ListFilter {
  /// Whether it matters which records have a local note.
  package var asksForNotes: Bool {
    clauses.contains { $0.terms.contains { $0.condition == .has(.note) } }
  }
}
