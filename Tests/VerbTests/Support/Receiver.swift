import Foundation
import Glibc
import Testing

/// A receiver of webhooks on a port of this machine, which answers each request with a status of its own.
final class Receiver: Sendable {
  let port: Int
  private let listener: Int32

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    try #require(isBound)
    // Nobody comes for half a minute: then the test fails instead of waiting for ever.
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(listener, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(listener) }

  /// Takes the next request, answers it and tells what it was, headers and body.
  func take(answering status: Int) async throws -> String {
    let listener = listener
    let request = try await Aside.work { Self.take(listener, status) }
    return try #require(request, "nothing was sent")
  }

  private static func take(_ listener: Int32, _ status: Int) -> String? {
    let connection = accept(listener, nil, nil)
    guard connection >= 0 else { return nil }
    defer { close(connection) }
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !isWhole(text) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      text += String(decoding: buffer.prefix(count), as: UTF8.self)
    }
    let answer = Array("HTTP/1.1 \(status) Status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
    return text
  }

  private static func isWhole(_ text: String) -> Bool {
    guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
    let length = text.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
    return text[end.upperBound...].utf8.count >= length
  }
}
