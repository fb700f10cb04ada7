internal import Billing
internal import BillingAPI
internal import FoundationEssentials
internal import HTTPTypes

/// Makes sense of answers: pages, records and the results of writes of any 2xx status.
enum AnswerReading {
  static func json(of response: TransportResponse) throws(APIError) -> JSONValue {
    do {
      return try JSONValue(parsing: response.body)
    } catch {
      throw unreadable(response)
    }
  }

  /// Hands the bytes on; only `meta` is read. A bare array is wrapped, so that every page has its records in `data`.
  static func page(
    of response: TransportResponse, query: ListQuery, requestStarted: Date
  ) throws(APIError) -> RawPage {
    let outline = try outline(of: response)
    if case .array(let count) = outline.shape {
      let bytes = Array(#"{"data":"#.utf8) + response.body[outline.extent] + Array("}".utf8)
      return RawPage(
        bytes: bytes, meta: PageMeta(json: nil, query: query, count: count), count: count,
        requestStarted: requestStarted)
    }
    guard let count = outline.counts["data"] else { throw unreadable(response) }
    let meta = try meta(of: response, outline)
    return RawPage(
      bytes: Array(response.body[outline.extent]), meta: PageMeta(json: meta, query: query, count: count),
      count: count, requestStarted: requestStarted)
  }

  /// `meta`, or the same members beside `data` as older relatives of the service have them.
  private static func meta(of response: TransportResponse, _ outline: JSONOutline) throws(APIError) -> JSONValue? {
    if let range = outline.range(of: "meta") { return try value(in: range, of: response) }
    var object = JSONObject()
    for name in ["current_page", "from", "last_page", "per_page", "to", "total"] {
      if let range = outline.range(of: name) { object[name] = try value(in: range, of: response) }
    }
    return object.isEmpty ? nil : .object(object)
  }

  static func record(of response: TransportResponse) throws(APIError) -> [UInt8] {
    let outline = try outline(of: response)
    guard outline.shape == .object else { throw unreadable(response) }
    guard let range = outline.range(of: "data") else { return Array(response.body[outline.extent]) }
    guard response.body[range.lowerBound] == UInt8(ascii: "{") else { throw unreadable(response) }
    return Array(response.body[range])
  }

  static func write(of response: TransportResponse) throws(APIError) -> WriteAnswer {
    let replayed = response.headers[.idempotencyReplayed]?.lowercased() == "true"
    let isBlank = response.body.allSatisfy { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
    if isBlank { return WriteAnswer(status: response.status, record: [], id: nil, replayed: replayed) }
    let record = try record(of: response)
    let range = try idRange(in: record, of: response)
    let id = try range.map { (range) throws(APIError) in
      try value(in: range, of: record, answer: response).identifier(of: Never.self)?.value
    }
    return WriteAnswer(status: response.status, record: record, id: id ?? nil, replayed: replayed)
  }

  private static func idRange(in record: [UInt8], of response: TransportResponse) throws(APIError) -> Range<Int>? {
    do {
      return try JSONOutline(of: record).range(of: "id")
    } catch {
      throw unreadable(response)
    }
  }

  private static func outline(of response: TransportResponse) throws(APIError) -> JSONOutline {
    do {
      return try JSONOutline(of: response.body)
    } catch {
      throw unreadable(response)
    }
  }

  private static func value(in range: Range<Int>, of response: TransportResponse) throws(APIError) -> JSONValue {
    try value(in: range, of: response.body, answer: response)
  }

  private static func value(
    in range: Range<Int>, of bytes: [UInt8], answer: TransportResponse
  ) throws(APIError) -> JSONValue {
    do {
      return try JSONValue(parsing: Array(bytes[range]))
    } catch {
      throw unreadable(answer)
    }
  }

  static func unreadable(_ response: TransportResponse) -> APIError {
    .unreadable(summary: AnswerSummary.of(response))
  }
}

extension ServiceHealth {
  init(json: JSONValue) {
    self.init(status: json["status"]?.text, version: json["version"]?.text, timestamp: json["timestamp"]?.text)
  }
}
