import Billing
import BillingAPI
internal import GRDB

/// A part of a statement and the values bound in it.
struct BoundSQL {
  var sql: String
  var arguments: StatementArguments = []

  static func joined(_ parts: [BoundSQL], by separator: String) -> BoundSQL {
    var arguments: StatementArguments = []
    for part in parts { arguments += part.arguments }
    return BoundSQL(sql: parts.map(\.sql).joined(separator: separator), arguments: arguments)
  }
}

/// Turns a filter into a condition over the mirror's tables. What a person typed is only ever bound, never spelled.
struct FilterSQL {
  let kind: ResourceKind
  let today: CalendarDate
  /// The records of the kind beside which a local note stands.
  var noted: [Int64] = []

  /// An invoice with something to be paid; a draft counts only once it is paid in part.
  static let isOpen = "invoices.open_amount IS NOT NULL"

  /// What a list's request lets through.
  static func condition(of request: ListRequest) -> BoundSQL {
    let sql = FilterSQL(kind: request.kind, today: request.today, noted: request.noted)
    let matching = sql.condition(request.filter)
    guard let only = request.only else { return matching }
    let chosen = sql.bound("\(request.kind.rawValue).id IN (SELECT value FROM json_each(?))", RecordIDs.json(only))
    return .joined([matching, chosen], by: " AND ")
  }

  func condition(_ filter: ListFilter) -> BoundSQL {
    guard !filter.isEmpty else { return BoundSQL(sql: "1") }
    return .joined(filter.clauses.map(clause), by: " AND ")
  }

  private func clause(_ clause: ListFilter.Clause) -> BoundSQL {
    var alternatives = BoundSQL.joined(clause.terms.map(term), by: " OR ")
    alternatives.sql = "(\(alternatives.sql))"
    return alternatives
  }

  private func term(_ term: ListFilter.Term) -> BoundSQL {
    var condition = sql(term.condition)
    // What is unknown of a record counts as not so, and its opposite as so.
    condition.sql = term.isNegated ? "((\(condition.sql)) IS NOT TRUE)" : "(\(condition.sql))"
    return condition
  }

  private func sql(_ condition: FilterCondition) -> BoundSQL {
    switch condition {
    case .word(let word): search(word)
    case .nearly(let word): nearly(word, Self.names(kind))
    case .mark(let mark): marked(mark)
    case .status(let words): anyOf("\(kind.rawValue).status", words)
    case .customer(let name, isNearly: false): customer(name)
    case .customer(let name, isNearly: true): nearly(name, ["name_folded"])
    case .customerID(let id): bound("\(Self.customerID(kind)) = ?", id.value)
    case .currency(let id): currency(id)
    case .compare(let measure, let comparison, let cents): compared(measure, comparison, cents)
    case .daysLate(let comparison, let days): late(comparison, days)
    case .day(let field, let comparison, let bound): day(field, comparison, bound)
    case .has(let presence): present(presence)
    }
  }

  private func present(_ presence: FilterCondition.Presence) -> BoundSQL {
    let column = Self.column(presence, kind).map { BoundSQL(sql: "ifnull(\($0), '') <> ''") }
    guard presence == .note, !noted.isEmpty else { return column ?? BoundSQL(sql: "0") }
    let ids = noted.map(String.init).joined(separator: ",")
    let local = bound("\(kind.rawValue).id IN (SELECT value FROM json_each(?))", "[\(ids)]")
    return .joined([column, local].compactMap { $0 }, by: " OR ")
  }

  private func bound(_ sql: String, _ value: some DatabaseValueConvertible) -> BoundSQL {
    BoundSQL(sql: sql, arguments: [value])
  }

