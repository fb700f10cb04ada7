import BillingAPI
import Foundation
import Store

/// What happened in synchronisation and concerns the screen.
package enum SyncEvent: Hashable, Sendable {
  /// Records of this kind changed in the mirror: lists that show them are asked for anew.
  case rowsChanged(ResourceKind)
  /// How much of a kind is loaded now.
  case progress(ResourceKind, Completeness)
  /// How many of a hundred parts of what is due are fetched; nil when the background rests.
  case sweep(percent: Int?)
  /// So many records of a page came without an id: they are passed over.
  case skipped(ResourceKind, Int, page: Int)
  /// What such records are called, or how they begin, as the service wrote it.
  case nameless(ResourceKind, [String])
  case connection(ConnectionState)
  case write(IntentID, WriteProgress)
  /// How many writes wait to be sent or settled.
  case queued(Int)
  /// A run of a plan came further.
  case run(RunChange)
}

/// Whether the service answers.
package enum ConnectionState: Hashable, Sendable {
  /// Nothing was tried yet.
  case unknown
  /// It answered at this moment.
  case live(since: Date)
  /// It does not answer; when it is tried again, nil where only a person can mend it (401).
  case off(ServiceFailure, retryAt: Date?)
}
