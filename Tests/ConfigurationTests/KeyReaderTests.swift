import BillingAPI
import TestSupport
import Testing

@testable import invoicematic

/// The API key comes from where nobody else can read it, or not at all.
@Suite struct KeyReaderTests {
  private let folder: TestFolder
  private let reader = KeyReader(variables: Variables([Variables.key: "is_key_environment"]), commandSeconds: 20)

  init() throws { folder = try TestFolder() }

  @Test func `the environment gives its key`() throws {
    #expect(try reader.key(from: .environment).bearer == "Bearer is_key_environment")
  }

  @Test func `a file that only its owner can read gives the key in it, without the line's end`() throws {
    let path = try folder.file("key", "  is_key_file\n")
    #expect(try reader.key(from: .file(path: path)).bearer == "Bearer is_key_file")
  }

  @Test(arguments: [(0o644, "0644"), (0o640, "0640"), (0o604, "0604"), (0o620, "0620")] as [(UInt32, String)])
  func `a file open to others is refused with the command that closes it`(mode: UInt32, shown: String) throws {
    let path = try folder.file("key", "is_key_file", mode: mode)
    let problem = KeyProblem.fileOpenToOthers(path: path, mode: shown)
    #expect(throws: problem) { try reader.key(from: .file(path: path)) }
    #expect(problem.sentence.hasSuffix("Type: chmod 600 \(path)"))
  }

  @Test func `a missing file, a folder and an overlong file are refused`() throws {
    let missing = folder.path + "/none"
    #expect(throws: KeyProblem.fileMissing(path: missing)) { try reader.key(from: .file(path: missing)) }
    let notAFile = KeyProblem.fileUnreadable(path: folder.path, reason: "it is not a file")
    #expect(throws: notAFile) { try reader.key(from: .file(path: folder.path)) }
    let long = try folder.file("long", String(repeating: "k", count: 5000))
    let tooLong = KeyProblem.fileUnreadable(path: long, reason: "it is longer than any such file")
    #expect(throws: tooLong) { try reader.key(from: .file(path: long)) }
  }

  @Test(arguments: [
    ("", "it is empty"), ("\n", "it is empty"),
    ("is_key_1\nis_key_2", "it has a space, a control character or a letter beyond ASCII within"),
  ])
  func `what is no key is refused without being shown`(text: String, reason: String) throws {
    let path = try folder.file("key", text)
    let problem = KeyProblem.notAKey(source: "the key file \(path)", reason: reason)
    #expect(throws: problem) { try reader.key(from: .file(path: path)) }
    #expect(!problem.sentence.contains("is_key_"))
  }

  @Test func `the first line that a command prints is the key`() throws {
    let source = KeySource.command("printf 'is_key_command\\nlogin: ada\\n'")
    #expect(try reader.key(from: source).bearer == "Bearer is_key_command")
  }

  @Test(arguments: [("echo is_key_1; exit 3", 3), ("kill -9 $$", 137), ("no-such-program 2>/dev/null", 127)])
  func `a command that fails gives no key`(line: String, status: Int) {
    #expect(throws: KeyProblem.commandFailed(status: status)) { try reader.key(from: .command(line)) }
  }

  @Test func `a command that never ends is ended`() {
    let hasty = KeyReader(variables: Variables([:]), commandSeconds: 0)
    #expect(throws: KeyProblem.commandTimedOut(seconds: 0)) { try hasty.key(from: .command("exec sleep 600")) }
  }

  @Test func `a command that prints without end is no key, and takes no memory`() {
    let source = KeySource.command("head -c 10000000 /dev/zero | tr '\\0' k")
    let problem = KeyProblem.notAKey(source: "the api_key_command", reason: "it is longer than 512 bytes")
    #expect(throws: problem) { try reader.key(from: source) }
  }
}
