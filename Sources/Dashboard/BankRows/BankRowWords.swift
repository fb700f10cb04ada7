import Billing
import Store

/// What a bank row pays, or why it pays nothing, in a few words.
enum BankRowWords {
  static func words(_ finding: BankRowFinding, _ figures: Figures) -> String {
    switch finding {
    case .pays(let invoice, _, _): "\(invoice.number) \(invoice.customer)"
    case .missed(let reason): words(reason, figures)
    case .unreadable(let reason): words(reason)
    }
  }

  /// How it was found, and what it leaves open.
  static func advice(_ finding: BankRowFinding, _ figures: Figures) -> String {
    switch finding {
    case .pays(let invoice, let row, let way):
      "\(words(way)); balance \(figures.bare(invoice.balance, invoice.currencyID)) → \(figures.bare(left(invoice, row), invoice.currencyID))"
    case .missed(.unknown): "⏎ picks its invoice, e writes it anew, X takes it out"
    case .missed(.several): "⏎ picks which"
    case .missed(.aboveBalance): "e changes the amount, ⏎ picks another invoice"
    case .missed(.paidTwice): "⏎ picks another invoice, X takes it out"
    case .missed(.notPositive): "only what came in is recorded; X takes it out"
    case .unreadable: "e writes it anew: number;amount;date;note"
    }
  }

  static func left(_ invoice: PayableInvoice, _ row: StatementRow) -> Money {
    Money(cents: invoice.balance.cents &- row.amount.cents)
  }

  private static func words(_ way: StatementMatching.Match.Way) -> String {
    switch way {
    case .number: "found by its number"
    case .amount: "the only open invoice of this amount"
    case .amountAndCustomer: "found by amount and customer"
    }
  }

  private static func words(_ reason: StatementMatching.Miss.Reason, _ figures: Figures) -> String {
    switch reason {
    case .unknown: "pays no open invoice"
    case .several(let numbers): "may pay \(list(numbers))"
    case .notPositive: "is no payment"
    case .aboveBalance(let balance): "is above the balance of \(figures.bare(balance, nil))"
    case .paidTwice(let line): "row \(line) pays the same invoice"
    }
  }

  private static func words(_ reason: StatementProblem.Reason) -> String {
    switch reason {
    case .noAmount: "has no amount"
    case .ambiguousAmount(let text): "“\(text)” may be two amounts: write its cents, as 1234.00"
    case .noDate(let text): "“\(text)” is no day"
    case .ambiguousDate(let text): "“\(text)” may be two days: write 2026-04-17"
    case .unclosed: "a quotation mark is not closed"
    }
  }

  /// The first three, and how many more there are.
  private static func list(_ numbers: [String]) -> String {
    let rest = numbers.count - 3
    return numbers.prefix(3).joined(separator: " or ") + (rest > 0 ? " or \(rest) more" : "")
  }
}
