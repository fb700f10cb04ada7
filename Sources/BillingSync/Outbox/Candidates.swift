import BillingAPI
import Store

/// Records of the service that could be what an earlier sending made.
struct Candidates {
  /// They are what was sent.
  var exact: [Int64] = []
  /// They bear the number that was sent, and are otherwise not as sent: half made, or another's.
  var doubtful: [Int64] = []

  private let kind: ResourceKind
  private let sent: JSONValue
  /// What was made by the sending has a higher id.
  private let highestKnown: Int64

  init(kind: ResourceKind, sent: JSONValue, highestKnown: Int64?) {
    self.kind = kind
    self.sent = sent
    self.highestKnown = highestKnown ?? 0
  }

  /// By number; a customer by e-mail; else a record that is newer than any known before, with every field as sent.
  mutating func look(at record: JSONValue) {
    guard let id = record["id"]?.integer, id > highestKnown, !exact.contains(id), !doubtful.contains(id) else { return }
    if let number { return look(at: record, id, number: number) }
    if let email { return record["email"]?.text?.lowercased() == email ? exact.append(id) : () }
    if FieldChange.between(sent, record).isEmpty { exact.append(id) }
  }

  private mutating func look(at record: JSONValue, _ id: Int64, number: String) {
    guard record[kind.numberField ?? ""]?.text == number else { return }
    let differs = Self.telling.contains { name in
      guard let meant = sent[name], let has = record[name] else { return false }
      return !FieldChange.between(meant, has).isEmpty
    }
    if differs { doubtful.append(id) } else { exact.append(id) }
  }

  /// What even a service that changes a little of everything keeps.
  private static let telling = ["customer_id", "invoice_id", "total", "amount"]

  private var number: String? { kind.numberField.flatMap { sent[$0]?.text }.flatMap { $0.isEmpty ? nil : $0 } }

  private var email: String? {
    guard kind == .customers, let email = sent["email"]?.text, !email.isEmpty else { return nil }
    return email.lowercased()
  }

  /// Whether pages after this one may hold another candidate. Lists are newest first: by date where there is one, then
  /// by id. A page that is older than what was sent, or known as a whole, is the last to look at.
  func goesOn(after page: [JSONValue]) -> Bool {
    guard let last = page.last else { return false }
    let newer = page.count { ($0["id"]?.integer ?? 0) > highestKnown }
    if let field = kind.dateField, let sentDay = sent[field]?.date, let day = last[field]?.date {
      return day >= sentDay || newer == page.count
    }
    return newer > 0
  }
}
