/// A permission of an API key, such as `invoices:write`; one that nobody documented is kept as it came.
package struct Scope: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let reportsRead = Scope(rawValue: "reports:read")
  package static let settingsRead = Scope(rawValue: "settings:read")
  package static let settingsWrite = Scope(rawValue: "settings:write")

  /// Every scope of the API documentation, in its order.
  package static let documented: [Scope] =
    [ResourceKind.invoices, .estimates, .customers, .payments, .expenses, .items].flatMap {
      [$0.readScope, $0.writeScope]
    }
    + [reportsRead, settingsRead, settingsWrite]

  package var description: String { rawValue }
}

extension Sequence where Element == Scope {
  /// Whether a key with these scopes may do what the given one stands for; `*` stands for all.
  package func permit(_ scope: Scope) -> Bool {
    contains { $0 == scope || $0.rawValue == "*" }
  }
}
