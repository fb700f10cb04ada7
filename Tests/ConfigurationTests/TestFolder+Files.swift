import FoundationEssentials
import Glibc
import TestSupport

@testable import invoicematic

extension TestFolder {
  /// Writes a file and answers its path.
  func file(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
    let path = "\(path)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw TextFile.Problem.system(SystemWords.last) }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fchmod(descriptor, mode) == 0 else {
      throw TextFile.Problem.system(SystemWords.last)
    }
    return path
  }

  /// The permissions of a file or folder.
  func mode(_ name: String) -> mode_t? {
    var facts = stat()
    return lstat("\(path)/\(name)", &facts) == 0 ? facts.st_mode & 0o777 : nil
  }
}
