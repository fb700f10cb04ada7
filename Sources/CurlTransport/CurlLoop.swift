internal import BillingAPI
internal import CCurl

/// Drives all transfers of one `curl_multi` handle; used on the worker's thread alone.
final class CurlLoop {
  let multi: UnsafeMutableRawPointer
  private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
  private var handles: [UInt64: UnsafeMutableRawPointer] = [:]

  private static let connectionsKept = 8
  private static let connectionsPerHost = 6
  /// A wake-up ends the wait, and libcurl shortens it where it has time-outs of its own.
  private static let longestWait: Int32 = 3_600_000

  init?() {
    guard let multi = curl_multi_init() else { return nil }
    self.multi = multi
    curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.connectionsKept)
    curl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, Self.connectionsPerHost)
  }

  func start(_ order: TransferOrder) {
    guard let transfer = Transfer(order) else {
      order.continuation.resume(returning: .failure(.unreachable("libcurl could not begin the request.")))
      return
    }
    guard curl_multi_add_handle(multi, transfer.easy) == CURLM_OK else {
      return transfer.finish(.failure(.unreachable("libcurl could not begin the request.")))
    }
    transfers[transfer.easy] = transfer
    handles[order.id] = transfer.easy
  }

  func cancel(_ id: UInt64) {
    guard let easy = handles[id], let transfer = take(easy) else { return }
    transfer.finish(.failure(.cancelled(requestWasSent: transfer.requestWasSent)))
  }

  /// Moves every transfer on, then sleeps until there is something to do.
  func turn() {
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
    if !finishTransfers() { curl_multi_poll(multi, nil, 0, Self.longestWait, nil) }
  }

  /// Whether any transfer ended.
  private func finishTransfers() -> Bool {
    var waiting: Int32 = 0
    var hasFinished = false
    while let message = curl_multi_info_read(multi, &waiting) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      // Removing the handle frees the message: its result is read first.
      let code = curl_message_result(message)
      guard let transfer = take(easy) else { continue }
      transfer.finish(transfer.result(code))
      hasFinished = true
    }
    return hasFinished
  }

  private func take(_ easy: UnsafeMutableRawPointer) -> Transfer? {
    guard let transfer = transfers.removeValue(forKey: easy) else { return nil }
    handles[transfer.order.id] = nil
    curl_multi_remove_handle(multi, easy)
    return transfer
  }

  /// Ends every transfer as cancelled and frees the handle.
  func close() {
    for id in handles.keys { cancel(id) }
    curl_multi_cleanup(multi)
  }
}
