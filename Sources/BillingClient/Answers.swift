package import BillingAPI
package import FoundationEssentials

/// A page of a list as the service sent it, with its `meta` read.
package struct RawPage: Hashable, Sendable {
  /// A whole JSON object with an array `data`, byte for byte as it came.
  package let bytes: [UInt8]
  package let meta: PageMeta
  /// How many records the page holds.
  package let count: Int
  /// Nothing in the page is newer than this.
  package let requestStarted: Date

  package init(bytes: [UInt8], meta: PageMeta, count: Int, requestStarted: Date) {
    self.bytes = bytes
    self.meta = meta
    self.count = count
    self.requestStarted = requestStarted
  }
}

/// What the service says after it performed a write.
package struct WriteAnswer: Hashable, Sendable {
  package let status: Int
  /// The record as JSON, byte for byte as it came; empty where the service sent none.
  package let record: [UInt8]
  /// The record's number, where the answer has one.
  package let id: Int64?
  /// The answer was stored when the same idempotency key came before.
  package let replayed: Bool

  package init(status: Int, record: [UInt8], id: Int64?, replayed: Bool) {
    self.status = status
    self.record = record
    self.id = id
    self.replayed = replayed
  }
}

/// What `/health` says; a service that only says that it is there leaves everything nil.
package struct ServiceHealth: Hashable, Sendable {
  package var status: String?
  package var version: String?
  /// As the service wrote it.
  package var timestamp: String?

  package init(status: String? = nil, version: String? = nil, timestamp: String? = nil) {
    self.status = status
    self.version = version
    self.timestamp = timestamp
  }
}
