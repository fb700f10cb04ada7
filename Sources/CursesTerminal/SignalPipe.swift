import CCurses
import Glibc

/// The signals that concern a terminal, as numbers to be read beside the keys.
final class SignalPipe {
  let descriptor: Int32
  private let writer: Int32
  private var isOpen = true

  init() throws(TerminalFailure) {
    var ends: [Int32] = [-1, -1]
    guard terminal_make_pipe(&ends) else { throw .outOfDescriptors }
    (descriptor, writer) = (ends[0], ends[1])
    terminal_signals_catch(writer)
  }

  deinit { release() }

  /// The signals that came since the last call, oldest first.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  /// Gives the signals back as they were found; harmless when called twice.
  func release() {
    guard isOpen else { return }
    isOpen = false
    terminal_signals_release()
    close(writer)
    close(descriptor)
  }
}
