import Billing
import BillingAPI
import Store
import TerminalUI

/// The page of one customer: who that is, what is owed, how it is paid, and everything that happened.
package struct CustomerPage: Sendable, Equatable, PageContent {
  package let id: Int64
  /// The name, as it was known when the page was opened and then as the mirror has it.
  package var name: String
  /// nil until the mirror has answered; `isUnknown` says where it does not have this customer.
  package var facts: CustomerFacts?
  package var isUnknown = false
  /// The mirror has not answered yet.
  var isAwaited: Bool { facts == nil && !isUnknown }
  package var tab = CustomerTab.timeline
  /// The kinds of entry that the timeline leaves out.
  package var hidden: Set<TimelineKind> = []
  package var list = RowList<TimelineRow>()
  /// The currency that is shown, once one was chosen; until then that of most documents.
  package var chosen: ChosenCurrency?
  package var period = StatementPeriod()

  package init(id: Int64, name: String) {
    self.id = id
    self.name = name
  }

  var title: String { name }
  var mode: Mode { .customer }
  var reading: [Effect] { [.customerPage(id)] }
  var check: [Span]? { reconciliation }

  /// The figures of the currency that is shown; nil where there is not one document.
  var shown: CustomerCurrency? {
    let currencies = facts?.overview.currencies ?? []
    let chosen = chosen.flatMap { chosen in currencies.first { $0.currencyID == chosen.id } }
    return chosen ?? currencies.first
  }
}

/// The tabs of the page.
package enum CustomerTab: String, Sendable, CaseIterable {
  case timeline, invoices, payments, estimates, expenses, statement

  var title: String { rawValue.capitalizedFirst }

  /// The kind that it lists; nil for those that list all.
  var kind: TimelineKind? {
    switch self {
    case .timeline, .statement: nil
    case .invoices: .invoice
    case .payments: .payment
    case .estimates: .estimate
    case .expenses: .expense
    }
  }
}

/// What the page shows, as it was read from the mirror and from this machine's notes.
package struct CustomerFacts: Sendable, Equatable {
  package let overview: CustomerOverview
  /// The record itself, with both addresses; nil where it cannot be read.
  package let customer: Customer?
  /// Notes beside the customer and beside its invoices.
  package let notes: [DatedNote]
  /// The time of day of the request that brought the customer.
  package let asOf: String

  package init(overview: CustomerOverview, customer: Customer?, notes: [DatedNote], asOf: String) {
    self.overview = overview
    self.customer = customer
    self.notes = notes
    self.asOf = asOf
  }
}

extension CustomerPage {
  /// Whether the balance that the documents come to is the one that the service says; nil before it is known.
  fileprivate var reconciliation: [Span]? {
    guard let facts, let shown else { return nil }
    let counts = "\(Self.counted(shown.invoiced.count, "invoice")) and \(Self.counted(shown.paid.count, "payment"))"
    guard facts.isComplete else {
      return [Span("Balance of \(counts) so far: not everything is loaded.", "warning")]
    }
    guard shown.isReconciled else {
      return [Span("Rebuilt from \(counts), the balance is not what the service says. ✗", "error")]
    }
    return [Span("balance rebuilt from \(counts) equals the service's ", "text.dim"), Span("✓", "ok")]
  }
}

extension CustomerPage {
  /// The check in few words.
  var shortCheck: [Span] {
    guard let facts, let shown else { return [] }
    guard facts.isComplete else { return [Span("not everything is loaded", "warning")] }
    guard shown.isReconciled else { return [Span("not the balance that the service says ✗", "error")] }
    return [Span("rebuilt balance = the service's ", "text.dim"), Span("✓", "ok")]
  }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}

extension CustomerFacts {
  /// Whether everything that could be this customer's is loaded.
  var isComplete: Bool {
    [ResourceKind.invoices, .payments].allSatisfy { overview.completeness[$0]?.isComplete ?? false }
  }
}
