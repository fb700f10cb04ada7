import BillingAPI
import CurlTransport
import Foundation
import HTTPTypes
import Testing

/// A TLS server with a certificate that nobody signed, by the openssl program.
final class UntrustedServer {
  static let program = "/usr/bin/openssl"
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: program) }

  private let process = Process()
  private let folder: URL
  let certificate: String
  let authority: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem").path
    let key = folder.appending(path: "key.pem").path
    try Self.run([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
      "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate,
    ])
    let output = Pipe()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    authority = Self.authority(in: output.fileHandleForReading)
  }

  deinit {
    process.terminate()
    // A folder that is gone already is no loss.
    try? FileManager.default.removeItem(at: folder)
  }

  private static func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// `ACCEPT 127.0.0.1:45678`
  private static func authority(in handle: FileHandle) -> String {
    var text = ""
    while true {
      let piece = handle.availableData
      guard !piece.isEmpty else { return "" }
      text += String(decoding: piece, as: UTF8.self)
      if let line = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().first(where: {
        $0.hasPrefix("ACCEPT ")
      }) {
        return String(line.dropFirst("ACCEPT ".count))
      }
    }
  }
}

@Suite(.enabled(if: UntrustedServer.isPossible)) struct TLSTests {
  func attempt(caFile: String?, of server: UntrustedServer) async -> Result<TransportResponse, TransportError> {
    let request = HTTPRequest(method: .get, scheme: "https", authority: server.authority, path: "/")
    let transport = Transports.fresh(caFile: caFile)
    return await outcome { () async throws(TransportError) in
      try await transport.send(request, body: nil, options: .init())
    }
  }

  @Test func `a certificate that nobody signed is refused, and nothing is sent`() async throws {
    let server = try UntrustedServer()
    let result = await attempt(caFile: nil, of: server)
    guard case .failure(.tls(let reason)) = result else { return #expect(result == .failure(.tls(""))) }
    #expect(reason.lowercased().contains("certificate"))
  }

  @Test func `it is trusted where it is named`() async throws {
    let server = try UntrustedServer()
    #expect(try await attempt(caFile: server.certificate, of: server).get().status == 200)
  }

  @Test func `a file of certificates that is not there is an error, not a reason to trust`() async throws {
    let server = try UntrustedServer()
    let result = await attempt(caFile: "/nonexistent/ca.pem", of: server)
    guard case .failure(.tls) = result else { return #expect(result == .failure(.tls(""))) }
  }
}
