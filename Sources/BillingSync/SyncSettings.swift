/// How eagerly the mirror is kept in step.
package struct SyncSettings: Hashable, Sendable {
  /// Seconds between two looks at what is new; 0 means never.
  package var pollSeconds: Int
  /// Records asked for at once; the service may allow fewer.
  package var pageSize: Int
  /// Lists that are fetched side by side.
  package var concurrency: Int
  /// Pages of a list that are asked for side by side, and taken in together, where no budget holds the background back.
  package var pagesAtOnce: Int
  /// Requests in any minute, beyond which the background waits; 0 means any number.
  package var requestsPerMinute: Int
  /// Seconds after which all pages of a list are looked at once more: nothing else shows what others changed there.
  package var sweepSeconds: Int

  package init(
    pollSeconds: Int = 60, pageSize: Int = 100, concurrency: Int = 3, pagesAtOnce: Int = 1,
    requestsPerMinute: Int = 180, sweepSeconds: Int = 3600
  ) {
    self.pollSeconds = pollSeconds
    self.pageSize = pageSize
    self.concurrency = concurrency
    self.pagesAtOnce = pagesAtOnce
    self.requestsPerMinute = requestsPerMinute
    self.sweepSeconds = sweepSeconds
  }
}
