import Glibc

/// Looks after the file of a Unix socket.
enum SocketPath {
  /// What `sun_path` holds, with its final zero.
  private static let longest = 107

  static func path(of address: ListeningAddress) -> String? {
    if case .unixSocket(let path) = address { path } else { nil }
  }

  /// Refuses a path that is too long, and one where another service answers: binding would push it aside.
  static func check(_ address: ListeningAddress) throws(ServiceError) {
    guard let path = path(of: address) else { return }
    guard path.utf8.count <= longest else { throw .socketPathTooLong(path) }
    if isAnswered(path) { throw .addressInUse }
  }

  /// Lets its owner alone connect.
  static func protect(_ address: ListeningAddress) {
    if let path = path(of: address) { chmod(path, 0o600) }
  }

  private static func isAnswered(_ path: String) -> Bool {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }
}

extension ServiceError {
  /// NIO names the system's error in its description only.
  init(_ error: any Error) {
    let text = String(describing: error)
    self =
      text.contains("EADDRINUSE") || text.contains("Address already in use") || text.contains("errno: 98")
      ? .addressInUse : .cannotListen(text)
  }
}
