/// An invoice that somebody may have paid.
package struct PayableInvoice: Hashable, Sendable {
  package var id: Int64
  package var number: String
  package var customer: String
  package var balance: Money
  package var currencyID: Identifier<Currency>?

  package init(
    id: Int64, number: String, customer: String, balance: Money, currencyID: Identifier<Currency>? = nil
  ) {
    self.id = id
    self.number = number
    self.customer = customer
    self.balance = balance
    self.currencyID = currencyID
  }
}

extension PayableInvoice {
  /// The invoices that a row may mean, the likeliest first: those of its customer, then those of its amount, then the rest.
  package static func candidates(for row: StatementEntry, among invoices: [PayableInvoice]) -> [PayableInvoice] {
    let amount: Money? = if case .amount(let money) = StatementAmount(row.amount) { money } else { nil }
    let words = StatementRow(line: 0, number: row.number, amount: amount ?? .zero, note: row.note)
    func rank(_ invoice: PayableInvoice) -> Int {
      let isTheirs = InvoiceIndex.mentions(invoice.customer, in: words)
      let isAlike = invoice.balance == amount
      let isEnough = amount.map { invoice.balance >= $0 } ?? true
      return isTheirs && isAlike ? 0 : isAlike ? 1 : isTheirs && isEnough ? 2 : isTheirs ? 3 : isEnough ? 4 : 5
    }
    let ranked = invoices.map { (rank($0), $0) }
    return ranked.sorted { ($0.0, $0.1.number) < ($1.0, $1.1.number) }.map(\.1)
  }
}

/// Finds the invoices that the rows of a statement pay: by number, then by amount and customer.
package struct StatementMatching: Hashable, Sendable {
  package struct Match: Hashable, Sendable {
    package enum Way: Hashable, Sendable {
      case number, amount, amountAndCustomer
    }

    package var row: StatementRow
    package var invoice: Int64
    package var way: Way
  }

  /// A row that pays nothing that is known, and why.
  package struct Miss: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// No open invoice has the number, and none its amount.
      case unknown
      /// More than one invoice could be meant: their numbers.
      case several([String])
      /// What is taken from the account, or nothing at all.
      case notPositive
      /// More than the invoice still awaits.
      case aboveBalance(Money)
      /// An earlier row pays the same invoice.
      case paidTwice(line: Int)
    }

    package var row: StatementRow
    package var reason: Reason
  }

  package private(set) var matches: [Match] = []
  package private(set) var misses: [Miss] = []
  private var left: [Int64: Money]
  private var paidBy: [Int64: Int] = [:]

  package init(_ rows: [StatementRow], with invoices: [PayableInvoice]) {
    left = Dictionary(invoices.map { ($0.id, $0.balance) }) { first, _ in first }
    let index = InvoiceIndex(invoices)
    // Those that name a number take their invoices first: an amount alone is worth less.
    let found = rows.map { ($0, index.named(by: $0)) }
    var later: [StatementRow] = []
    for (row, named) in found {
      if row.amount <= .zero { misses.append(Miss(row: row, reason: .notPositive)) } else { take(row, named, &later) }
    }
    for row in later { take(row, byAmountIn: index) }
    matches.sort { $0.row.line < $1.row.line }
    misses.sort { $0.row.line < $1.row.line }
  }

  private mutating func take(_ row: StatementRow, _ named: [PayableInvoice], _ later: inout [StatementRow]) {
    switch named.count {
    case 0: later.append(row)
    case 1: take(row, named[0], .number)
    default: misses.append(Miss(row: row, reason: .several(named.map(\.number))))
    }
  }

  private mutating func take(_ row: StatementRow, byAmountIn index: InvoiceIndex) {
    let alike = index.awaiting(row.amount).filter { paidBy[$0.id] == nil }
    if alike.count == 1, row.number.isEmpty || InvoiceIndex.mentions(alike[0].customer, in: row) {
      let isNamed = InvoiceIndex.mentions(alike[0].customer, in: row)
      return take(row, alike[0], isNamed ? .amountAndCustomer : .amount)
    }
    let named = alike.filter { InvoiceIndex.mentions($0.customer, in: row) }
    if named.count == 1 { return take(row, named[0], .amountAndCustomer) }
    let several = named.isEmpty ? alike : named
    misses.append(Miss(row: row, reason: several.count > 1 ? .several(several.map(\.number)) : .unknown))
  }

  private mutating func take(_ row: StatementRow, _ invoice: PayableInvoice, _ way: Match.Way) {
    if let line = paidBy[invoice.id] { return misses.append(Miss(row: row, reason: .paidTwice(line: line))) }
    guard row.amount <= left[invoice.id] ?? .zero else {
      return misses.append(Miss(row: row, reason: .aboveBalance(invoice.balance)))
    }
    paidBy[invoice.id] = row.line
    matches.append(Match(row: row, invoice: invoice.id, way: way))
  }
}

/// Open invoices by number and by amount.
struct InvoiceIndex {
  private let byNumber: [String: [PayableInvoice]]
  private let byBalance: [Money: [PayableInvoice]]

  init(_ invoices: [PayableInvoice]) {
    byNumber = Dictionary(grouping: invoices) { Self.fold($0.number) }
    byBalance = Dictionary(grouping: invoices, by: \.balance)
  }

  /// Those whose number is the row's, or stands as a word in what the payer wrote.
  func named(by row: StatementRow) -> [PayableInvoice] {
    let exact = byNumber[Self.fold(row.number)] ?? []
    if !exact.isEmpty || row.number.isEmpty && row.note.isEmpty { return row.number.isEmpty ? [] : exact }
    let words = Set(Self.words(row.number) + Self.words(row.note))
    return words.sorted().flatMap { byNumber[$0] ?? [] }
  }

  func awaiting(_ amount: Money) -> [PayableInvoice] { byBalance[amount] ?? [] }

  /// Whether what the payer wrote holds the customer's name, its first word, or its first of four letters and more.
  static func mentions(_ customer: String, in row: StatementRow) -> Bool {
    let text = " " + (words(row.number) + words(row.note)).joined(separator: " ") + " "
    let name = words(customer)
    let telling = [name.first, name.first { $0.count > 3 }].compactMap(\.self)
    return telling.contains { text.contains(" \($0) ") }
  }

  private static func fold(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }

  /// Numbers of invoices have hyphens and slashes in them.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || "-/_".contains($0)) }.map(String.init)
  }
}
