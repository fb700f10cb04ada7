/// Where the service is to be reached.
package enum ListeningAddress: Hashable, Sendable {
  /// A TCP port; 0 takes any that is free.
  case loopback(host: String = "127.0.0.1", port: Int)
  /// A path of at most 107 bytes; only its owner may connect.
  case unixSocket(String)
}

/// Where a running service is reached.
package struct RunningAddress: Hashable, Sendable {
  /// The base URL that clients are given: `http://127.0.0.1:8080/api/v1` or `unix:/path`.
  package let baseURL: String
  /// Nil on a Unix socket.
  package let port: Int?
}

/// Why a service does not start.
package enum ServiceError: Error, Hashable, Sendable {
  case alreadyRunning
  case socketPathTooLong(String)
  /// Another service answers there.
  case addressInUse
  case cannotListen(String)
}
