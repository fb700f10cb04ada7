import BillingAPI
import Glibc

/// Gets the API key from where the profile says it is. Nothing of it is ever printed.
struct KeyReader {
  let variables: Variables
  /// How long a command may take; people may have to type a passphrase meanwhile.
  var commandSeconds = 120

  func key(from source: KeySource) throws(KeyProblem) -> APIKey {
    switch source {
    case .environment: try Self.key(variables[Variables.key] ?? "", of: Variables.key)
    case .file(let path): try Self.key(Self.file(path), of: "the key file \(path)")
    case .command(let line):
      try Self.key(KeyCommand(line: line, seconds: commandSeconds).firstLine(), of: "the api_key_command")
    }
  }

  private static func key(_ text: String, of source: String) throws(KeyProblem) -> APIKey {
    do { return try APIKey(parsing: text) } catch { throw .notAKey(source: source, reason: error.reason) }
  }

  /// What a key file holds, unless somebody else can read it.
  private static func file(_ path: String) throws(KeyProblem) -> String {
    let descriptor: Int32
    do { descriptor = try TextFile.open(path) } catch { throw KeyProblem(error, path) }
    defer { close(descriptor) }
    try checkAccess(to: descriptor, path)
    do { return try TextFile.read(descriptor, limit: 4096) } catch { throw KeyProblem(error, path) }
  }

  /// Looks at the file that is open, so that no other can take its place in between.
  private static func checkAccess(to descriptor: Int32, _ path: String) throws(KeyProblem) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .fileUnreadable(path: path, reason: SystemWords.last) }
    guard facts.st_uid == geteuid() || facts.st_uid == 0 else { throw .fileOfAnother(path: path) }
    guard facts.st_mode & 0o077 == 0 else {
      throw .fileOpenToOthers(path: path, mode: "0" + String(facts.st_mode & 0o777, radix: 8))
    }
  }
}

extension KeyProblem {
  fileprivate init(_ problem: TextFile.Problem, _ path: String) {
    self = problem == .missing ? .fileMissing(path: path) : .fileUnreadable(path: path, reason: problem.reason)
  }
}
