import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// How long a key is relied on; the service keeps it for 24 hours (API documentation).
  private static let keyLife: TimeInterval = 23 * 3600

  /// The id of the record that an earlier sending made, where sending again would not be answered the same.
  ///
  /// The service remembers no answer of 500 and above, and no key beyond a day: then its records are asked. A deletion
  /// can be repeated at any time; an update beyond the key's life might undo what others changed since.
  func lookUp(_ open: OpenIntent) async throws(ServiceFailure) -> Int64? {
    guard let first = open.firstSent, open.intent.verb != .delete else { return nil }
    let isExpired = clock.now.timeIntervalSince(first.at) > Self.keyLife
    guard open.intent.verb == .create else {
      if isExpired { throw .keyExpired }
      return nil
    }
    guard isExpired || open.lastStatus.map({ $0 >= 500 }) == true else { return nil }
    let found = try await candidates(open, first)
    guard found.count < 2 else { throw .ambiguous(found) }
    if found.isEmpty, isExpired { throw .keyExpired }
    return found.first
  }

  func candidates(_ open: OpenIntent, _ first: OpenIntent.Sending) async throws(ServiceFailure) -> [Int64] {
    let kind = open.intent.kind
    let sent = try json(first.body ?? open.intent.body)
    let page: RawPage
    do {
      page = try await client.page(of: kind, ListQuery(page: 1, limit: 100))
    } catch {
      throw ServiceFailure(error)
    }
    try stored { () throws(StoreError) in _ = try mirror.takeIn(page: page.bytes, kind: kind, asOf: page.requestStarted)
    }
    let records = try json(String(decoding: page.bytes, as: UTF8.self))["data"]?.array ?? []
    return records.filter { isOurs($0, sent, kind, first) }.compactMap { $0["id"]?.integer }
  }

  /// By number; a customer by e-mail; else a record that is newer than any known before, with every field as sent.
  private func isOurs(_ record: JSONValue, _ sent: JSONValue, _ kind: ResourceKind, _ first: OpenIntent.Sending) -> Bool
  {
    guard let id = record["id"]?.integer, id > first.highestKnown ?? 0 else { return false }
    if let field = kind.numberField, let number = sent[field]?.text { return record[field]?.text == number }
    if kind == .customers, let email = sent["email"]?.text, !email.isEmpty { return record["email"]?.text == email }
    return FieldChange.between(sent, record).isEmpty
  }
}
