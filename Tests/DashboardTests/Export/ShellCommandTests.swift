import Foundation
import Testing

@testable import Dashboard

/// What a command of the person's is given, and how it is known to have ended.
@Suite struct ShellCommandTests {
  /// More than a socket holds, so that it cannot be given at once.
  private let input = Array(repeating: UInt8(ascii: "a"), count: 600_000)

  @Test func `it is given all of the input, and its last line is told`() async throws {
    #expect(try await ShellCommand(line: "echo first; wc -c").run(input: input) == "600000")
  }

  @Test func `a line that sends its output elsewhere is given all of the input too`() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "imv-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try await ShellCommand(line: "cat >'\(path)' 2>&1").run(input: input) == "")
    #expect(FileManager.default.contents(atPath: path)?.count == input.count)
  }

  @Test func `a command that wants no more may end well all the same`() async throws {
    #expect(try await ShellCommand(line: "head -c 3").run(input: input) == "aaa")
  }

  @Test(arguments: [("echo no >&2; exit 3", Int32(3), "no"), ("kill -9 $$", 137, "")])
  func `a failure has its status and what was said last`(line: String, status: Int32, said: String) async {
    await #expect(throws: ShellCommand.Problem.failed(status: status, said: said)) {
      try await ShellCommand(line: line).run(input: input)
    }
  }

  @Test func `it is ended when its time is over, whether its output is open or not`() async {
    for line in ["sleep 600", "exec >/dev/null 2>&1; sleep 600"] {
      await #expect(throws: ShellCommand.Problem.timedOut(seconds: 0)) {
        try await ShellCommand(line: line, seconds: 0).run(input: input)
      }
    }
  }
}
