import Glibc

/// How many files and connections this process may have open.
enum OpenFiles {
  /// Takes as many as the system lets it: the usual 1,024 are fewer than the connections that a service takes.
  static func raiseLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    // Where it is not granted the service takes fewer connections.
    _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
