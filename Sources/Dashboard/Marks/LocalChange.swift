import Billing
import BillingAPI
import Store

/// Something that is kept on this machine alone; changes reach the disk in the order in which they were made.
package enum LocalChange: Sendable, Equatable {
  case mark(ResourceKind, [Int64])
  case unmark(ResourceKind, [Int64])
  /// A sitting that begins.
  case sitting(ReviewSitting)
  /// What was decided of a record in a sitting; nil where that was taken back.
  case decision(String, record: Int64, ReviewDecision?)
  /// Which record of a sitting is looked at, by its place.
  case reviewPlace(String, Int)
  case discardSitting(String)
  /// All rows of the bank that are not planned yet, as they are now.
  case bankRows([StatementEntry])
}
