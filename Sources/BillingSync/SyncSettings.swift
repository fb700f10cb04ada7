/// How eagerly the mirror is kept in step.
package struct SyncSettings: Hashable, Sendable {
  /// Seconds between two looks at what is new; 0 means never.
  package var pollSeconds: Int
  /// Records asked for at once; the service may allow fewer.
  package var pageSize: Int
  /// Lists that are fetched side by side.
  package var concurrency: Int

  package init(pollSeconds: Int = 60, pageSize: Int = 100, concurrency: Int = 3) {
    self.pollSeconds = pollSeconds
    self.pageSize = pageSize
    self.concurrency = concurrency
  }
}
