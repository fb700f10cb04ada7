import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Says for as long as this process lives that its intents are its own: a file that it holds locked (flock(2)).
///
/// The system gives the lock up with the process, however that ends. A child does not inherit it.
final class ProcessLock: Sendable {
  let name: String
  private let folder: String
  private let descriptor: Int32

  /// Makes and locks a file of a new name in the folder, for its owner alone.
  init(folder: String) throws(StoreError) {
    try StoreFiles.createFolder(folder)
    self.folder = folder
    var made = try Self.make(in: folder)
    // Another process may have swept the file away before it was locked.
    while !Self.isLinked(made.descriptor) {
      close(made.descriptor)
      made = try Self.make(in: folder)
    }
    (name, descriptor) = made
  }

  private static func make(in folder: String) throws(StoreError) -> (name: String, descriptor: Int32) {
    let name = UUID().uuidString.lowercased()
    let descriptor = Glibc.open("\(folder)/\(name)", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreFiles.systemError(folder) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw StoreFiles.systemError(folder) }
    return (name, descriptor)
  }

  private static func isLinked(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  deinit {
    unlink("\(folder)/\(name)")
    close(descriptor)
  }

  /// Whether the process with a lock of that name lives. A name with no file is that of one that ended.
  static func isHeld(_ name: String, in folder: String) -> Bool {
    let descriptor = Glibc.open("\(folder)/\(name)", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  /// Takes away the files of processes that ended without doing so.
  static func sweep(_ folder: String) {
    // A folder that cannot be read has nothing to sweep now; the next start tries again.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !isHeld(name, in: folder) {
      unlink("\(folder)/\(name)")
    }
  }
}
