import BillingSync

extension SyncSettings {
  /// The service within the program, over sample books: it is as fast as memory, knows no limit, and changes only from
  /// here.
  static let demo = SyncSettings(pollSeconds: 0, concurrency: 1, pagesAtOnce: 2, requestsPerMinute: 0)

  /// The service within the program, over a person's own books: a second program may have them open and change them.
  static let local = SyncSettings(pollSeconds: 10, concurrency: 1, pagesAtOnce: 2, requestsPerMinute: 0)
}

extension RemoteService {
  var syncSettings: SyncSettings {
    SyncSettings(pollSeconds: pollSeconds, requestsPerMinute: requestsPerMinute)
  }
}
