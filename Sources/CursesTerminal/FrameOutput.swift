import CCurses
import Glibc

/// Has each frame reach the terminal in one piece.
///
/// ncurses sends what it has whenever it moves its cursor: some forty writes for a page of rows, and a terminal that
/// draws between two of them shows half a frame. While it draws, its descriptor is that of a file in memory.
final class FrameOutput {
  /// A descriptor of the terminal that stays one while a frame is drawn.
  let terminal: Int32
  /// The one that ncurses writes to.
  private let stream: Int32
  private let memory: Int32
  private var bytes: [UInt8] = []

  init(stream: Int32) {
    self.stream = stream
    terminal = terminal_duplicate(stream)
    memory = terminal_memory()
  }

  deinit {
    close(terminal)
    close(memory)
  }

  /// Runs `draw` and sends what it wrote; where there is no memory to collect it in, it goes out as it comes.
  func send(_ draw: () -> Void) {
    guard terminal >= 0, memory >= 0, lseek(memory, 0, SEEK_SET) == 0, terminal_point(stream, memory) else {
      return draw()
    }
    draw()
    _ = terminal_point(stream, terminal)
    let count = max(0, lseek(memory, 0, SEEK_CUR))
    if bytes.count < count { bytes = [UInt8](repeating: 0, count: count) }
    let kept = pread(memory, &bytes, count, 0)
    Self.write(bytes[..<max(0, kept)], to: terminal)
  }

  /// Writes all of it, unless the terminal is gone.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
