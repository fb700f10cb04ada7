import Billing
import BillingAPI
import Store
import TerminalUI

/// Reads how a payment form divides its amount over open invoices.
struct AllocationReader {
  let form: Form
  let figures: Figures

  private var currency: Identifier<Currency>? { form.context.currencyID.map { Identifier($0) } }
  private var invoices: [InvoiceRow] { form.openInvoices }

  /// The division of an amount; what cannot be read of it, or cannot be, goes into `reading`.
  func allocation(of amount: Money, into reading: inout FormReading) -> Allocation? {
    let targets = invoices.map { invoice in
      Allocation.Target(
        invoice: invoice.id, balance: invoice.balance ?? .zero, isSkipped: form.allocation.isSkipped(invoice))
    }
    // A sum beyond all bounds is no amount: the field says so.
    guard let allocation = try? divide(amount, targets, into: &reading) else { return nil }
    for problem in allocation.problems { put(problem, into: &reading) }
    return allocation
  }

  private func divide(
    _ amount: Money, _ targets: [Allocation.Target], into reading: inout FormReading
  ) throws(ArithmeticError) -> Allocation {
    switch form.allocation.method {
    case .oldestFirst: return try .inOrder(amount, over: targets)
    case .even: return try .evenly(amount, over: targets)
    case .byHand: return try .byHand(amount, over: targets, shares: typedShares(into: &reading))
    }
  }

  private func typedShares(into reading: inout FormReading) -> [Money] {
    let known = currency.flatMap(Currency.with(id:))
    return invoices.enumerated().map { place, invoice in
      let text = form.allocation.text(invoice).text.trimmingBlanks
      guard !text.isEmpty, !form.allocation.isSkipped(invoice) else { return .zero }
      switch AmountEntry.parse(text, style: figures.style(of: currency), currency: known) {
      case .success(let share): return share
      case .failure(let problem):
        reading.problems["allocation.\(place)"] = problem.sentence
        return .zero
      }
    }
  }

  private func put(_ problem: Allocation.Problem, into reading: inout FormReading) {
    switch problem {
    case .outOfRange(let place):
      let balance = figures.full(invoices[place].balance ?? .zero, currency)
      reading.note(
        "allocation.\(place)",
        "\(invoices[place].number) awaits \(balance): it takes no more, and not less than nothing.")
    case .unapplied(let rest): if !form.allocation.keepsRest { reading.note("amount", unapplied(rest)) }
    case .overdrawn(let excess):
      reading.note("amount", "\(figures.full(excess, currency)) more is given to invoices than was received.")
    case .nothingApplied: reading.note("amount", "must be greater than 0.")
    }
  }

  /// What is left over is never sent unasked: the API keeps it beside all invoices.
  private func unapplied(_ rest: Money) -> String {
    let left = figures.full(rest, currency)
    guard form.allocation.method != .byHand else {
      return "\(left) is left over: give it to an invoice, lower the amount, or ^X r keeps it for no invoice."
    }
    guard invoices.count == 1, let balance = invoices[0].balance else {
      return "\(left) is left over that no open invoice takes: lower the amount, or ^X r keeps it for no invoice."
    }
    let most = figures.full(balance, currency)
    return "The balance is \(most); more would not count for this invoice, but ^X r keeps it for none."
  }

  /// The payments that come of it, numbered on from the form's own number.
  func parts(_ allocation: Allocation, of whole: PaymentDraft) -> [PaymentPart] {
    var parts = allocation.parts.enumerated().map { order, part in
      self.part(order, part.share, invoices[part.place], of: whole)
    }
    if form.allocation.keepsRest, allocation.unapplied > .zero {
      parts.append(part(parts.count, allocation.unapplied, nil, of: whole))
    }
    return parts
  }

  private func part(_ order: Int, _ share: Money, _ invoice: InvoiceRow?, of whole: PaymentDraft) -> PaymentPart {
    var draft = whole
    draft.invoiceID = invoice?.id
    draft.amount = share
    draft.number = Self.number(order, after: whole.number)
    return PaymentPart(
      invoice: invoice?.id.value, invoiceNumber: invoice?.number ?? "no invoice", draft: draft)
  }

  /// The so many-th number from one on; where it has no digits to count on, the place stands behind it.
  static func number(_ order: Int, after first: String) -> String {
    guard order > 0 else { return first }
    guard let (pattern, counter) = NumberPattern.parse(first) else { return "\(first)-\(order + 1)" }
    return pattern.number(counter + Int64(order))
  }
}

extension FormReading {
  /// A complaint, where the place has none yet.
  fileprivate mutating func note(_ path: String, _ sentence: String) {
    if problems[path] == nil { problems[path] = sentence }
  }
}
