import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The files of a profile: its folder is the owner's alone, and so is everything in it.
package enum StoreFiles {
  /// Makes the folder of a profile with access for nobody else (0700).
  package static func createFolder(_ path: String) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .failed(error.localizedDescription)
    }
    guard chmod(path, 0o700) == 0 else { throw systemError(path) }
  }

  /// Makes an empty file that only its owner may read (0600), or closes one that is there to others.
  ///
  /// SQLite gives its `-wal` and `-shm` the same permissions.
  static func create(_ path: String) throws(StoreError) {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw systemError(path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw systemError(path) }
  }

  /// Renames a database and what belongs to it, and answers its new path.
  static func setAside(_ path: String) throws(StoreError) -> String {
    let aside = firstFreeName(for: path)
    guard rename(path, aside) == 0 else { throw systemError(path) }
    for suffix in ["-wal", "-shm"] where access(path + suffix, F_OK) == 0 {
      guard rename(path + suffix, aside + suffix) == 0 else { throw systemError(path + suffix) }
    }
    return aside
  }

  /// Notes beside a file that it was found damaged.
  static func mark(_ path: String) {
    // Without the mark the damage is found once more at the next start.
    try? create(path + markSuffix)
  }

  /// Whether a file that is there was marked; the mark is taken away.
  static func takeMark(_ path: String) -> Bool { unlink(path + markSuffix) == 0 && access(path, F_OK) == 0 }

  private static let markSuffix = ".damaged"

  private static func firstFreeName(for path: String) -> String {
    var number = 1
    while access("\(path).aside-\(number)", F_OK) == 0 { number += 1 }
    return "\(path).aside-\(number)"
  }

  static func systemError(_ path: String) -> StoreError {
    errno == ENOSPC ? .full : .failed("\(path): \(String(cString: strerror(errno)))")
  }
}
