import CCurses
import Glibc

/// Whether a shell is there that would wake this process up once it is stopped.
enum JobControl {
  /// True where this process group has the terminal and a shell of the same session watches it.
  ///
  /// A group without such a parent is orphaned (POSIX): nobody would ever continue it.
  static func isAvailable(at terminal: Int32) -> Bool {
    guard terminal_signals_can_stop(), getsid(0) != getpid(), tcgetpgrp(terminal) == getpgrp() else { return false }
    return watcher().map { getsid($0) == getsid(0) } ?? false
  }

  /// The nearest ancestor outside the process group: wrappers such as `env` or a script belong to it.
  private static func watcher() -> pid_t? {
    var ancestor = getppid()
    while ancestor > 1, getpgid(ancestor) == getpgrp() {
      guard let parent = parent(of: ancestor) else { return nil }
      ancestor = parent
    }
    return ancestor > 0 ? ancestor : nil
  }

  /// The fourth field of /proc/PID/stat; the second, a name in parentheses, may hold anything (proc(5)).
  private static func parent(of process: pid_t) -> pid_t? {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = fread(&bytes, 1, bytes.count, file)
    guard let end = bytes.prefix(count).lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = bytes[(end + 1)..<count].split(separator: UInt8(ascii: " "))
    return fields.dropFirst().first.flatMap { pid_t(String(decoding: $0, as: UTF8.self)) }
  }
}
