package import BillingAPI
package import HTTPTypes

/// Carries requests by libcurl, on one thread of its own that sleeps while nothing is under way.
///
/// Connections are kept and used again; HTTP/2 (over TLS) and compression are taken where offered. Certificates are
/// always verified. A request to this machine never goes through a proxy; others follow the usual environment.
package final class CurlTransport: HTTPTransport {
  private let worker: CurlWorker
  private let caFile: String?

  /// `caFile` names certificates (PEM) that are trusted besides the system's own.
  package init(caFile: String? = nil) {
    self.caFile = caFile
    worker = CurlWorker()
    worker.start()
  }

  deinit { worker.stop() }

  package func send(
    _ request: HTTPRequest, body: [UInt8]?, options: TransportOptions
  ) async throws(TransportError) -> TransportResponse {
    let plan = try RequestPlan(request, body: body, options: options, caFile: caFile)
    let id = worker.announce()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        worker.submit(TransferOrder(id: id, plan: plan, continuation: continuation))
      }
    } onCancel: {
      worker.cancel(id)
    }
    return try result.get()
  }
}

/// A request on its way to the thread of libcurl, with the task that waits for its end.
struct TransferOrder: Sendable {
  let id: UInt64
  let plan: RequestPlan
  let continuation: CheckedContinuation<Result<TransportResponse, TransportError>, Never>
}
