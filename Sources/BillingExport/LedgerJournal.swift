package import Billing

/// Writes invoices, payments and expenses as a journal for hledger and its relatives: every transaction adds up to zero.
package struct LedgerJournal: Sendable {
  /// The accounts that transactions go between.
  package struct Accounts: Hashable, Sendable {
    package var receivable = "assets:receivable"
    package var bank = "assets:bank"
    package var income = "income:sales"
    package var tax = "liabilities:tax"
    package var expenses = "expenses"

    package init() {}
  }

  private let accounts: Accounts

  package init(accounts: Accounts = Accounts()) { self.accounts = accounts }

  /// What an invoice charges: its tax apart from the rest. `total` includes it.
  package func invoice(
    _ number: String, _ customer: String, on day: CalendarDate, total: Money, tax: Money, currency: String
  ) -> String {
    let net = Money(cents: total.cents &- tax.cents)
    return transaction(
      day, number, customer, currency,
      [
        (account(accounts.receivable, customer), total), (accounts.income, negated(net)), (accounts.tax, negated(tax)),
      ])
  }

  package func payment(
    _ number: String, _ customer: String, on day: CalendarDate, amount: Money, currency: String
  ) -> String {
    transaction(
      day, number, customer, currency,
      [(accounts.bank, amount), (account(accounts.receivable, customer), negated(amount))])
  }

  package func expense(
    _ number: String, _ category: String, on day: CalendarDate, amount: Money, currency: String
  ) -> String {
    transaction(
      day, number, category, currency,
      [(account(accounts.expenses, category), amount), (accounts.bank, negated(amount))])
  }

  private func transaction(
    _ day: CalendarDate, _ number: String, _ who: String, _ currency: String, _ postings: [(String, Money)]
  ) -> String {
    let lines = postings.filter { !$0.1.isZero }.map { account, amount in
      "    \(account)  \(DecimalCents.text(amount)) \(Self.commodity(currency))\n"
    }
    let head = [Self.plain(number), Self.plain(who)].filter { !$0.isEmpty }.joined(separator: " | ")
    return "\(day.iso) \(head)\n\(lines.joined())\n"
  }

  private func negated(_ money: Money) -> Money { Money(cents: 0 &- money.cents) }

  private func account(_ parent: String, _ name: String) -> String {
    let name = String(Self.plain(name).map { $0 == ":" ? "-" : $0 })
    return name.isEmpty ? parent : "\(parent):\(name)"
  }

  /// One line without what begins a comment, and with single spaces: two end the name of an account.
  private static func plain(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.isNewline || $0 == ";" || $0 == "|" || Self.isControl($0) }
      .joined(separator: " ")
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// A name with anything but letters would need quotes; `XXX` is the code of ISO 4217 where no currency is involved.
  private static func commodity(_ currency: String) -> String {
    let letters = currency.filter { $0.isASCII && $0.isLetter }
    return letters.isEmpty ? "XXX" : letters
  }
}
