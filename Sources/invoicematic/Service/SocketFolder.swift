import FoundationEssentials
import Glibc

/// A private place for the socket of the service within: its whole path must fit into 107 bytes.
///
/// The folder is locked while it is in use. A program that is killed leaves its folder behind, without the lock: the
/// next start removes it.
final class SocketFolder: Sendable {
  let path: String
  /// Holds the lock; the system lets go of it when the program ends, however it ends.
  private let lock: Int32

  private init(path: String, lock: Int32) {
    self.path = path
    self.lock = lock
  }

  var socket: String { Self.socket(in: path) }

  /// Makes one in the first place that can be used, after what earlier programs left in them is gone.
  static func make(_ variables: Variables) throws(ProgramError) -> SocketFolder {
    for parent in parents(variables) {
      removeStale(below: parent)
      // A place that cannot be used is passed over: the last is tried in earnest.
      if let folder = try? PrivateDirectory.makeFresh(below: parent), let locked = locked(folder) { return locked }
    }
    removeStale(below: "/tmp")
    do {
      let folder = try PrivateDirectory.makeFresh(below: "/tmp")
      return locked(folder) ?? SocketFolder(path: folder, lock: -1)
    } catch {
      throw ProgramError(error)
    }
  }

  /// Removes the folder; the socket in it is gone by then.
  func remove() {
    unlink(Self.lockFile(in: path))
    rmdir(path)
    if lock >= 0 { close(lock) }
  }

  /// The folders to try in turn, those left out whose socket would have too long a path: the six X stand for what
  /// mkdtemp(3) puts in their place.
  static func parents(_ variables: Variables) -> [String] {
    ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { variables[$0] }
      .filter { $0.hasPrefix("/") && socket(in: $0 + "/" + prefix + "XXXXXX").utf8.count <= 107 }
  }

  static func socket(in folder: String) -> String { folder + "/service" }

  // MARK: What was left behind

  /// Removes folders of this user that hold nothing but a socket and a lock that nobody holds.
  static func removeStale(below parent: String) {
    guard let stream = opendir(parent) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix), name.utf8.count == prefix.utf8.count + 6 { removeIfStale("\(parent)/\(name)") }
    }
  }

  private static func removeIfStale(_ folder: String) {
    var facts = stat()
    guard lstat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR, facts.st_uid == geteuid() else { return }
    let lock = open(lockFile(in: folder), O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard lock >= 0 else { return }
    defer { close(lock) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return }
    unlink(socket(in: folder))
    unlink(lockFile(in: folder))
    // Whatever else lies in it is not ours: then the folder stays.
    rmdir(folder)
  }

  /// nil where another start took the new folder for one that was left behind, before it was locked.
  private static func locked(_ folder: String) -> SocketFolder? {
    let lock = open(lockFile(in: folder), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, access(lockFile(in: folder), F_OK) == 0 else {
      if lock >= 0 { close(lock) }
      return nil
    }
    return SocketFolder(path: folder, lock: lock)
  }

  private static let prefix = "invoicematic-"
  private static func lockFile(in folder: String) -> String { folder + "/lock" }
}
