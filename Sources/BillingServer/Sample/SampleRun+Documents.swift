internal import Billing
internal import BillingAPI

extension SampleRun {
  mutating func writeDocuments(_ kind: SampleDocument.Kind, count: Int) throws {
    for index in 0..<count {
      var document = try document(kind, index, of: count)
      switch kind {
      case .estimate:
        document.status = estimateStatus(document)
        _ = try writer.write(document)
      case .invoice:
        document.status = invoiceStatus(document)
        let plan = document.status == "DRAFT" ? [] : paymentPlan(document)
        let paid = plan.reduce(0) { $0 + $1.amount.cents }
        document.dueAmount = Money(cents: document.totals.total.cents - paid)
        let id = try writer.write(document)
        payments += plan.map { part in
          var payment = part
          payment.invoice = id
          return payment
        }
      }
    }
  }

  private mutating func document(_ kind: SampleDocument.Kind, _ index: Int, of count: Int) throws -> SampleDocument {
    let customer = anyCustomer()
    let currency = customers[Int(customer) - 1].currency
    let lines = (0..<random.number(in: 1...5)).map { _ in line() }
    let amounts = lines.map { LineAmounts(quantity: $0.quantity, price: $0.price) }
    let (discount, type, figure) = try discount(on: amounts)
    let tax: Tax = random.chance(35) ? .percentage(Percentage(tenThousandths: 88_750)) : .amount(.zero)
    let date = day(index, of: count)
    return SampleDocument(
      kind: kind, date: date, end: date.adding(days: random.pick([14, 30, 30, 45])),
      number: Self.number(kind == .invoice ? "INV" : "EST", index + 1),
      reference: random.chance(30) ? "PO-\(random.number(in: 1_000...9_999))" : nil, status: "DRAFT",
      discountType: type, discount: figure,
      totals: try DocumentTotals(lines: amounts, discount: discount, tax: tax), currency: currency,
      rate: rate(of: currency), customer: customer, hash: hash(),
      notes: hostileText() ?? (random.chance(25) ? random.pick(SampleVocabulary.notes) : nil), lines: lines,
      dueAmount: .zero)
  }

  private mutating func line() -> DocumentLine {
    let item = random.pick(SampleVocabulary.items)
    let quantity =
      switch item.unit {
      case "hour": Quantity(tenThousandths: Int64(random.number(in: 2...120)) * 2_500)
      case "km": Quantity(Int32(random.number(in: 12...640)))
      case "m²": Quantity(tenThousandths: Int64(random.number(in: 50...1_800)) * 100)
      case "month", "piece", "day", "licence": Quantity(Int32(random.number(in: 1...6)))
      default: Quantity.one
      }
    return DocumentLine(
      name: hostileText() ?? item.name, description: random.chance(60) ? item.description : nil, quantity: quantity,
      price: Money(cents: item.price))
  }

  private mutating func discount(on lines: [LineAmounts]) throws -> (Discount, type: String, figure: String) {
    switch random.number(in: 0...99) {
    case ..<8:
      let percent = random.pick([5, 10, 15] as [Int64])
      return (.percentage(Percentage(tenThousandths: percent * 10_000)), "percentage", String(percent))
    case ..<12:
      let subTotal = try DocumentTotals(lines: lines).subTotal.cents
      let cents = min(subTotal, 2_500)
      return (.fixed(Money(cents: cents)), "fixed", String(cents))
    default: return (.fixed(.zero), "fixed", "0")
    }
  }

  private mutating func hash() -> String {
    String(random.next() | 1 << 63, radix: 16) + String(random.next() >> 48 | 1 << 15, radix: 16)
  }

  private mutating func invoiceStatus(_ invoice: SampleDocument) -> String {
    let age = invoice.date.days(until: sample.today)
    let draftPercent = age < 6 ? 60 : age < 25 ? 15 : 1
    if random.chance(draftPercent) { return "DRAFT" }
    return random.chance(45) ? "VIEWED" : "SENT"
  }

  private mutating func estimateStatus(_ estimate: SampleDocument) -> String {
    let isOpen = (estimate.end ?? sample.today) >= sample.today
    if isOpen, random.chance(80) { return random.pick(["DRAFT", "SENT", "SENT", "VIEWED"]) }
    switch random.number(in: 0...99) {
    case ..<45: return "ACCEPTED"
    case ..<62: return "REJECTED"
    case ..<80: return "SENT"
    default: return "VIEWED"
    }
  }

  /// What has come in for an invoice until today, by its customer's habit.
  private mutating func paymentPlan(_ invoice: SampleDocument) -> [SamplePayment] {
    let habit = customers[Int(invoice.customer) - 1].habit
    let due = invoice.end ?? invoice.date
    let last = max(invoice.date, due.adding(days: random.number(in: habit.lateness)))
    let total = invoice.totals.total
    guard !total.isZero, !random.chance(2) else { return [] }
    guard random.chance(habit.partsPercent), total.cents > 1 else {
      return [payment(invoice, total, last)].compactMap { $0 }
    }
    let first = Money(cents: total.cents / 2)
    let rest = Money(cents: total.cents - first.cents)
    let half = invoice.date.adding(days: invoice.date.days(until: last) / 2)
    return [payment(invoice, first, half), payment(invoice, rest, last)].compactMap { $0 }
  }

  /// Nil for money that has not come in yet.
  private mutating func payment(_ invoice: SampleDocument, _ amount: Money, _ date: CalendarDate) -> SamplePayment? {
    let method = random.pick(methods)
    let base = ExchangeRate(text: invoice.rate).flatMap { try? $0.baseAmount(of: amount).cents }  // never that large
    guard date <= sample.today, let base else { return nil }
    return SamplePayment(
      date: date, amount: amount, notes: hostileText(), customer: invoice.customer, invoice: nil, method: method,
      currency: invoice.currency, rate: invoice.rate, base: base)
  }
}
