import Billing
import BillingAPI
import Store
import TerminalUI

/// One line of a search: what it is called, where the search found it, and what stands open at its end.
struct FindHitLine {
  let title: [Span]
  let middle: [Span]
  let end: [Span]

  /// In columns.
  var endWidth: Int { end.reduce(0) { $0 + DisplayText.width($1.text) } }

  init(_ hit: FindHit, query: String, figures: Figures, invoices: Completeness) {
    switch hit {
    case .customer(let hit, let daysLate):
      self.init(hit, daysLate, MatchHighlight(query), figures, isWhole: invoices.isComplete)
    case .number(let hit): self.init(hit, MatchHighlight(query), figures)
    case .amount(let hit): self.init(hit, figures)
    }
  }

  private init(
    _ hit: CustomerHit, _ daysLate: Int?, _ highlight: MatchHighlight, _ figures: Figures, isWhole: Bool
  ) {
    let isInName = hit.field == .name
    title = isInName ? highlight.spans(hit.row.name) : [Span(hit.row.name)]
    middle =
      isInName
      ? (hit.row.otherNames.first.map { [Span($0, "text.dim")] } ?? [])
      : [Span("\(hit.field.words) ", "text.dim")] + highlight.spans(hit.text)
    end = Self.open(hit.row.balances, daysLate, figures, isWhole: isWhole)
  }

  private init(_ hit: NumberHit, _ highlight: MatchHighlight, _ figures: Figures) {
    let number = AnyResource.of(hit.row.kind).title(hit.row)
    title = hit.isReference ? [Span(number)] : highlight.spans(number)
    middle = hit.isReference ? [Span("reference ", "text.dim")] + highlight.spans(hit.text) : [Span(hit.row.whose)]
    end = hit.row.standing(figures) + [Span("  "), Span(figures.amount(hit.amount, hit.row.currencyID), "money")]
  }

  private init(_ hit: AmountHit, _ figures: Figures) {
    title = [
      Span(figures.full(hit.amount, hit.currencyID), "search.match"), Span(" \(hit.measure.rawValue)", "text.dim"),
    ]
    middle = [Span("\(AnyResource.of(hit.row.kind).title(hit.row))  "), Span(hit.row.whose, "text.dim")]
    end = hit.row.standing(figures)
  }

  /// Balances, each in its currency, and for how long the oldest has been late.
  private static func open(
    _ balances: [CurrencySum], _ daysLate: Int?, _ figures: Figures, isWhole: Bool
  ) -> [Span] {
    guard !balances.isEmpty else { return [Span(isWhole ? "nothing open" : "none loaded", "text.dim")] }
    let shown = balances.prefix(2).map { figures.amount($0.balance, $0.currencyID) }
    let rest = balances.count - shown.count
    let late = daysLate.map { [Span("  \($0)d late", "status.overdue")] } ?? []
    return [Span(shown.joined(separator: " · ") + (rest > 0 ? " +\(rest)" : ""), "money")] + late
  }
}

/// More about the hit that is selected, in lines of whole words.
struct FindHitAbout {
  let lines: [[Span]]

  init(_ hit: FindHit, figures: Figures, invoices: Completeness) {
    switch hit {
    case .customer(let hit, let daysLate): lines = Self.customer(hit.row, daysLate, figures, invoices)
    case .number(let hit): lines = Self.record(hit.row, figures)
    case .amount(let hit): lines = Self.record(hit.row, figures)
    }
  }

  private static func customer(
    _ row: CustomerRow, _ daysLate: Int?, _ figures: Figures, _ invoices: Completeness
  ) -> [[Span]] {
    let who = [row.name] + row.otherNames
    let reached = [row.phone, row.email, row.website].compactMap { $0 }.filter { !$0.isEmpty }
    return [
      [Span(who.joined(separator: " · "), "text.strong")],
      [Span(reached.isEmpty ? "no phone or e-mail is known" : reached.joined(separator: " · "))],
      open(row, daysLate, figures, isWhole: invoices.isComplete) + loaded(invoices, figures),
    ]
  }

