import Foundation
import Glibc
import Synchronization
import Testing

/// A service that answers each request with the very bytes that a test says, on loopback.
///
/// Every connection takes one request and is closed after the answer. It ends with the test that holds it.
final class ScriptedService: Sendable {
  typealias Script = @Sendable (Request) -> Reply

  struct Request: Sendable {
    let method: String
    /// Without the query.
    let path: String
  }

  /// What goes over the wire.
  struct Reply: Sendable, CustomTestStringConvertible {
    var text: String
    var testDescription: String { text.split(separator: "\r\n").first.map(String.init) ?? "nothing" }

    static let nothing = Reply(text: "")

    static func json(_ status: String, _ body: String, header: String? = nil) -> Reply {
      full(status, "application/json", body, header: header)
    }

    static func html(_ status: String, _ body: String) -> Reply { full(status, "text/html", body) }

    /// - Parameter length: in bytes, where the answer lies about it.
    static func full(
      _ status: String, _ type: String, _ body: String, length: Int? = nil, header: String? = nil
    ) -> Reply {
      let lines = [
        "HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(length ?? body.utf8.count)",
        "Connection: close",
      ]
      return Reply(text: (lines + [header].compactMap(\.self)).joined(separator: "\r\n") + "\r\n\r\n" + body)
    }
  }

  let port: Int
  var address: String { "http://127.0.0.1:\(port)" }
  private let listener: Int32
  private let served: Served

  /// Shared with the thread that serves, which must not keep the service itself alive.
  private final class Served: Sendable {
    let methods = Mutex<[String]>([])
    let script: Mutex<Script>
    init(_ script: @escaping Script) { self.script = Mutex(script) }
  }

  init(_ script: @escaping Script) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    port = try Self.bind(listener)
    served = Served(script)
    Self.begin(listener, served)
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// The methods of all requests so far, in their order.
  var methods: [String] { served.methods.withLock { $0 } }

  /// Answers otherwise from now on.
  func answer(_ script: @escaping Script) { served.script.withLock { $0 = script } }

  private static func bind(_ descriptor: Int32) throws -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { socket in
        Glibc.bind(descriptor, socket, size) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, socket, &size) == 0
      }
    }
    try #require(isBound)
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func begin(_ listener: Int32, _ served: Served) {
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        serve(connection, served)
        close(connection)
      }
    }
  }

  private static func serve(_ connection: Int32, _ served: Served) {
    guard let request = read(connection) else { return }
    served.methods.withLock { $0.append(request.method) }
    let script = served.script.withLock { $0 }
    var rest = Array(script(request).text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
    shutdown(connection, Int32(SHUT_WR))
    // What the client still sends is taken in, so that closing does not take the answer away from it.
    var buffer = [UInt8](repeating: 0, count: 4096)
    while recv(connection, &buffer, buffer.count, 0) > 0 {}
  }

  /// The head of a request; its body is left where it is.
  private static func read(_ connection: Int32) -> Request? {
    var head = ""
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !head.contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      head += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let words = head.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3 else { return nil }
    return Request(method: words[0], path: words[1].split(separator: "?").first.map(String.init) ?? words[1])
  }
}
