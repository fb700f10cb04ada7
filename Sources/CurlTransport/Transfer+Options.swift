internal import BillingAPI
internal import CCurl

extension Transfer {
  /// Hands the whole plan to libcurl; false where it refuses any of it.
  func configure() -> Bool {
    let plan = order.plan
    return setTarget(plan) && setMethod(plan) && setHeaders(plan) && setLimits(plan.options) && setSecurity(plan)
      && setCallbacks()
  }

  private func setTarget(_ plan: RequestPlan) -> Bool {
    var isSet = set(CURLOPT_URL, plan.url) && set(CURLOPT_PATH_AS_IS, 1) && set(CURLOPT_NOSIGNAL, 1)
    isSet = isSet && set(CURLOPT_PROTOCOLS_STR, "http,https") && set(CURLOPT_FOLLOWLOCATION, 0)
    if let socket = plan.options.unixSocket { isSet = isSet && set(CURLOPT_UNIX_SOCKET_PATH, socket) }
    if let place = plan.connectTo {
      connectList = curl_slist_append(nil, place)
      isSet = isSet && connectList != nil && curl_set_list(easy, CURLOPT_CONNECT_TO, connectList) == CURLE_OK
    }
    // An empty proxy switches off those of the environment; one would connect where it likes.
    if plan.isLocal || plan.connectTo != nil { isSet = isSet && set(CURLOPT_PROXY, "") }
    return isSet && set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
      && set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)) && set(CURLOPT_ACCEPT_ENCODING, "")
  }

  private func setMethod(_ plan: RequestPlan) -> Bool {
    switch (plan.method, plan.body) {
    case ("GET", nil): set(CURLOPT_HTTPGET, 1)
    case ("HEAD", nil): set(CURLOPT_NOBODY, 1)
    case (let method, nil) where method != "POST": setWrite() && set(CURLOPT_CUSTOMREQUEST, method)
    case (let method, let body):
      setWrite() && set(CURLOPT_POST, 1) && setBody(body ?? []) && set(CURLOPT_CUSTOMREQUEST, method)
    }
  }

  /// libcurl sends a request again by itself when a kept connection turns out to be dead. That must never happen to a
  /// write, which might then be performed twice: it gets a connection of its own, which later reads may use.
  private func setWrite() -> Bool { set(CURLOPT_FRESH_CONNECT, 1) }

  private func setBody(_ body: [UInt8]) -> Bool {
    guard curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)) == CURLE_OK else { return false }
    // A zero appended keeps the pointer of an empty body from being null; the size leaves it out.
    var copy = body + [0]
    return curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, &copy) == CURLE_OK
  }

  private func setHeaders(_ plan: RequestPlan) -> Bool {
    for line in plan.headers {
      guard let list = curl_slist_append(headerList, line) else { return false }
      headerList = list
    }
    return curl_set_list(easy, CURLOPT_HTTPHEADER, headerList) == CURLE_OK
  }

  private func setLimits(_ options: TransportOptions) -> Bool {
    set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.milliseconds)
      && set(CURLOPT_TIMEOUT_MS, options.totalTimeout.milliseconds)
      && set(CURLOPT_LOW_SPEED_LIMIT, Self.slowestBytesPerSecond) && set(CURLOPT_LOW_SPEED_TIME, Self.slowestSeconds)
  }

  /// Less than a byte per second for half a minute is no connection any more.
  private static let slowestBytesPerSecond = 1
  private static let slowestSeconds = 30

  private func setSecurity(_ plan: RequestPlan) -> Bool {
    let isSet =
      set(CURLOPT_SSL_VERIFYPEER, 1) && set(CURLOPT_SSL_VERIFYHOST, 2)
      && set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    guard let file = plan.caFile else { return isSet }
    return isSet && set(CURLOPT_CAINFO, file)
  }

  private func setCallbacks() -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    return curl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText) == CURLE_OK
      && curl_set_callback(easy, CURLOPT_WRITEFUNCTION, Self.takeBody) == CURLE_OK
      && curl_set_pointer(easy, CURLOPT_WRITEDATA, context) == CURLE_OK
      && curl_set_callback(easy, CURLOPT_HEADERFUNCTION, Self.takeHeadLine) == CURLE_OK
      && curl_set_pointer(easy, CURLOPT_HEADERDATA, context) == CURLE_OK
  }

  private static let takeBody: curl_bytes_callback = { bytes, size, count, context in
    guard let context else { return 0 }
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.receive(body: piece) ? piece.count : 0
  }

  private static let takeHeadLine: curl_bytes_callback = { bytes, size, count, context in
    guard let context else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.receive(headLine: line) ? line.count : 0
  }

  private func set(_ option: CURLoption, _ value: Int) -> Bool { curl_set_long(easy, option, value) == CURLE_OK }
  private func set(_ option: CURLoption, _ value: String) -> Bool { curl_set_string(easy, option, value) == CURLE_OK }
}

extension Duration {
  /// At least 1, for libcurl takes 0 as "for ever"; at most a day.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = min(self, .seconds(86_400)).components
    return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
