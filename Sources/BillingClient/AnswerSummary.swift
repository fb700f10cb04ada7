internal import BillingAPI
internal import HTTPTypes

/// Tells in a few clean words what an answer is that is not the API's: the title of a page, the beginning of a text.
enum AnswerSummary {
  static let lengthLimit = 120

  static func of(_ response: TransportResponse) -> String {
    let text = String(decoding: response.body.prefix(65_536), as: UTF8.self)
    if isHTML(response, text) { return clean(title(of: text) ?? withoutTags(text)) }
    return clean(text)
  }

  /// Whether the answer is a page for people.
  static func isHTML(_ response: TransportResponse) -> Bool {
    isHTML(response, String(decoding: response.body.prefix(256), as: UTF8.self))
  }

  /// Without control characters and doubled spaces, cut at the limit.
  static func clean(_ text: String) -> String { PlainText.clean(text, limit: lengthLimit) }

  private static func isHTML(_ response: TransportResponse, _ text: String) -> Bool {
    if response.headers[.contentType]?.lowercased().contains("html") == true { return true }
    return text.first { !$0.isWhitespace } == "<"
  }

  /// What stands between `<title>` and `</title>`.
  private static func title(of text: String) -> String? {
    let lowered = Array(text.utf8).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    guard let open = place(of: "<title", in: lowered, from: 0),
      let start = lowered[open...].firstIndex(of: UInt8(ascii: ">")),
      let end = place(of: "</title", in: lowered, from: start)
    else { return nil }
    let title = withoutEntities(String(decoding: Array(text.utf8)[(start + 1)..<end], as: UTF8.self))
    return title.allSatisfy(\.isWhitespace) ? nil : title
  }

  private static func place(of word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let pattern = Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    guard bytes.count >= start + pattern.count else { return nil }
    return (start...(bytes.count - pattern.count)).first { bytes[$0..<($0 + pattern.count)].elementsEqual(pattern) }
  }

  private static func withoutTags(_ text: String) -> String {
    var isTag = false
    let kept = text.map { character -> Character in
      if character == "<" { isTag = true }
      defer { if character == ">" { isTag = false } }
      return isTag ? " " : character
    }
    return withoutEntities(String(kept))
  }

  private static func withoutEntities(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      let entity = entities.first { rest.hasPrefix($0.key) }
      result += entity?.value ?? "&"
      rest = rest.dropFirst(entity?.key.count ?? 1)
    }
    return result + rest
  }

  private static let entities = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#039;": "'", "&nbsp;": " ",
    "&mdash;": "—", "&ndash;": "–",
  ]
}
