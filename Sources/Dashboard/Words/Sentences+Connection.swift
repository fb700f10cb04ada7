import BillingAPI
import BillingSync

/// What stands between the program and the service.
extension Sentences {
  /// Why the service counts as away; the state line shows it.
  static func connection(_ failure: ServiceFailure) -> String {
    "\(reason(failure)) Showing what is known."
  }

  /// What answers at the address may not be the API at all: then the address is what to look at.
  private static func reason(_ failure: ServiceFailure) -> String {
    switch failure {
    case .notFound, .rejected(status: 404, _): "The API is not at this address: check the base URL."
    case .unreadable(let summary) where summary.isEmpty: "The answer is empty: check the base URL."
    case .unreadable(let summary) where summary.first == "{" || summary.first == "[": "The answer is broken JSON."
    case .unreadable(let summary): "Not the API answers (“\(summary)”): check the base URL."
    default: sentence(for: failure)
    }
  }

  /// Why a request brought nothing, or nothing in time.
  static func transport(_ error: TransportError) -> String {
    switch error {
    case .badURL(let words): "The address cannot be used: \(closed(words))"
    case .forbiddenPlainHTTP(let host):
      "Plain http to \(host) would show your key to everybody: use https, or allow_http."
    case .unreachable(let words): "No way to the service: \(closed(words))"
    case .refused: "Nobody answers at the service's address."
    case .timedOut(.connecting): "The service cannot be reached in time."
    case .timedOut(.answering): "No answer in time."
    case .tls(let words): "No secure connection: \(closed(words))"
    case .tooLarge(let limit): "The answer is larger than \(limit / 1_048_576) MiB."
    case .cancelled: "It was cancelled."
    case .connectionLost: "The connection was lost."
    }
  }
}
