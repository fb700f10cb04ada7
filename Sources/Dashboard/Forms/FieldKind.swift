import BillingAPI
import Store

/// What a field holds, which decides how it is read, completed and explained.
package enum FieldKind: Sendable, Hashable {
  case text
  case email
  /// A day; relative entries (`+30`) count from the day in the field of that name, else from today.
  case date(from: String?)
  case amount
  case discount
  case tax
  case quantity
  /// What one unit of the currency is worth in the company's own.
  case rate
  /// The next number of the sequence of a kind of record.
  case number(ResourceKind)
  case customer
  /// A line's item: from the catalogue or free text.
  case item
  /// An entry of a list that no endpoint answers; one that is not known yet is typed as id and name.
  case lookUp(LookUpList)
  case currency
  case country
  /// What a payment pays: an invoice of whoever paid it.
  case invoice

  /// True where the field offers records to pick from.
  package var isPicker: Bool {
    switch self {
    case .customer, .item, .lookUp, .currency, .country, .invoice: true
    default: false
    }
  }

  /// True where free text is worth nothing: only what was picked counts.
  package var needsReference: Bool { isPicker && self != .item }
}
