internal import Billing

/// What invoices and estimates are read alike.
extension RecordReader {
  /// Everything but the id and what becomes of the document.
  mutating func document(_ kind: DocumentKind) -> Document {
    var document = Document(
      kind, number: text(kind.numberField.text) ?? "", date: day(kind.dateField.text))
    document.lastDay = date(kind.lastDayField.text)
    document.reference = text("reference_number")
    document.amounts = amounts()
    document.currencyID = identifier("currency_id")
    document.exchangeRate = text("exchange_rate")
    document.customer = customer()
    document.customerID = identifier("customer_id") ?? document.customer?.id
    document.templateName = text("template_name")
    document.creatorID = integer("creator_id")
    document.uniqueHash = text("unique_hash")
    document.notes = text("notes")
    document.lines = lines()
    return document
  }

  /// The sums. A discount is a percentage only where `discount_type` says so; else `discount_val` is the amount, for
  /// services disagree about what `discount` holds then.
  private mutating func amounts() -> DocumentAmounts {
    var amounts = DocumentAmounts()
    amounts.discountValue = money("discount_val") ?? .zero
    amounts.subTotal = money("sub_total") ?? .zero
    amounts.tax = money("tax") ?? .zero
    amounts.total = money("total") ?? .zero
    amounts.discount = .fixed(amounts.discountValue)
    if raw("discount_type")?.string?.lowercased() == "percentage", let percentage = read("discount", { $0.percentage })
    {
      amounts.discount = .percentage(percentage)
    }
    return amounts
  }

  /// A line that is no object is left out, with a doubt; anything less is kept.
  private mutating func lines() -> [LineItem] {
    guard let elements = read("items", { $0.array }) else { return [] }
    var lines: [LineItem] = []
    for (index, element) in elements.enumerated() {
      do {
        var line = try RecordReader(element, prefix: "items.\(index).")
        lines.append(line.line())
        adopt(line.doubts)
      } catch {
        doubt("items.\(index)", element)
      }
    }
    return lines
  }

  private mutating func line() -> LineItem {
    let quantity = read("quantity") { $0.quantity } ?? Quantity(tenThousandths: 0)
    var line = LineItem(
      name: text("name") ?? "", quantity: quantity, price: money("price") ?? .zero, total: money("total") ?? .zero)
    line.id = identifier("id")
    line.description = text("description")
    line.unitName = text("unit_name") ?? raw("unit")?["name"]?.text
    return line
  }

  mutating func customer() -> CustomerSummary? { nested("customer", CustomerSummary.init(json:)) }
}
