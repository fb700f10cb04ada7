import Billing
import TerminalUI

/// How amounts and days are written in this session: separators, the home currency, and what day it is.
package struct Figures: Sendable, Hashable {
  package var today: CalendarDate
  package var style: NumberStyle
  /// The currency of most records, whose amounts stand bare in lists; others show their symbol.
  package var homeCurrency: Identifier<Currency>?
  /// True where each currency is written with its own separators instead of `style`.
  package var followsCurrency = false
  /// Whether amounts bear the currency's symbol or its code.
  package var label = CurrencyLabel.symbol

  package init(today: CalendarDate, style: NumberStyle, homeCurrency: Identifier<Currency>? = nil) {
    self.today = today
    self.style = style
    self.homeCurrency = homeCurrency
  }

  /// An amount in a column: bare in the home currency, with its symbol or code in another; unknown ones say so.
  func amount(_ money: Money?, _ currency: Identifier<Currency>?) -> String {
    guard let money else { return "?" }
    if currency == nil || currency == homeCurrency {
      return bare(money, currency)
    }
    return full(money, currency)
  }

  /// An amount with its currency, for sentences and sums.
  func full(_ money: Money, _ currency: Identifier<Currency>?) -> String {
    guard let id = currency ?? homeCurrency else { return money.formatted(style: style) }
    guard let known = Currency.with(id: id) else { return "\(money.formatted(style: style)) #\(id)" }
    return money.formatted(in: known, style: style(of: id), label: label)
  }

  /// An amount without its currency, in that currency's decimals.
  func bare(_ money: Money, _ currency: Identifier<Currency>?) -> String {
    money.formatted(style: style(of: currency), decimals: decimals(currency ?? homeCurrency))
  }

  /// A number of records: `12,400`.
  func count(_ number: Int) -> String { Money(cents: Int64(number) * 100).formatted(style: style, decimals: 0) }

  /// The separators that amounts of a currency are written and read with.
  func style(of currency: Identifier<Currency>?) -> NumberStyle {
    guard followsCurrency, let known = (currency ?? homeCurrency).flatMap(Currency.with(id:)) else { return style }
    return NumberStyle(currency: known)
  }

  func amountCell(_ money: Money?, _ currency: Identifier<Currency>?, role: Role = "money") -> TableCell {
    TableCell(amount(money, currency), role: money?.isNegative == true ? "money.negative" : role)
  }

  /// `18 Feb 2026`; a day that is missing stays empty.
  func day(_ date: CalendarDate?) -> String {
    date.map { "\($0.day < 10 ? "0" : "")\($0.day) \($0.monthAbbreviation) \($0.year)" } ?? ""
  }

  /// `18 Feb`, and with the year (`18 Feb 25`) where it is not this one.
  func shortDay(_ date: CalendarDate) -> String {
    let day = "\(date.day < 10 ? "0" : "")\(date.day) \(date.monthAbbreviation)"
    return date.year == today.year ? day : "\(day) \(date.year % 100 < 10 ? "0" : "")\(date.year % 100)"
  }

  /// `EUR`; the service's number of a currency that is not known.
  func currencyCell(_ currency: Identifier<Currency>?) -> TableCell {
    TableCell(currency.map { id in Currency.with(id: id)?.code ?? "#\(id)" } ?? "", role: "text.dim")
  }

  func dayCell(_ date: CalendarDate?) -> TableCell { TableCell(day(date)) }

  /// `26d late`, `today`, `in 3d`: where a due date stands seen from today.
  func dueText(_ date: CalendarDate?, isOpen: Bool) -> String {
    guard let date else { return "no date" }
    guard isOpen else { return shortDay(date) }
    let days = date.days(until: today)
    if days == 0 { return "today" }
    return days > 0 ? "\(days)d late" : "in \(-days)d"
  }

  private func decimals(_ currency: Identifier<Currency>?) -> Int {
    currency.flatMap(Currency.with(id:))?.decimals ?? 2
  }
}

extension CalendarDate {
  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The month's first three letters.
  var monthAbbreviation: String { Self.monthNames[month - 1] }
}
