internal import BillingAPI
internal import CCurl

/// What tasks leave for the thread of libcurl; guarded by the worker's mutex.
struct CurlMailbox {
  /// Set while the thread runs, so that it can be woken.
  var waker: CurlWaker?
  private var orders: [TransferOrder] = []
  private var cancellations: [UInt64] = []
  /// Announced and not yet submitted: a cancellation may come first.
  private var expected: Set<UInt64> = []
  private var abandoned: Set<UInt64> = []
  private var lastID: UInt64 = 0
  private(set) var isStopped = false

  mutating func announce() -> UInt64 {
    lastID += 1
    expected.insert(lastID)
    return lastID
  }

  /// False for an order that is not to be carried out any more.
  mutating func accept(_ order: TransferOrder) -> Bool {
    expected.remove(order.id)
    guard abandoned.remove(order.id) == nil, !isStopped else { return false }
    orders.append(order)
    return true
  }

  mutating func cancel(_ id: UInt64) {
    if expected.contains(id) { abandoned.insert(id) } else { cancellations.append(id) }
  }

  mutating func stop() { isStopped = true }

  /// Everything that waits, once.
  mutating func empty() -> (orders: [TransferOrder], cancellations: [UInt64], isStopped: Bool) {
    defer { (orders, cancellations) = ([], []) }
    return (orders, cancellations, isStopped)
  }

  func wake() { waker?.wake() }
}

/// Ends the wait of a `curl_multi` handle from any thread.
///
/// Unchecked, because the pointer is used for nothing but `curl_multi_wakeup`, which libcurl allows from any thread,
/// under the mailbox's mutex, and is taken out of the mailbox before the handle is freed.
struct CurlWaker: @unchecked Sendable {
  private let multi: UnsafeMutableRawPointer

  init(_ multi: UnsafeMutableRawPointer) { self.multi = multi }

  func wake() { curl_multi_wakeup(multi) }
}
