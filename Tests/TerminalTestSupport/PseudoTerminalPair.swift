import CPseudoTerminal
import Glibc

/// The two ends of a pseudo-terminal: a program uses `terminal`, a test plays the hardware at `controller`.
package final class PseudoTerminalPair {
  package let controller: Int32
  package let terminal: Int32
  private var isOpen = true
  private var isTerminalOpen = true

  package init(width: Int, height: Int) throws {
    var ends: (controller: Int32, terminal: Int32) = (-1, -1)
    guard pseudo_terminal_open(&ends.controller, &ends.terminal, Int32(width), Int32(height)) else {
      throw PseudoTerminal.Failure.cannotOpen
    }
    (controller, terminal) = ends
  }

  deinit { close() }

  /// Everything that was written and not yet read.
  package func read() -> [UInt8] {
    var result: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while isOpen {
      let count = Glibc.read(controller, &bytes, bytes.count)
      guard count > 0 else { break }
      result += bytes.prefix(count)
    }
    return result
  }

  package func type(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    _ = write(controller, bytes, bytes.count)
  }

  package func resize(width: Int, height: Int) {
    pseudo_terminal_resize(controller, Int32(width), Int32(height))
  }

  package var settings: TerminalSettings { TerminalSettings(of: controller) }

  /// Takes the terminal away from whoever uses it.
  package func hangUp() {
    if isOpen { Glibc.close(controller) }
    isOpen = false
  }

  package func close() {
    hangUp()
    if isTerminalOpen { Glibc.close(terminal) }
    isTerminalOpen = false
  }
}

/// The settings of a terminal's driver (termios), to be compared.
package struct TerminalSettings: Hashable, Sendable {
  package let input: UInt32
  package let output: UInt32
  package let control: UInt32
  package let local: UInt32

  init(of descriptor: Int32) {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    (input, output, control, local) = (modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag)
  }

  /// Whether keys come one by one, without being shown and without making signals.
  package var isRaw: Bool { local & UInt32(ICANON | ECHO | ISIG) == 0 }
  /// Whether `^S` and `^Q` stop and start the output instead of being keys.
  package var hasFlowControl: Bool { input & UInt32(IXON) != 0 }
}
