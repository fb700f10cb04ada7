internal import Dispatch
import Glibc
internal import Synchronization

/// Finds the IP addresses of a receiver's host; tests give their own answers.
package struct WebhookResolver: Sendable {
  /// The addresses of a name, or of an address written out, without brackets; none where it leads nowhere.
  let addresses: @Sendable (_ host: String) async -> [String]

  package init(_ addresses: @escaping @Sendable (_ host: String) async -> [String]) { self.addresses = addresses }

  /// Asks the system: files and DNS, in its order of preference. A cancelled task gets none, at once.
  package static let system = WebhookResolver { host in
    let answer = FirstAnswer()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        answer.awaited(by: continuation)
        // A look-up waits, and must not hold up the threads that requests run on.
        DispatchQueue.global(qos: .utility).async { answer.give(lookUp(host)) }
      }
    } onCancel: {
      answer.give([])
    }
  }

  private static func lookUp(_ host: String) -> [String] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &found) == 0 else { return [] }
    defer { freeaddrinfo(found) }
    var addresses: [String] = []
    var next = found
    while let entry = next {
      if let address = text(entry.pointee) { addresses.append(address) }
      next = entry.pointee.ai_next
    }
    return addresses
  }

  private static func text(_ entry: addrinfo) -> String? {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard getnameinfo(entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
      return nil
    }
    // A link-local IPv6 address carries its interface after a percent sign.
    let bytes = text.prefix { $0 != 0 && $0 != 0x25 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Hands over the first of several answers, whichever comes first: it or the one who waits.
private final class FirstAnswer: Sendable {
  private struct State {
    var answer: [String]?
    var waiting: CheckedContinuation<[String], Never>?
  }

  private let state = Mutex(State())

  func awaited(by continuation: CheckedContinuation<[String], Never>) {
    let answer = state.withLock { state in
      if state.answer == nil { state.waiting = continuation }
      return state.answer
    }
    if let answer { continuation.resume(returning: answer) }
  }

  func give(_ answer: [String]) {
    let waiting = state.withLock { state in
      if state.answer == nil { state.answer = answer }
      return state.waiting.take()
    }
    waiting?.resume(returning: answer)
  }
}
