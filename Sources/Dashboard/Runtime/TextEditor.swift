import FoundationEssentials
import Glibc

/// The person's own editor, for text that is easier to change there; it has the terminal until it ends.
struct TextEditor {
  enum Failure: Error, Equatable {
    /// The file could not be written or read; why, in the system's words.
    case file(String)
    /// The editor could not be started, or ended with a status that is not 0.
    case editor(String)
  }

  /// A command line for the shell, as `VISUAL` and `EDITOR` hold it.
  let command: String

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    command = chosen ?? "vi"
  }

  /// Edits a text in a file that only its owner can read, and answers what was saved.
  func edit(_ text: String) throws(Failure) -> String {
    let folder = try privateFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }  // An empty temporary folder does no harm.
    let path = "\(folder)/form.txt"
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw .file(String(cString: strerror(errno))) }
    try run(on: path)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .file(String(cString: strerror(errno)))
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// For its owner alone (0700): what is typed into a form concerns nobody else.
  private func privateFolder() throws(Failure) -> String {
    let base = FileManager.default.temporaryDirectory.path
    // mkdtemp(3) puts a name of its own in place of the six X.
    var template = Array("\(base)/invoicematic-edit-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .file(String(cString: strerror(errno))) }
    return String(cString: made)
  }

  private func run(on path: String) throws(Failure) {
    let words = ["/bin/sh", "-c", "exec \(command) \"$1\"", "sh", path]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    ChildSignals.restore(&attributes)
    var child = pid_t()
    let refusal = posix_spawn(&child, "/bin/sh", nil, &attributes, arguments + [nil], environ)
    guard refusal == 0 else { throw .editor(String(cString: strerror(refusal))) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw .editor("\(command) ended with status \(status >> 8 & 0xFF)") }
  }
}

extension TextEditor.Failure {
  /// A whole sentence: the form is as it was.
  var sentence: String {
    switch self {
    case .file(let reason): "The text could not be handed to an editor: \(reason). The form is as it was."
    case .editor(let reason): "The editor failed: \(reason). The form is as it was; set $EDITOR to another."
    }
  }
}
