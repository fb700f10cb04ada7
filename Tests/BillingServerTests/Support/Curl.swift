import Foundation

/// Runs the real curl, as the API documentation does.
enum Curl {
  struct Answer {
    let exitCode: Int32
    let status: Int
    let headers: String
    let body: String
  }

  static func run(_ arguments: [String], input: String? = nil) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      // `Process` waits, and must not hold up the threads that tests run on.
      DispatchQueue.global().async { continuation.resume(with: Result { try wait(arguments, input: input) }) }
    }
  }

  private static func wait(_ arguments: [String], input: String?) throws -> Answer {
    let headers = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: headers) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/curl")
    // Another suite names a proxy in the environment that all tests of this process share.
    process.arguments =
      ["-sS", "--noproxy", "*", "--max-time", "60", "-D", headers.path, "-w", "\n%{http_code}"] + arguments
    let (output, feed) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = feed
    try process.run()
    if let input { feed.fileHandleForWriting.write(Data(input.utf8)) }
    try feed.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let cut = text.lastIndex(of: "\n") ?? text.startIndex
    return Answer(
      exitCode: process.terminationStatus, status: Int(text[cut...].dropFirst()) ?? 0,
      headers: (try? String(contentsOf: headers, encoding: .utf8)) ?? "", body: String(text[..<cut]))
  }
}
