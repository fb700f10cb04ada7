import Foundation
import Glibc
import Synchronization

/// A folder that one test has to itself, open to nobody else. It goes when the test lets go of it, or with the process
/// where something that still runs holds on to it.
package final class TestFolder: Sendable {
  /// Short: a socket's path has 107 bytes at most.
  package let path: String

  private static let standing = Mutex<Set<String>>([])
  private static let sweepsAtExit: Bool = atexit { TestFolder.standing.withLock { $0 }.forEach(TestFolder.remove) } == 0

  package init() throws {
    var template = Array((NSTemporaryDirectory() + "imt-XXXXXX").utf8CString)
    guard Self.sweepsAtExit, mkdtemp(&template) != nil else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Self.standing.withLock { _ = $0.insert(path) }
  }

  deinit { Self.remove(path) }

  /// What cannot be removed now, since somebody still writes there, is removed at the end.
  private static func remove(_ path: String) {
    guard (try? FileManager.default.removeItem(atPath: path)) != nil else { return }
    standing.withLock { _ = $0.remove(path) }
  }
}
