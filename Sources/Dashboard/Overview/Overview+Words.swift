import Billing
import BillingAPI
import Store
import TerminalUI

extension Overview {
  func isComplete(_ kind: ResourceKind) -> Bool { completeness[kind]?.isComplete ?? false }

  /// How much of a kind is loaded, where that is not all of it: figures of it are not known yet. In so many words as there
  /// are columns for.
  func partly(_ kind: ResourceKind, columns: Int) -> [Span]? {
    guard !isComplete(kind) else { return nil }
    let words = words(for: kind)
    return [Span(words.first { DisplayText.width($0) <= columns } ?? words.last ?? "", "warning")]
  }

  private func words(for kind: ResourceKind) -> [String] {
    guard let loaded = completeness[kind], let total = loaded.total else {
      return ["no \(kind.rawValue) loaded yet", "none loaded yet", "not yet"]
    }
    let (some, all) = (loaded.loaded.grouped, total.grouped)
    return [
      "\(some) of \(all) \(kind.rawValue) loaded", "\(some) of \(all) \(kind.rawValue)", "\(some) of \(all)", "so far",
    ]
  }

  /// The service has said of each kind that it has none.
  var isEmpty: Bool {
    ResourceKind.allCases.allSatisfy { completeness[$0]?.total == 0 && completeness[$0]?.loaded == 0 }
  }
}

extension OverviewState {
  /// The figures of the currency that is shown; nothing but zeros before any are there.
  var shown: CurrencyOverview {
    let currencies = page?.figures.currencies ?? []
    let chosen = chosen.flatMap { chosen in currencies.first { $0.currencyID == chosen.id } }
    return chosen ?? currencies.first ?? CurrencyOverview(currencyID: nil)
  }

  /// How many columns the chart can go back and still be full.
  var longestLookback: Int {
    guard let last = shown.months.last?.month else { return 0 }
    let months = (0..<Self.mostMonths).map { MonthFigures(month: last.adding(months: $0 - Self.mostMonths + 1)) }
    return max(0, span.groups(of: months).count - span.count)
  }

  /// How many months the chart can show in all.
  private static let mostMonths = 36

  /// How many months are read: those of a year's chart that ends today, all of them for any other.
  var monthsWanted: Int { span == .month && lookback == 0 ? span.count : Self.mostMonths }
}

extension CurrencyOverview {
  /// `USD`; what the records do not say is called so.
  var code: String { currencyID.words }

  /// The words of the filter language that leave only this currency; none where it has no code.
  var filter: String { currencyID.flatMap { Currency.with(id: $0) }.map { " cur:\($0.code.lowercased())" } ?? "" }
}

extension Identifier<Currency>? {
  /// `USD`, `currency #77`, or that the records do not say it.
  var words: String {
    guard let id = self else { return "no currency" }
    return Currency.with(id: id)?.code ?? "currency #\(id)"
  }
}

extension Int {
  /// `12,400`.
  var grouped: String {
    let digits = String(magnitude)
    let parts = stride(from: digits.count, to: 0, by: -3).map { end in
      digits.dropFirst(Swift.max(0, end - 3)).prefix(end - Swift.max(0, end - 3))
    }
    return (self < 0 ? "-" : "") + parts.reversed().joined(separator: ",")
  }
}