  /// What balances are made of, while it is not all.
  private static func loaded(_ invoices: Completeness, _ figures: Figures) -> [Span] {
    guard !invoices.isComplete else { return [] }
    let all = invoices.total.map { "\(figures.count(invoices.loaded)) of \(figures.count($0)) invoices" }
    return [Span(" · \(all ?? "few invoices") loaded", "warning")]
  }

  private static func open(_ row: CustomerRow, _ daysLate: Int?, _ figures: Figures, isWhole: Bool) -> [Span] {
    guard !row.balances.isEmpty else {
      return [Span(isWhole ? "nothing open" : "no open invoice is loaded", "text.dim")]
    }
    let count = row.balances.reduce(0) { $0 + $1.count }
    let sums = row.balances.map { figures.full($0.balance, $0.currencyID) }.joined(separator: " and ")
    let late = daysLate.map { [Span(", the oldest \($0) d late", "status.overdue")] } ?? []
    return [Span("\(figures.count(count)) open \(count == 1 ? "invoice" : "invoices"): "), Span(sums, "money")] + late
  }

  private static func record(_ row: MirrorRow, _ figures: Figures) -> [[Span]] {
    let title = "\(row.kind.singular.capitalizedFirst) \(AnyResource.of(row.kind).title(row))"
    let days = row.date.map { " of \(figures.day($0))" } ?? ""
    var last: [Span] = [Span(row.amount.map { figures.full($0, row.currencyID) } ?? "no amount is known", "money")]
    if case .invoice(let invoice) = row, let balance = invoice.balance {
      last += [Span(" · balance "), Span(figures.full(balance, invoice.currencyID), "money")]
    }
    return [
      [Span(title, "text.strong"), Span(days, "text.dim")], [Span(row.whose.isEmpty ? "no customer" : row.whose)], last,
    ]
  }
}

extension CustomerRow {
  /// Company and contact, as far as they say more than the name.
  fileprivate var otherNames: [String] {
    [companyName, contactName].compactMap { $0 }.filter { !$0.isEmpty && $0 != name }
  }
}

extension MirrorRow {
  /// The customer that it belongs to, by name.
  var whose: String {
    switch self {
    case .invoice(let row): row.customerName
    case .payment(let row): row.customerName
    case .estimate(let row): row.customerName
    case .expense(let row): row.customerName ?? row.categoryName ?? ""
    case .customer(let row): row.name
    case .item(let row): row.name
    }
  }

  /// Where it stands: an invoice by its status and lateness, a payment by its day.
  func standing(_ figures: Figures) -> [Span] {
    switch self {
    case .invoice(let row):
      let due = row.daysLate(on: figures.today).map { "  \($0)d late" } ?? ""
      return [row.look(figures.today).span, Span(due, "status.overdue")]
    case .estimate(let row):
      return [StatusLook(row.status, isExpired: row.expiryDate.map { $0 < figures.today } ?? false).span]
    case .payment(let row): return [Span("paid \(row.paymentDate.map(figures.shortDay) ?? "")", "text.dim")]
    case .expense(let row): return [Span("spent \(row.expenseDate.map(figures.shortDay) ?? "")", "text.dim")]
    case .customer, .item: return []
    }
  }
}

extension CustomerField {
  /// What a line of a search calls the field.
  fileprivate var words: String {
    switch self {
    case .name: "name"
    case .company: "company"
    case .contact: "contact"
    case .email: "mail"
    case .phone, .billingPhone, .shippingPhone: "phone"
    case .website: "web"
    case .prefix: "title"
    case .billingName, .billingStreet, .billingStreet2, .billingCity, .billingState, .billingZip: "bill to"
    case .shippingName, .shippingStreet, .shippingStreet2, .shippingCity, .shippingState, .shippingZip: "ship to"
    }
  }
}
