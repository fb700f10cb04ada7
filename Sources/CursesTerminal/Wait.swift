import Glibc

/// Waits until one of several descriptors can be read.
enum Wait {
  /// The descriptors that can be read or are broken; none when the time is over or a signal came.
  ///
  /// - Parameter end: when to give up; nil waits for ever.
  static func forInput(_ descriptors: [Int32], until end: ContinuousClock.Instant?) -> [Int32] {
    var waits = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&waits, nfds_t(waits.count), end.map(milliseconds(until:)) ?? -1)
    return count > 0 ? waits.filter { $0.revents != 0 }.map(\.fd) : []
  }

  /// Rounded up, so that a wait is not over just before its time.
  private static func milliseconds(until end: ContinuousClock.Instant) -> Int32 {
    let left = ContinuousClock.now.duration(to: end)
    let milliseconds = left.components.seconds.multipliedReportingOverflow(by: 1000)
    guard !milliseconds.overflow else { return left < .zero ? 0 : .max }
    let fraction = (left.components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds.partialValue + fraction))
  }
}
