import Glibc

/// A program that is started begins with the signals of a fresh one, not with what this one catches, blocks or ignores.
enum ChildSignals {
  /// `flags` are set beside those for the signals (posix_spawnattr_setflags(3)).
  static func restore(_ attributes: inout posix_spawnattr_t, and flags: Int32 = 0) {
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | flags))
  }
}
