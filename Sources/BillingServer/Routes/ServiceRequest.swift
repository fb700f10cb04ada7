internal import HTTPTypes

/// One request as the routes see it, wherever it came from.
struct ServiceRequest: Sendable {
  let head: HTTPRequest
  /// The caller's IP address; nil on a Unix socket and within the program.
  let peer: String?
  /// Reads the body when it is needed, and not before.
  let body: @Sendable () async throws -> [UInt8]

  /// The target without its query.
  var path: Substring { target.prefix { $0 != "?" } }
  /// The same with the host that was asked, for links that a caller can follow as they are.
  var address: String { head.authority.map { "http://\($0)\(path)" } ?? String(path) }
  var query: Substring? {
    let rest = target.dropFirst(path.count)
    return rest.isEmpty ? nil : rest.dropFirst()
  }

  private var target: String { head.path ?? "/" }

  var isWrite: Bool { head.method != .get && head.method != .head }
}
