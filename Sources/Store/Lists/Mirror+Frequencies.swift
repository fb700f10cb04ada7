import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// The values of a column among the records of a list, the most frequent first, with what they come to.
  ///
  /// Days are taken by months, amounts by powers of ten, customers by themselves, not by their names. Of very many values
  /// those that are most frequent are answered.
  package func frequencies(
    of column: SortColumn, in request: ListRequest, limit: Int = 500
  ) throws(StoreError) -> [Frequency] {
    let grouping = FrequencySQL(kind: request.kind, column: column)
    let condition = FilterSQL.condition(of: request)
    let rows = try read {
      try Row.fetchAll($0, sql: grouping.statement(where: condition.sql), arguments: condition.arguments)
    }
    return Array(grouping.frequencies(rows).prefix(limit))
  }
}

/// Groups a list by one of its columns.
private struct FrequencySQL {
  let kind: ResourceKind
  let column: SortColumn

  /// Rows of value, its name, currency, count, and the parts of total and balance.
  func statement(where condition: String) -> String {
    let balance = kind == .invoices ? "open_amount" : "0"
    return """
      SELECT \(value) AS value, max(\(name)), \(kind.rawValue).currency_id, count(*), \
      \(CurrencySum.parts("\(kind.rawValue).\(amount)")), \(CurrencySum.parts(balance))
      FROM \(kind.rawValue) WHERE \(condition) GROUP BY value, \(kind.rawValue).currency_id
      """
  }

  private var amount: String { kind == .customers ? "id * 0" : FilterSQL.amount(kind) }

  private var value: String {
    // The sign keeps SQLite from going through an index and reading each row behind it.
    switch column {
    case .customer: "+\(FilterSQL.customerID(kind))"
    case .date, .dueDate: "strftime('%Y-%m-01', \(SortSQL.expression(kind, column)) * 86400, 'unixepoch')"
    case .total, .balance, .amount, .price, .subTotal, .discount, .tax: Self.size(SortSQL.expression(kind, column))
    case .name: "\(kind.rawValue).name"
    case .company, .contact: "\(kind.rawValue).\(column.rawValue)_name"
    case .method, .category, .unit: "\(kind.rawValue).\(column.rawValue)_name"
    case .description, .notes: "\(kind.rawValue).\(column.rawValue)"
    case .number, .status, .paidStatus, .reference, .email, .phone, .website, .invoice, .currency, .id:
      "+\(SortSQL.expression(kind, column))"
    }
  }

  private var name: String { column == .customer ? "\(kind.rawValue).customer_name" : "NULL" }

  /// The power of ten at which an amount begins, in cents; 0 below one unit.
  private static func size(_ cents: String) -> String {
    let powers = (2...17).map { "WHEN \(cents) < \(power($0 + 1)) THEN \(power($0))" }
    return "CASE WHEN \(cents) IS NULL THEN NULL WHEN \(cents) < 0 THEN -1 WHEN \(cents) < 100 THEN 0 "
      + powers.joined(separator: " ") + " END"
  }

  private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  func frequencies(_ rows: [Row]) -> [Frequency] {
    let byValue = Dictionary(grouping: rows) { $0[0] as DatabaseValue }
    let all = byValue.map { value, rows in
      let sums = rows.map { CurrencySum(row: $0, from: 2) }.sorted { $0.count > $1.count }
      let shown = shown(value, rows.first?[1])
      return Frequency(
        value: shown, count: sums.reduce(0) { $0 + $1.count }, sums: sums, filter: filter(shown, value))
    }
    return all.sorted { ($1.count, $0.value.sortText) < ($0.count, $1.value.sortText) }
  }

  private func shown(_ value: DatabaseValue, _ name: String?) -> FrequencyValue {
    switch column {
    case .date, .dueDate:
      String.fromDatabaseValue(value).flatMap(CalendarDate.init(iso:)).map { .month($0) } ?? .nothing
    case .total, .balance, .amount, .price, .subTotal, .discount, .tax:
      Int64.fromDatabaseValue(value).map(Self.amounts) ?? .nothing
    default: text(name ?? String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map(String.init))
    }
  }

  private func text(_ text: String?) -> FrequencyValue { text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing }

  private static func amounts(_ least: Int64) -> FrequencyValue {
    switch least {
    case ..<0: .amounts(least: Money(cents: .min), below: .zero)
    case 0: .amounts(least: .zero, below: Money(cents: 100))
    default: .amounts(least: Money(cents: least), below: Money(cents: least * 10))
    }
  }

  private func filter(_ shown: FrequencyValue, _ value: DatabaseValue) -> String? {
    switch shown {
    case .nothing: column == .reference ? "!has:ref" : column == .dueDate ? "!has:due" : nil
    case .month(let first): "\(column == .dueDate ? "due" : "date"):\(String(first.iso.prefix(7)))"
    case .amounts(let least, let below): hasField ? amountFilter(least, below) : nil
    case .text(let text): textFilter(text, value)
    }
  }

  private var hasField: Bool { ![.subTotal, .discount, .tax].contains(column) }

  private func amountFilter(_ least: Money, _ below: Money) -> String {
    let field = column == .balance ? "bal" : "amt"
    let upper = "\(field)<\(below.cents / 100)"
    return least.cents == .min ? upper : "\(field)>=\(least.cents / 100) \(upper)"
  }

  /// Where the language has no field of its own for the column, the words themselves.
  private func textFilter(_ text: String, _ value: DatabaseValue) -> String? {
    switch column {
    case .customer: Int64.fromDatabaseValue(value).map { "cust:#\($0)" }
    case .status: "status:\(text.lowercased())"
    case .currency: "cur:\(text)"
    case .id: nil
    default: text.contains("\"") ? nil : "\"\(text)\""
    }
  }
}

extension FrequencyValue {
  fileprivate var sortText: String {
    switch self {
    case .nothing: "\u{10FFFF}"
    case .text(let text): TextFolding.fold(text)
    case .month(let first): first.iso
    case .amounts(let least, _): String(repeating: "0", count: max(0, String(least.cents).count)) + "\(least.cents)"
    }
  }
}
