import Foundation
import Glibc
import Synchronization

/// A server of a few lines on real sockets: it reads requests one after the other and answers as a test tells it to.
final class SocketServer: Sendable {
  /// What becomes of a connection after an answer.
  enum After: Sendable { case keep, close, hang }

  struct Reply: Sendable {
    var bytes: [UInt8]
    var after: After

    static func text(_ head: String, _ body: String = "", after: After = .keep) -> Reply {
      let head = "HTTP/1.1 \(head)\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      return Reply(bytes: Array((head + body).utf8), after: after)
    }

    static func raw(_ text: String, after: After = .close) -> Reply { Reply(bytes: Array(text.utf8), after: after) }
    static let nothing = Reply(bytes: [], after: .close)
    static let silence = Reply(bytes: [], after: .hang)
  }

  private struct State {
    var connections: [Int32] = []
    var requests: [String] = []
    var isStopped = false
  }

  let authority: String
  let socketPath: String?
  /// Each request as it arrives, head and body.
  let arrivals: AsyncStream<String>
  private let announce: AsyncStream<String>.Continuation
  private let listener: Int32
  private let state = Mutex(State())
  private let reply: @Sendable (String) -> Reply

  init(socketPath: String? = nil, _ reply: @escaping @Sendable (String) -> Reply) throws {
    self.reply = reply
    self.socketPath = socketPath
    (arrivals, announce) = AsyncStream.makeStream()
    if let socketPath {
      listener = try Sockets.listen(unix: socketPath)
      authority = "localhost"
    } else {
      listener = try Sockets.listenOnLoopback(backlog: 64)
      authority = "127.0.0.1:\(Sockets.port(of: listener))"
    }
    Thread.detachNewThread { [self] in accept() }
  }

  var connectionCount: Int { state.withLock { $0.connections.count } }
  var requests: [String] { state.withLock { $0.requests } }

  /// Ends every thread of the server.
  func stop() {
    let open = state.withLock { state in
      state.isStopped = true
      return state.connections
    }
    for connection in open + [listener] { shutdown(connection, Int32(SHUT_RDWR)) }
    if let socketPath { unlink(socketPath) }
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { return }
      let isStopped = state.withLock { state in
        state.connections.append(connection)
        return state.isStopped
      }
      if isStopped { return }
      Thread.detachNewThread { [self] in serve(connection) }
    }
  }

  private func serve(_ connection: Int32) {
    var buffer: [UInt8] = []
    while let request = Sockets.readRequest(connection, &buffer) {
      state.withLock { $0.requests.append(request) }
      announce.yield(request)
      let answer = reply(request)
      Sockets.write(answer.bytes, to: connection)
      if answer.after == .close { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }
}

/// POSIX sockets, as far as the tests need them.
enum Sockets {
  struct Failure: Error { let number: Int32 }

  static func listenOnLoopback(backlog: Int32) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try bindAndListen(descriptor, &address, backlog)
    return descriptor
  }

  static func listen(unix path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    try bindAndListen(descriptor, &address, 64)
    return descriptor
  }

  private static func bindAndListen<Address>(_ descriptor: Int32, _ address: inout Address, _ backlog: Int32) throws {
    let size = socklen_t(MemoryLayout<Address>.size)
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    guard bound == 0, Glibc.listen(descriptor, backlog) == 0 else { throw Failure(number: errno) }
  }

  static func port(of descriptor: Int32) -> Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Begins connections that nobody accepts.
  static func knock(onPort port: Int, times: Int) -> [Int32] {
    (0..<times).map { _ in
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_NONBLOCK, 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = UInt16(port).bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      _ = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      return descriptor
    }
  }

  /// One request with its body; what follows stays in the buffer. Nil at the end of the connection.
  static func readRequest(_ connection: Int32, _ buffer: inout [UInt8]) -> String? {
    while true {
      if let end = headEnd(buffer) {
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        let total = end + bodyLength(head)
        if buffer.count >= total {
          defer { buffer.removeFirst(total) }
          return String(decoding: buffer[..<total], as: UTF8.self)
        }
      }
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      buffer += piece[..<count]
    }
  }

  private static func headEnd(_ buffer: [UInt8]) -> Int? {
    guard buffer.count >= 4 else { return nil }
    return (4...buffer.count).first { buffer[($0 - 4)..<$0].elementsEqual([13, 10, 13, 10]) }
  }

  private static func bodyLength(_ head: String) -> Int {
    let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
    return line.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
  }

  static func write(_ bytes: [UInt8], to connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
