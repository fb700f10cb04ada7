import Foundation
import TestSupport
import Testing

/// A home folder that nobody used before, and the built program run from it; removed at the end of the test.
final class Office: Sendable {
  private let folder: TestFolder
  var path: String { folder.path }

  init() throws { folder = try TestFolder() }

  /// The program lies beside the bundle of the tests, wherever that was built.
  private static let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return tests.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/invoicematic"
  }()

  /// Books with another name than those of `--local`.
  var books: String { path + "/books.sqlite" }
  var socket: String { path + "/service" }

  /// What a verb that ended said.
  struct Answer: Equatable {
    let status: Int32
    let output: String
    let complaint: String

    /// Also of CSV, whose lines end in two characters that Swift takes for one.
    var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
  }

  /// Runs a verb on `books` to its end.
  func run(_ arguments: String...) async throws -> Answer { try await run(arguments, books: books) }

  func runList(_ arguments: [String]) async throws -> Answer { try await run(arguments, books: books) }

  /// Runs a verb on the books of `--local`.
  func runLocally(_ arguments: String...) async throws -> Answer { try await run(arguments, books: nil) }

  func run(_ arguments: [String], books: String?) async throws -> Answer {
    let process = process(arguments + (books.map { ["--books", $0] } ?? []))
    let (output, complaint) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    return try await Aside.work {
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let complained = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return Answer(status: process.terminationStatus, output: said, complaint: complained)
    }
  }

  func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = [
      "HOME": path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TMPDIR": path, "SWIFT_BACKTRACE": "enable=no",
    ]
    return process
  }

  /// A key that may do what is named, on `books`.
  func key(
    _ scopes: String = "invoices:read,invoices:write,customers:read,customers:write,payments:read,payments:write"
  )
    async throws -> String
  {
    let answer = try await run("keys", "create", "--name", "Tests", "--scopes", scopes)
    return try #require(answer.lines.first)
  }
}

/// Work that waits must not hold up the threads that tests run on.
enum Aside {
  static func work<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
    }
  }
}
