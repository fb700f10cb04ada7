/// What is taken off the sub-total of an invoice or estimate.
package enum Discount: Hashable, Sendable {
  case fixed(Money)
  case percentage(Percentage)
}

/// How the tax of an invoice or estimate was entered.
package enum Tax: Hashable, Sendable {
  case amount(Money)
  case percentage(Percentage)
}
