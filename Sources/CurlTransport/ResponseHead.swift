internal import HTTPTypes

/// Collects the header fields of an answer, line by line.
struct ResponseHead {
  private(set) var fields: HTTPFields = [:]
  /// The empty line at the end of the head has come.
  private(set) var isComplete = false
  private var size = 0

  /// In bytes, over all heads of one answer.
  static let sizeLimit = 256 << 10

  /// False when there is too much of it. A new status line begins anew: what came before was an interim answer.
  mutating func take(_ line: String) -> Bool {
    size += line.utf8.count
    guard size <= Self.sizeLimit else { return false }
    if line.hasPrefix("HTTP/") {
      fields = [:]
      isComplete = false
    } else if line.allSatisfy(\.isNewline) {
      isComplete = true
    } else if let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon])) {
      let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      let end = value.lastIndex { !$0.isWhitespace }
      fields.append(HTTPField(name: name, value: end.map { String(value[...$0]) } ?? ""))
    }
    return true
  }
}
