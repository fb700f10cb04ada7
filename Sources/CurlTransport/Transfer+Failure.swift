internal import BillingAPI
internal import CCurl
internal import Glibc

extension Transfer {
  /// What libcurl's code means for whoever waits. Where it is not sure that nothing was sent, it says that something was.
  func failure(_ code: CURLcode) -> TransportError {
    switch code {
    case CURLE_COULDNT_CONNECT: connectFailure
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unreachable(reason(code))
    case CURLE_OPERATION_TIMEDOUT: .timedOut(requestWasSent ? .answering : .connecting)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED, CURLE_USE_SSL_FAILED:
      requestWasSent ? .connectionLost(requestWasSent: true) : .tls(reason(code))
    case CURLE_URL_MALFORMAT: .badURL(reason(code))
    default: requestWasSent ? .connectionLost(requestWasSent: true) : early(code)
    }
  }

  /// The connection broke before the request went out.
  private func early(_ code: CURLcode) -> TransportError {
    switch code {
    case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE:
      .connectionLost(requestWasSent: false)
    default: .unreachable(reason(code))
    }
  }

  private var connectFailure: TransportError {
    let number = Int32(truncatingIfNeeded: information(CURLINFO_OS_ERRNO))
    if number == ECONNREFUSED { return .refused }
    guard number != 0, let text = strerror(number) else { return .unreachable(reason(CURLE_COULDNT_CONNECT)) }
    return .unreachable(String(cString: text))
  }

  /// libcurl's own words; they name hosts and certificates, never headers.
  private func reason(_ code: CURLcode) -> String {
    let detail = PlainText.clean(String(cString: errorText), limit: 200)
    return detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
  }
}
