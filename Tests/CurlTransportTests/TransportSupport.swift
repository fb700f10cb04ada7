import BillingAPI
import CurlTransport
import Foundation
import HTTPTypes

/// Where tests get their transports, after the environment names a proxy.
enum Transports {
  /// Answers what would have gone out to the network.
  static let proxy: SocketServer? = {
    let server = try? SocketServer { _ in .text("200 OK", "by proxy") }
    setenv("http_proxy", "http://\(server?.authority ?? "")", 1)
    return server
  }()

  /// The environment is set before the first thread of libcurl can read it.
  static func fresh(caFile: String? = nil) -> CurlTransport {
    _ = proxy
    return CurlTransport(caFile: caFile)
  }
}

func request(
  _ server: SocketServer, _ method: HTTPRequest.Method = .get, _ path: String = "/", _ headers: HTTPFields = [:]
) -> HTTPRequest {
  HTTPRequest(method: method, scheme: "http", authority: server.authority, path: path, headerFields: headers)
}

extension TransportResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// What a call ended with.
func outcome(_ call: () async throws(TransportError) -> TransportResponse) async -> Result<
  TransportResponse, TransportError
> {
  do {
    return .success(try await call())
  } catch {
    return .failure(error)
  }
}