  /// A number is found however its thousands are written.
  private func search(_ word: String) -> BoundSQL {
    let plain = word.filter { $0 != "," }
    guard plain != word, !plain.isEmpty, plain.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) else {
      return inText("instr(text, ?) > 0", [word])
    }
    return inText("instr(text, ?) > 0 OR instr(text, ?) > 0", [word, plain])
  }

  private func inText(_ condition: String, _ arguments: StatementArguments) -> BoundSQL {
    let text = MirrorTable.of(kind).textName
    return BoundSQL(
      sql: "\(kind.rawValue).id IN (SELECT id FROM \(text) WHERE \(condition))", arguments: arguments)
  }

  private func anyOf(_ column: String, _ words: [String]) -> BoundSQL {
    let places = words.map { _ in "?" }.joined(separator: ", ")
    return BoundSQL(sql: "\(column) IN (\(places))", arguments: StatementArguments(words))
  }

  private func marked(_ mark: FilterCondition.Mark) -> BoundSQL {
    kind == .customers
      ? anyInvoice(invoice(mark)) : kind == .invoices ? invoice(mark) : BoundSQL(sql: "estimates.status = 'DRAFT'")
  }

  private func invoice(_ mark: FilterCondition.Mark) -> BoundSQL {
    switch mark {
    case .open: BoundSQL(sql: Self.isOpen)
    case .late: bound("\(Self.isOpen) AND invoices.due_date < ?", today.daysSince1970)
    case .draft: BoundSQL(sql: "invoices.status = 'DRAFT'")
    case .paid: BoundSQL(sql: "invoices.paid_status = 'PAID'")
    case .partial: BoundSQL(sql: "invoices.paid_status = 'PARTIALLY_PAID'")
    }
  }

  private func anyInvoice(_ condition: BoundSQL) -> BoundSQL {
    BoundSQL(
      sql: "EXISTS (SELECT 1 FROM invoices WHERE invoices.customer_id = customers.id AND \(condition.sql))",
      arguments: condition.arguments)
  }

  private func customer(_ name: String) -> BoundSQL {
    kind == .customers
      ? inText("instr(text, ?) > 0", [name]) : bound("instr(\(kind.rawValue).name_folded, ?) > 0", name)
  }

  /// Of two currencies that share a code, one is the id on other installations.
  private func currency(_ id: Identifier<Currency>) -> BoundSQL {
    bound("\(kind.rawValue).currency_id = ?", id.value)
  }

  /// Names repeat: each is compared once.
  private func nearly(_ word: String, _ columns: [String]) -> BoundSQL {
    .joined(
      columns.map { column in
        bound(
          """
          \(column) IN (SELECT name FROM (SELECT DISTINCT \(column) AS name FROM \(kind.rawValue)) \
          WHERE nearly(name, ?))
          """, word)
      }, by: " OR ")
  }

  private func compared(
    _ measure: FilterCondition.Measure, _ comparison: FilterCondition.Comparison, _ cents: Int64
  ) -> BoundSQL {
    if kind == .customers { return balance(comparison, cents) }
    return Self.comparing(
      "\(kind.rawValue).\(measure == .balance ? "due_amount" : Self.amount(kind))", comparison, cents)
  }

  private static func comparing(
    _ column: String, _ comparison: FilterCondition.Comparison, _ cents: Int64
  ) -> BoundSQL {
    guard comparison == .about else { return BoundSQL(sql: "\(column) \(comparison.rawValue) ?", arguments: [cents]) }
    let slack = Int64(cents.magnitude / 20)
    return BoundSQL(sql: "\(column) BETWEEN ? AND ?", arguments: [cents - slack, cents + slack])
  }

  /// A customer's balance is compared in each currency by itself.
  private func balance(_ comparison: FilterCondition.Comparison, _ cents: Int64) -> BoundSQL {
    let sum = Self.comparing("sum(invoices.open_amount)", comparison, cents)
    return BoundSQL(
      sql: """
        EXISTS (SELECT 1 FROM invoices WHERE invoices.customer_id = customers.id AND \(Self.isOpen)
        GROUP BY invoices.currency_id HAVING \(sum.sql))
        """, arguments: sum.arguments)
  }

  /// Of a customer: an invoice that is so late.
  private func late(_ comparison: FilterCondition.Comparison, _ days: Int) -> BoundSQL {
    let invoice = BoundSQL(
      sql: "\(Self.isOpen) AND ? - invoices.due_date \(comparison.rawValue) ? AND invoices.due_date < ?",
      arguments: [today.daysSince1970, days, today.daysSince1970])
    return kind == .customers ? anyInvoice(invoice) : invoice
  }

  private func day(
    _ field: FilterCondition.DayField, _ comparison: FilterCondition.Comparison, _ day: DayBound
  ) -> BoundSQL {
    guard let column = Self.column(field, kind) else { return BoundSQL(sql: "0") }
    let days = day.days(on: today)
    let (first, last) = (days.lowerBound.daysSince1970, days.upperBound.daysSince1970)
    switch comparison {
    case .above, .atMost: return bound("\(column) \(comparison.rawValue) ?", last)
    case .below, .atLeast: return bound("\(column) \(comparison.rawValue) ?", first)
    case .equal, .about: return BoundSQL(sql: "\(column) BETWEEN ? AND ?", arguments: [first, last])
    }
  }
}
