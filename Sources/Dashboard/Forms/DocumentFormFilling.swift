import Billing
import BillingAPI
import TerminalUI

extension FormFilling {
  /// An invoice or estimate as texts: what was agreed as a rate is a rate again.
  init(_ document: Document, record: JSONValue, _ figures: Figures) {
    let style = figures.entryStyle(of: document.currencyID)
    refer("customer_id", to: (document.customerID ?? document.customer?.id)?.value, document.customer?.name)
    if let currency = document.currencyID {
      refer("currency_id", to: currency.value, Currency.with(id: currency)?.code)
    }
    texts[document.kind.numberField.text] = document.number
    texts[document.kind.dateField.text] = document.date.iso
    texts[document.kind.lastDayField.text] = document.lastDay?.iso
    texts["reference_number"] = document.reference
    texts["template_name"] = document.templateName
    texts["exchange_rate"] = document.exchangeRate
    texts["notes"] = document.notes
    texts["discount"] = document.amounts.discount.entryText(style: style).nilIfZero
    texts["tax"] = document.amounts.inferredTax.entryText(style: style).nilIfZero
    let originals = record["items"]?.array?.filter { $0.object != nil } ?? []
    lines = document.lines.enumerated().map { place, line in
      LineFields(line, original: originals.indices.contains(place) ? originals[place] : nil, style)
    }
    context.currencyID = document.currencyID?.value
    context.customerID = document.customerID?.value
  }
}

extension Figures {
  /// How amounts are put into fields: without grouping, so that they are easily typed over.
  func entryStyle(of currency: Identifier<Currency>?) -> NumberStyle {
    NumberStyle(decimalSeparator: style(of: currency).decimalSeparator, groupingSeparator: nil)
  }
}

extension DocumentAmounts {
  /// Hundredths and eighths of a percent, in ten-thousandths: rates are agreed in these (8.25 %, 8.875 %).
  private static let rateSteps: [Int128] = [100, 1_250]

  /// The rate of which the tax is exactly what the record says, where a usual one is; else the amount, for a service
  /// keeps no rate.
  var inferredTax: Tax {
    // A difference of two sums within the limit does not overflow.
    guard let net = try? subTotal.subtracting(discountValue), net > .zero, tax > .zero else { return .amount(tax) }
    let exact = Int128(tax.cents) * 1_000_000 / Int128(net.cents)
    let rates = Self.rateSteps.compactMap { step in Int64(exactly: (exact + step / 2) / step * step) }
    let fitting = rates.lazy.map(Percentage.init(tenThousandths:)).first { rate in
      rate <= .hundred && (try? net.taking(rate)) == tax  // overflow: no such rate
    }
    return fitting.map(Tax.percentage) ?? .amount(tax)
  }
}

extension LineFields {
  init(_ line: LineItem, original: JSONValue?, _ style: NumberStyle) {
    self.init()
    name = TextField(line.name)
    description = TextField(line.description ?? "")
    quantity = TextField(line.quantity.formatted(style: style))
    price = TextField(line.price.formatted(style: style))
    unitName = line.unitName
    self.original = original
  }
}

extension String {
  /// Nothing for an amount of nothing: an empty field says the same.
  fileprivate var nilIfZero: String? { contains { ("1"..."9").contains($0) } ? self : nil }
}
