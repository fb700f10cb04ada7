import Billing

/// `money(12.34)` would be a Double: cents are spelled as `12_34`.
func money(_ cents: Int64) -> Money { Money(cents: cents) }

/// A quantity from its text, for tables.
func quantity(_ text: String) -> Quantity {
  guard let quantity = Quantity(text: text) else { preconditionFailure("no quantity: \(text)") }
  return quantity
}

/// A percentage from its text, for tables.
func percent(_ text: String) -> Percentage {
  guard let percentage = Percentage(text: text) else { preconditionFailure("no percentage: \(text)") }
  return percentage
}

/// A day from its ISO text, for tables.
func day(_ iso: String) -> CalendarDate {
  guard let date = CalendarDate(iso: iso) else { preconditionFailure("no day: \(iso)") }
  return date
}

func currency(_ code: String) -> Currency {
  guard let currency = Currency.with(code: code) else { preconditionFailure("no currency: \(code)") }
  return currency
}

func line(_ price: Int64, _ count: String) -> LineAmounts {
  LineAmounts(quantity: quantity(count), price: money(price))
}
