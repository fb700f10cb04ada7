internal import BillingAPI
internal import HTTPTypes

/// One attempt at one delivery: finds out where it goes, signs it, sends it, and tells what came of it.
struct WebhookAttempt: Sendable {
  let delivery: QueuedDelivery
  let transport: any HTTPTransport
  let resolver: WebhookResolver
  /// Seconds since 1970, as the delivery's header says them.
  let seconds: Int64

  struct Outcome: Hashable, Sendable {
    let hasArrived: Bool
    /// A status, or what was in the way.
    let words: String
  }

  /// Each address of the receiver's name is tried until one takes the connection; the name is looked up once.
  func perform() async -> Outcome {
    do throws(WebhookProblem) {
      let target = try WebhookTarget(delivery.url, allowsAnyAddress: delivery.allowsAnyAddress)
      return await send(to: target, at: try await target.judgedAddresses(resolver).prefix(Self.mostAddresses))
    } catch {
      return Outcome(hasArrived: false, words: String(describing: error))
    }
  }

  private static let mostAddresses = 4

  private func send(to target: WebhookTarget, at addresses: ArraySlice<String>) async -> Outcome {
    var outcome = Outcome(hasArrived: false, words: "")
    for address in addresses {
      do throws(TransportError) {
        let response = try await transport.send(
          request(target), body: Array(delivery.body.utf8), options: Self.options(address))
        return Outcome(hasArrived: (200..<300).contains(response.status), words: String(response.status))
      } catch {
        outcome = Outcome(hasArrived: false, words: String(describing: error))
        if error.mayHaveReachedService { return outcome }
      }
    }
    return outcome
  }

  private static func options(_ address: String) -> TransportOptions {
    TransportOptions(
      address: address, allowsPlainHTTP: true, connectTimeout: .seconds(5), totalTimeout: .seconds(10),
      responseLimit: 64 << 10)
  }

  private func request(_ target: WebhookTarget) -> HTTPRequest {
    let signature = WebhookSignature(of: Array(delivery.body.utf8), secret: Array(delivery.secret.utf8))
    var headers: HTTPFields = [.contentType: "application/json", .userAgent: "invoicematic-webhooks"]
    headers[.webhookSignature] = signature.text
    headers[.webhookEvent] = delivery.event
    headers[.webhookDeliveryID] = delivery.delivery
    headers[.webhookTimestamp] = String(seconds)
    let path = target.parts.path.isEmpty ? "/" : target.parts.path
    return HTTPRequest(
      method: .post, scheme: target.parts.scheme, authority: target.parts.authority, path: path, headerFields: headers)
  }
}
