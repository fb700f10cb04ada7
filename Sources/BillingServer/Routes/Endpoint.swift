internal import BillingAPI
internal import HTTPTypes

/// What a path leads to.
enum Endpoint: Hashable, Sendable {
  case health
  case me
  case list(ResourceKind)
  case record(ResourceKind, Int64)

  /// Reads a path, which may begin with `/api/v1`, the documented base URL's. Nil where there is nothing.
  init?(path: Substring) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if parts.starts(with: ["api", "v1"]) { parts = parts.dropFirst(2) }
    switch Array(parts) {
    case ["health"]: self = .health
    case ["api", "me"]: self = .me
    case let words where words.count == 2 && words[0] == "api":
      guard let kind = ResourceKind(rawValue: String(words[1])) else { return nil }
      self = .list(kind)
    case let words where words.count == 3 && words[0] == "api":
      guard let kind = ResourceKind(rawValue: String(words[1])), let id = Self.id(words[2]) else { return nil }
      self = .record(kind, id)
    default: return nil
    }
  }

  /// Plain digits only: `+1`, `01` and `1.0` name no record.
  private static func id(_ text: Substring) -> Int64? {
    guard let id = Int64(text), id > 0, String(id) == text else { return nil }
    return id
  }

  var methods: [HTTPRequest.Method] {
    switch self {
    case .health, .me: [.get, .head]
    case .list: [.get, .head, .post]
    case .record(let kind, _): kind.allowsDelete ? [.get, .head, .put, .delete] : [.get, .head, .put]
    }
  }

  func requireMethod(_ method: HTTPRequest.Method) throws(Refusal) {
    guard methods.contains(method) else {
      throw .methodNotAllowed(allowed: methods.map(\.rawValue).joined(separator: ", "))
    }
  }

  /// The permission that a request of this method needs; nil where any valid key will do.
  func scope(for method: HTTPRequest.Method) -> Scope? {
    switch self {
    case .health, .me: nil
    case .list(let kind), .record(let kind, _):
      method == .get || method == .head ? kind.readScope : kind.writeScope
    }
  }
}
