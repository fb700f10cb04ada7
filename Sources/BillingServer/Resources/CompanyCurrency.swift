internal import Billing
internal import GRDB

/// Which currency a record has where its body does not say.
enum CompanyCurrency {
  static func id(_ database: Database) throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT currency_id FROM company") ?? 1
  }

  /// The customer's own, else the company's.
  static func id(ofCustomer customer: Int64?, _ database: Database) throws -> Int64 {
    let own = try Int64.fetchOne(database, sql: "SELECT currency_id FROM customers WHERE id = ?", arguments: [customer])
    return try own ?? id(database)
  }
}

extension RecordDraft {
  /// Rate 1 where none is known, and the amount in the company's currency that follows from it.
  mutating func settleBaseAmount() {
    setDefault("exchange_rate") { _ in "1" }
    guard isSound, let cents = value("amount", as: Int64.self) else { return }
    guard let rate = ExchangeRate(text: value("exchange_rate") ?? "1"),
      let base = try? rate.baseAmount(of: Money(cents: cents)), base.isWithinLimit  // overflow is its only error
    else { return refuse("exchange_rate", "The exchange rate field makes the amount too large.") }
    set("base_amount", base.cents)
  }
}
