import BillingAPI
import CurlTransport
import Foundation
import HTTPTypes
import Testing

/// `invoicematic serve` in a process of its own, and calls to it through libcurl.
final class RunningService: Sendable {
  /// The first line that it printed.
  let greeting: String
  let address: ServiceAddress
  private let process: Process
  private let log: String
  private let transport = CurlTransport()

  /// Starts the service on the office's books, on its socket unless the arguments say otherwise; returns when it
  /// answers.
  init(_ office: Office, _ arguments: String...) async throws {
    let isElsewhere = arguments.contains("--listen")
    let place = isElsewhere ? [] : ["--socket", office.socket]
    let process = office.process(["serve", "--books", office.books] + place + arguments)
    log = office.path + "/log"
    #expect(FileManager.default.createFile(atPath: log, contents: nil))
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: log)
    self.process = process
    greeting = try await Aside.work {
      try process.run()
      return Self.line(from: output.fileHandleForReading)
    }
    let named = greeting.prefixMatch(of: /The books answer at (\S+?)\.(?:\s|$)/)?.1
    address = try ServiceAddress(parsing: String(try #require(named, "\(greeting)")), allowsPlainHTTP: true)
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  private static func line(from output: FileHandle) -> String {
    var text = ""
    while !text.contains("\n") {
      let more = output.availableData
      if more.isEmpty { break }
      text += String(decoding: more, as: UTF8.self)
    }
    return String(text.prefix { $0 != "\n" })
  }

  /// What it wrote to standard error so far.
  var logged: String { get throws { try String(contentsOfFile: log, encoding: .utf8) } }

  /// Sends a signal and answers the status with which the service ended, or minus the signal that ended it.
  @discardableResult
  func end(by signal: Int32 = SIGTERM) async throws -> Int32 {
    kill(process.processIdentifier, signal)
    let process = process
    return try await Aside.work {
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
  }

  /// For those who end it amid the work of others.
  func killNow() { kill(process.processIdentifier, SIGKILL) }

  struct Reply: Sendable {
    let status: Int
    let headers: HTTPFields
    let json: JSONValue
    var data: JSONValue { json["data"] ?? .null }
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, key: String, once: String? = nil,
    within patience: Duration = .seconds(60)
  ) async throws -> Reply {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    var request = address.request(method, parts[0], query: parts.count == 2 ? parts[1] : "")
    request.headerFields = [.authorization: "Bearer \(key)", .accept: "application/json"]
    if body != nil { request.headerFields[.contentType] = "application/json" }
    if let once { request.headerFields[.idempotencyKey] = once }
    var options = address.options
    options.totalTimeout = patience
    let response = try await transport.send(request, body: body?.encoded(), options: options)
    return Reply(
      status: response.status, headers: response.headers, json: (try? JSONValue(parsing: response.body)) ?? .null)
  }
}
