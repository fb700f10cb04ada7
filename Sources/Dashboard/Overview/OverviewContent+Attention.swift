import Billing
import BillingAPI
import Store
import TerminalUI

extension OverviewContent {
  /// How long before its end a key is spoken of, in days.
  private static let keyNotice = 30
  /// More estimates than this would hide the rest.
  private static let estimatesShown = 4

  static func attention(_ entry: AttentionEntry, _ shown: CurrencyOverview, _ figures: Figures) -> AttentionRow {
    AttentionRow(
      name: entry.name, overdue: figures.bare(entry.overdue.sum, shown.currencyID), oldest: "\(entry.oldestDays) d",
      count: entry.overdue.count, last: entry.lastPayment.map { figures.shortDay($0) } ?? "never",
      destination: .customer(entry.customerID.value))
  }

  /// What else is to be looked after, in every currency.
  static func reminders(
    _ overview: Overview, _ shown: CurrencyOverview, _ session: SessionFacts, _ figures: Figures
  ) -> [ReminderRow] {
    let late = overview.currencies.filter { $0.currencyID != shown.currencyID && $0.overdue.count > 0 }
    return late.map { lateElsewhere($0, figures) } + overview.currencies.compactMap { drafts($0, figures) }
      + expiring(overview, figures) + key(session, figures)
  }

  private static func lateElsewhere(_ other: CurrencyOverview, _ figures: Figures) -> ReminderRow {
    let customers = other.attentionCount == 1 ? "1 customer" : "\(other.attentionCount) customers"
    return ReminderRow(
      text: "\(customers) late in \(other.code)", figure: figures.full(other.overdue.sum, other.currencyID),
      when: "tc shows them", role: "status.overdue", destination: .list(.invoices, filter: "is:late\(other.filter)"))
  }

  private static func drafts(_ currency: CurrencyOverview, _ figures: Figures) -> ReminderRow? {
    guard currency.drafts.count > 0 else { return nil }
    let oldest = currency.oldestDraft.map { ", oldest \(max(0, $0.days(until: figures.today))) d" } ?? ""
    let count = currency.drafts.count == 1 ? "1 draft" : "\(currency.drafts.count) drafts"
    return ReminderRow(
      text: count + oldest, figure: figures.full(currency.drafts.sum, currency.currencyID), when: "finish or delete",
      role: "status.draft", destination: .list(.invoices, filter: "is:draft\(currency.filter)"))
  }

  private static func expiring(_ overview: Overview, _ figures: Figures) -> [ReminderRow] {
    let all = overview.currencies.flatMap(\.expiring).sorted {
      ($0.expiryDate ?? .last, $0.id) < ($1.expiryDate ?? .last, $1.id)
    }
    return all.prefix(estimatesShown).map { estimate in
      ReminderRow(
        text: "\(estimate.number) \(estimate.customerName)",
        figure: estimate.total.map { figures.full($0, estimate.currencyID) } ?? "?",
        when: estimate.expiryDate.map { "expires \(figures.shortDay($0))" } ?? "", role: "warning",
        destination: .record(.estimates, id: estimate.id.value))
    }
  }

  private static func key(_ session: SessionFacts, _ figures: Figures) -> [ReminderRow] {
    guard let end = session.keyExpiresAt.flatMap({ CalendarDate(lenient: $0) }) else { return [] }
    let days = figures.today.days(until: end)
    guard days <= keyNotice else { return [] }
    let name = session.keyName.map { " “\($0)”" } ?? ""
    return [
      ReminderRow(
        text: "API key\(name)", figure: days < 0 ? "" : "\(days) d",
        when: "\(days < 0 ? "expired" : "expires") \(figures.shortDay(end))", role: "warning", destination: nil)
    ]
  }
}
