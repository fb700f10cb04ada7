import Billing
import BillingAPI
import FoundationEssentials
import Store

/// Makes a plan of many records from the mirror and the journal alone, in a few statements however many they are.
struct Planner {
  let action: BulkAction
  let kind: ResourceKind
  let mirror: Mirror
  let local: LocalStore?
  /// Why nothing of the kind that is written may leave; nil where it may.
  let refusal: ForbiddenReason?

  /// One row for each target, in their order.
  func rows(_ targets: [BulkTarget]) throws(StoreError) -> [PlanRow] {
    let records = try mirror.planRecords(kind, ids: targets.map(\.record))
    var rows = targets.map { target in row(target, records[target.record]) }
    holdRepeated(&rows)
    try holdDuplicates(&rows)
    try proposeNumbers(&rows)
    return rows
  }

  private func row(_ target: BulkTarget, _ record: PlanRecord?) -> PlanRow {
    guard let record else { return missing(target) }
    let (effect, objection) = RowPlanning(action: action, kind: kind, record: record, target: target).result
    var row = PlanRow(record: record.id, number: record.number, customer: record.customerName, effect: effect)
    row.customerID = record.customerID
    row.currencyID = record.currencyID
    row.currency = record.currencyID.flatMap { Currency.with(id: Identifier($0)) }?.code
    row.dueDate = record.expectation.dueDate
    row.expectation = action.expectation(of: record)
    row.forbidden = refusal ?? (record.isFlagged && action.needsEverything ? .unreadable : objection)
    row.held = target.seen?.differences(from: record.expectation) ?? []
    if case .payment(let payment) = effect, payment.after > .zero, target.amount != nil {
      row.held.append(.partial(balance: payment.before))
    }
    return row
  }

  private func missing(_ target: BulkTarget) -> PlanRow {
    var row = PlanRow(record: target.record, number: "#\(target.record)", customer: "", effect: .edit([]))
    row.forbidden = .unknownRecord
    return row
  }

  /// Two rows for one record would each be right alone; together they are for a person to look at.
  private func holdRepeated(_ rows: inout [PlanRow]) {
    var seen: Set<Int64> = []
    for index in rows.indices where !seen.insert(rows[index].record).inserted {
      rows[index].held.append(.sameRecord)
    }
  }
}

extension Planner {
  /// Payments that were recorded before, or wait in the outbox, by the same customer with the same amount.
  private func holdDuplicates(_ rows: inout [PlanRow]) throws(StoreError) {
    let payments = rows.compactMap { row in
      if case .payment(let payment) = row.effect, let id = row.customerID { (id, payment.date) } else { nil }
    }
    guard let first = payments.map(\.1).min(), let last = payments.map(\.1).max() else { return }
    let search = try mirror.paymentSearch(customers: Set(payments.map(\.0)), from: first, to: last)
    let waiting = try waitingPayments()
    for index in rows.indices {
      guard case .payment(let payment) = rows[index].effect, let customer = rows[index].customerID else { continue }
      let found = search.likelyDuplicates(customer: customer, amount: payment.amount, date: payment.date)
      if let nearest = found.first {
        let numbers = found.flatMap(\.payments).map(\.number)
        rows[index].held.append(.duplicate(payments: numbers, daysApart: nearest.daysApart))
      }
      if let count = waiting[WaitingPayment(customer: customer, amount: payment.amount)] {
        rows[index].held.append(.waitingDuplicate(count: count))
      }
    }
  }

  private struct WaitingPayment: Hashable {
    var customer: Int64
    var amount: Money
  }

  private func waitingPayments() throws(StoreError) -> [WaitingPayment: Int] {
    guard let local, try local.openIntentCount() > 0 else { return [:] }
    let payments = try local.openIntents().compactMap { open -> WaitingPayment? in
      // A body that cannot be read is no payment.
      guard open.intent.kind == .payments, let body = open.intent.body.flatMap({ try? JSONValue(parsing: $0) }),
        let customer = body["customer_id"]?.integer, let amount = body["amount"]?.money
      else { return nil }
      return WaitingPayment(customer: customer, amount: amount)
    }
    return Dictionary(payments.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The next numbers in a row, held for this plan while the program runs.
  private func proposeNumbers(_ rows: inout [PlanRow]) throws(StoreError) {
    let places = rows.indices.filter { rows[$0].forbidden == nil && rows[$0].effect.makesRecord }
    guard let first = places.first, let numbered = action.written(kind).numbered else { return }
    let series = NumberSeries(kind: numbered, on: action.day)
    let known = try mirror.knownNumbers(action.written(kind))
    let propose = { (held: [String]) in series.numbers(places.count, after: known + held) }
    let intents = places.map { rows[$0].intent }
    let numbers =
      try local?.reserveNumbers(action.written(kind), for: intents, propose: propose) ?? propose([])
    guard rows.indices.contains(first) else { return }
    for (place, number) in zip(places, numbers) { rows[place].proposedNumber = number }
  }
}

/// Numbers that follow each other, past those that are taken.
struct NumberSeries {
  let kind: NumberedKind
  let day: CalendarDate?

  init(kind: NumberedKind, on day: CalendarDate?) {
    self.kind = kind
    self.day = day
  }

  func numbers(_ count: Int, after known: [String]) -> [String] {
    let first = kind.proposal(after: known, on: day)
    guard let (pattern, counter) = NumberPattern.parse(first) else { return [first] }
    let taken = Set(known)
    var numbers: [String] = []
    var next = counter
    while numbers.count < count, next < Int64.max {
      let number = pattern.number(next)
      if !taken.contains(number) { numbers.append(number) }
      next += 1
    }
    return numbers
  }
}

extension ResourceKind {
  /// Expenses are numbered by the service, customers and items not at all.
  fileprivate var numbered: NumberedKind? {
    switch self {
    case .invoices: .invoice
    case .estimates: .estimate
    case .payments: .payment
    case .expenses, .customers, .items: nil
    }
  }
}

extension RowEffect {
  /// A new record comes of it.
  var makesRecord: Bool {
    switch self {
    case .payment, .creation: true
    case .edit, .deletion: false
    }
  }

  /// There are more or fewer records afterwards.
  var changesCount: Bool {
    switch self {
    case .payment, .creation, .deletion: true
    case .edit: false
    }
  }
}
