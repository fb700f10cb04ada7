import BillingSync

extension SyncSettings {
  /// The service within the program: it is as fast as the disk, knows no limit, and changes only from here.
  static let embedded = SyncSettings(pollSeconds: 0, concurrency: 1, requestsPerMinute: 0)
}

extension RemoteService {
  var syncSettings: SyncSettings {
    SyncSettings(pollSeconds: pollSeconds, requestsPerMinute: requestsPerMinute)
  }
}
