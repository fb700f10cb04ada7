import Foundation
import Glibc

/// A folder that one test has to itself, open to nobody else; it goes when the test lets go of it.
package final class TestFolder: Sendable {
  /// Short: a socket's path has 107 bytes at most.
  package let path: String

  package init() throws {
    var template = Array((NSTemporaryDirectory() + "imt-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  // Nothing depends on the folder's being gone.
  deinit { try? FileManager.default.removeItem(atPath: path) }
}
