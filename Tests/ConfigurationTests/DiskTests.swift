import Glibc
import TestSupport
import Testing

@testable import invoicematic

/// Folders and logs that are nobody else's.
@Suite struct DiskTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `a folder is made with all that leads to it, for its owner alone`() throws {
    try PrivateDirectory.make(folder.path + "/a/b/c")
    #expect(["a", "a/b", "a/b/c"].map(folder.mode) == [0o700, 0o700, 0o700])
  }

  @Test func `a folder of one's own that is open to others is closed`() throws {
    try PrivateDirectory.make(folder.path + "/a")
    chmod(folder.path + "/a", 0o755)
    try PrivateDirectory.make(folder.path + "/a")
    #expect(folder.mode("a") == 0o700)
  }

  @Test func `a file in the place of a folder is refused`() throws {
    let path = try folder.file("a", "")
    #expect(throws: PrivateDirectory.Problem.notADirectory(path: path)) { try PrivateDirectory.make(path) }
  }

  @Test(.enabled(if: geteuid() == 0))
  func `a folder of another user is refused`() throws {
    let path = folder.path + "/a"
    try PrivateDirectory.make(path)
    chown(path, 65534, 65534)
    #expect(throws: PrivateDirectory.Problem.ofAnother(path: path)) { try PrivateDirectory.make(path) }
  }

  @Test func `a log is for its owner alone and shows nothing that acts on a terminal`() throws {
    let log = try LogFile(folder.path + "/log")
    log.write("asked for \u{1B}]0;evil\u{7}\nnext")
    let text = try TextFile.read(log.path)
    #expect(folder.mode("log") == 0o600)
    #expect(text.hasPrefix("asked for "))
    #expect(text.utf8.filter { $0 < 0x20 } == [0x0A])
  }

  @Test func `a log that grew too long is turned over, and who shares it writes on`() throws {
    let log = try LogFile(folder.path + "/log", limit: 20)
    let shared = dup(log.descriptor)
    defer { close(shared) }
    log.write("the first line, which is long")
    log.write("second")
    write(shared, "third\n", 6)
    #expect(try TextFile.read(folder.path + "/log.1") == "the first line, which is long\n")
    #expect(try TextFile.read(log.path) == "second\nthird\n")
    #expect(folder.mode("log.1") == 0o600)
  }

  @Test func `a log is not written through a link`() throws {
    let other = try folder.file("other", "kept")
    symlink(other, folder.path + "/log")
    #expect(throws: ProgramError.self) { try LogFile(folder.path + "/log") }
    #expect(try TextFile.read(other) == "kept")
  }
}
