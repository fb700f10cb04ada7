import Billing
import BillingAPI
import Store

/// What a record should be after a write: what was meant, and everything else as it was.
struct Expectation {
  /// The fields that were meant.
  let meant: JSONValue
  /// The fields that were only carried along.
  private let carried: JSONValue
  /// The record before an update.
  private let before: JSONValue
  private let kind: ResourceKind

  init(
    _ open: OpenIntent, _ json: (String?) throws(ServiceFailure) -> JSONValue
  ) throws(ServiceFailure) {
    kind = open.intent.kind
    let body = try json(open.intent.body)
    guard open.intent.verb == .update, let sent = try json(open.firstSent?.body).object else {
      (meant, carried, before) = (body, .null, .null)
      return
    }
    // A field of the form that nobody touched went as the service had it.
    let edits = (body.object ?? JSONObject()).members.filter { ThreeWayMerge.isSame($0.value, sent[$0.name]) }
    meant = .object(JSONObject(edits.map { ($0.name, $0.value) }))
    let edited = Set(edits.map(\.name))
    carried = .object(JSONObject(sent.members.filter { !edited.contains($0.name) }.map { ($0.name, $0.value) }))
    before = try json(open.before)
  }

  /// Fields that nobody edited and that are otherwise now.
  func changedBeyond(in record: JSONValue) -> [FieldChange] {
    guard carried.object != nil else { return [] }
    // Lines are replaced as a whole by a PUT: each has another id then.
    let changes = FieldChange.between(carried, record).filter { !$0.isComputed }
    return changes + balance(in: record) + paidStatus(in: record)
  }

  /// The balance moves by as much as the total does.
  private func balance(in record: JSONValue) -> [FieldChange] {
    guard kind == .invoices, let due = before["due_amount"]?.money, let now = record["due_amount"]?.money,
      let total = before["total"]?.money, let newTotal = record["total"]?.money
    else { return [] }
    let expected = due.cents &+ newTotal.cents &- total.cents
    guard now.cents != expected else { return [] }
    return [FieldChange(field: "due_amount", sent: .integer(expected), answered: record["due_amount"])]
  }

  /// It is told where it changed and total and balance do not say why.
  private func paidStatus(in record: JSONValue) -> [FieldChange] {
    guard kind == .invoices, let old = before["paid_status"]?.string, let new = record["paid_status"]?.string,
      old != new, let due = record["due_amount"]?.money, let total = record["total"]?.money
    else { return [] }
    let explained = due.cents <= 0 ? "PAID" : due < total ? "PARTIALLY_PAID" : "UNPAID"
    return new == explained ? [] : [FieldChange(field: "paid_status", sent: .string(old), answered: .string(new))]
  }
}
