internal import Billing
internal import BillingAPI

/// The query of a list, strictly read: what a list cannot honour is refused, not ignored.
struct ListRequest: Hashable, Sendable {
  let page: Int
  /// Records per page, at most `cap`.
  let limit: Int
  let status: String?
  let customerID: Int64?

  static let defaultLimit = 10
  static let cap = 100
  /// Far beyond the last page of any books, and far from overflowing.
  private static let largest: Int64 = 1_000_000_000

  init(query: Substring?, of definition: ResourceDefinition, cap: Int = Self.cap) throws(Refusal) {
    let given = Self.parameters(query ?? "")
    var errors: [String: [String]] = [:]
    func number(_ name: String, atLeast least: Int64 = 1) -> Int64? {
      guard let text = given[name] else { return nil }
      guard let value = Int64(text), !text.hasPrefix("+") else {
        errors[name] = ["The \(spelledOut(name)) field must be an integer."]
        return nil
      }
      if value < least { errors[name] = ["The \(spelledOut(name)) field must be at least \(least)."] }
      if value > Self.largest {
        errors[name] = ["The \(spelledOut(name)) field must not be greater than \(Self.largest)."]
      }
      return value
    }
    page = Int(number("page") ?? 1)
    limit = min(Int(number("limit") ?? Int64(Self.defaultLimit)), cap)
    customerID = definition.hasCustomer ? number("customer_id") : nil
    status = definition.statuses.isEmpty ? nil : given["status"]
    if let status, !definition.statuses.contains(where: { $0.word == status }) {
      errors["status"] = ["The selected status is invalid."]
    }
    guard errors.isEmpty else { throw .invalid(errors) }
  }

  /// The parameters of a query by name; the last counts where a name comes twice, an empty one is none.
  private static func parameters(_ query: Substring) -> [String: String] {
    var found: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else { continue }
      found[decoded(parts[0])] = decoded(parts[1])
    }
    return found
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same list at another page, as `links` name it: limit and filters stay.
  func link(to page: Int, of address: String, keepsQuery: Bool = true) -> String {
    guard keepsQuery else { return "\(address)?page=\(page)" }
    let query = ListQuery(page: page, limit: limit, status: status, customerID: customerID.map(Identifier.init))
    return "\(address)?\(query.encoded)"
  }
}
