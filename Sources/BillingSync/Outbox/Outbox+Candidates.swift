import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// Goes through the service's list as far as a record of that sending can be.
  func candidates(_ open: OpenIntent, _ first: OpenIntent.Sending) async throws(ServiceFailure) -> Candidates {
    try await candidates(open.intent.kind, try json(first.body ?? open.intent.body), above: first.highestKnown)
  }

  func candidates(
    _ kind: ResourceKind, _ sent: JSONValue, above highestKnown: Int64?
  ) async throws(ServiceFailure) -> Candidates {
    var candidates = Candidates(kind: kind, sent: sent, highestKnown: highestKnown)
    var number = 1
    while true {
      let page = try await page(kind, number)
      let records = try json(String(decoding: page.bytes, as: UTF8.self))["data"]?.array ?? []
      for record in records { candidates.look(at: record) }
      // A service that repeats its first page for ever says itself where its list ends.
      guard candidates.goesOn(after: records), number < page.meta.lastPage else { return candidates }
      number += 1
    }
  }

  private func page(_ kind: ResourceKind, _ number: Int) async throws(ServiceFailure) -> RawPage {
    let page: RawPage
    do {
      page = try await client.page(of: kind, ListQuery(page: number, limit: 100))
    } catch {
      throw ServiceFailure(error)
    }
    try stored { () throws(StoreError) in
      _ = try mirror.takeIn(page: page.bytes, kind: kind, asOf: page.requestStarted)
    }
    return page
  }
}
