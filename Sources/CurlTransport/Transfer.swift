internal import BillingAPI
internal import CCurl
internal import HTTPTypes

/// One request under way: its libcurl handle and what has come back so far. Used on the worker's thread alone.
final class Transfer {
  let order: TransferOrder
  let easy: UnsafeMutableRawPointer
  let errorText: UnsafeMutablePointer<CChar>
  /// Owned; libcurl reads it while the transfer runs.
  var headerList: UnsafeMutablePointer<curl_slist>?
  /// The same, with the one place to connect to.
  var connectList: UnsafeMutablePointer<curl_slist>?
  private var head = ResponseHead()
  private var body: [UInt8] = []
  private(set) var isTooLarge = false

  /// Nil where libcurl refuses an option or has no memory.
  init?(_ order: TransferOrder) {
    guard let easy = curl_easy_init() else { return nil }
    self.order = order
    self.easy = easy
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    guard configure() else { return nil }
  }

  deinit {
    curl_easy_cleanup(easy)
    curl_slist_free_all(headerList)
    curl_slist_free_all(connectList)
    errorText.deallocate()
  }

  func finish(_ result: Result<TransportResponse, TransportError>) { order.continuation.resume(returning: result) }

  func result(_ code: CURLcode) -> Result<TransportResponse, TransportError> {
    if isTooLarge { return .failure(.tooLarge(limit: order.plan.options.responseLimit)) }
    guard code == CURLE_OK else { return .failure(failure(code)) }
    // libcurl takes an end in the middle of the head for an answer.
    guard head.isComplete else { return .failure(.connectionLost(requestWasSent: true)) }
    let response = TransportResponse(
      status: information(CURLINFO_RESPONSE_CODE), headers: head.fields, body: body, timing: timing)
    return .success(response)
  }

  /// Whether any byte of the request may have left; true from the moment libcurl has a connection and begins to send.
  var requestWasSent: Bool {
    information(CURLINFO_REQUEST_SIZE) > 0 || duration(CURLINFO_PRETRANSFER_TIME_T) > .zero
  }

  private var timing: TransportTiming {
    var timing = TransportTiming()
    timing.connected = duration(CURLINFO_PRETRANSFER_TIME_T)
    timing.firstByte = duration(CURLINFO_STARTTRANSFER_TIME_T)
    timing.total = duration(CURLINFO_TOTAL_TIME_T)
    timing.openedConnection = information(CURLINFO_NUM_CONNECTS) > 0
    return timing
  }

  func information(_ info: CURLINFO) -> Int {
    var value = 0
    curl_get_long(easy, info, &value)
    return value
  }

  private func duration(_ info: CURLINFO) -> Duration {
    var microseconds: curl_off_t = 0
    curl_get_offset(easy, info, &microseconds)
    return .microseconds(Int64(microseconds))
  }

  /// Takes a piece of the body, decompressed; false ends the transfer.
  func receive(body piece: UnsafeRawBufferPointer) -> Bool {
    guard body.count + piece.count <= order.plan.options.responseLimit else {
      isTooLarge = true
      return false
    }
    body.append(contentsOf: piece)
    return true
  }

  /// Takes a line of the head; false ends the transfer.
  func receive(headLine: UnsafeRawBufferPointer) -> Bool {
    guard head.take(String(decoding: headLine, as: UTF8.self)) else {
      isTooLarge = true
      return false
    }
    return true
  }
}
