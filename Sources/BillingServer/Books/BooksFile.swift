internal import FoundationEssentials
import Glibc
internal import GRDB

/// The file that books live in: readable by its owner alone, in a folder that is too.
enum BooksFile {
  /// Makes the folder (0700) and an empty file (0600), so that SQLite finds its rights already set.
  static func prepare(_ path: String) throws(BooksError) {
    try makeFolder(of: path)
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unusable(path: path, reason: String(cString: strerror(errno))) }
    close(file)
  }

  /// Takes away what others may do with the file and with those that SQLite keeps beside it.
  static func protect(_ path: String) throws(BooksError) {
    for name in [path, path + "-wal", path + "-shm"] where access(name, F_OK) == 0 {
      guard chmod(name, 0o600) == 0 else { throw .unusable(path: name, reason: String(cString: strerror(errno))) }
    }
  }

  /// Tries again for ten seconds while another program holds the file: whoever makes it first has it alone for a moment,
  /// and for that moment SQLite refuses all others at once instead of waiting.
  static func patiently<Opened>(_ work: () throws -> Opened) throws -> Opened {
    let end = ContinuousClock.now + .seconds(10)
    while true {
      do {
        return try work()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end {
        usleep(10_000)
      }
    }
  }

  private static func makeFolder(of path: String) throws(BooksError) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard access(folder, F_OK) != 0 else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unusable(path: folder, reason: String(describing: error))
    }
  }
}
