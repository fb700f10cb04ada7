import Billing
import BillingAPI

/// The sums of an invoice or estimate as JSON fields, computed from its lines, discount and tax.
struct DocumentSums {
  let fields: [(name: String, value: JSONValue)]

  /// Nil where the record is no document, or has no sums: then the service says what is wrong with it.
  init?(_ record: JSONValue) {
    guard let items = record["items"]?.array else { return nil }
    let lines = items.map { line in
      LineAmounts(
        quantity: line["quantity"]?.quantity ?? Quantity(tenThousandths: 10_000), price: line["price"]?.money ?? .zero)
    }
    // A sum beyond every limit is refused by the service in words of its own.
    guard
      let totals = try? DocumentTotals(
        lines: lines, discount: Self.discount(record), tax: .amount(record["tax"]?.money ?? .zero))
    else { return nil }
    fields = [
      ("sub_total", .integer(totals.subTotal.cents)), ("discount_val", .integer(totals.discountValue.cents)),
      ("total", .integer(totals.total.cents)),
    ]
  }

  private static func discount(_ record: JSONValue) -> Discount {
    if record["discount_type"]?.string?.lowercased() == "percentage", let percentage = record["discount"]?.percentage {
      return .percentage(percentage)
    }
    return .fixed(record["discount"]?.money ?? .zero)
  }
}
