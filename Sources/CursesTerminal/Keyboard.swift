import Glibc
import TerminalUI

/// Reads the terminal's bytes and tells the keys they stand for.
struct Keyboard {
  private let descriptor: Int32
  private let isRemote: Bool
  private var decoder = KeyDecoder()
  /// When an unfinished sequence is to be taken for what it is; nil while there is none.
  private(set) var deadline: ContinuousClock.Instant?

  /// - Parameter isRemote: bytes of one key may arrive further apart.
  init(descriptor: Int32, isRemote: Bool) {
    self.descriptor = descriptor
    self.isRemote = isRemote
  }

  /// Everything that was typed; to be called when there is something to read.
  mutating func read() -> [TerminalEvent] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return isGone(count) ? [.hangup(signal: SIGHUP)] : [] }
    let events = decoder.feed(bytes.prefix(count))
    deadline = patience.map { ContinuousClock.now + $0 }
    return events
  }

  /// The end of input is the end of the terminal: in raw mode nobody can type it.
  private func isGone(_ count: Int) -> Bool {
    count == 0 || (errno != EINTR && errno != EAGAIN)
  }

  /// Takes an unfinished sequence for what it is once its time is over: ESC for the Escape key.
  mutating func giveUpWaiting(at now: ContinuousClock.Instant) -> [TerminalEvent] {
    guard let deadline, deadline <= now else { return [] }
    self.deadline = nil
    return decoder.flush()
  }

  /// How long the rest of a sequence may take.
  private var patience: Duration? {
    switch decoder.waitsForMore {
    case nil: nil
    case .short: .milliseconds(isRemote ? 150 : 25)
    case .long: .milliseconds(500)
    }
  }
}
