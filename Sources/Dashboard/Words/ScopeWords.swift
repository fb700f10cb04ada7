import BillingAPI

/// What a key may do in a few words: `invoices rw, customers r`.
enum ScopeWords {
  static func short(_ scopes: [Scope]) -> String {
    if scopes.contains(where: { $0.rawValue == "*" }) { return "everything" }
    let known = ResourceKind.allCases.compactMap { kind -> String? in
      let letters = [(kind.readScope, "r"), (kind.writeScope, "w")].filter { scopes.contains($0.0) }.map(\.1).joined()
      return letters.isEmpty ? nil : "\(kind.rawValue) \(letters)"
    }
    let isAll = ResourceKind.allCases.allSatisfy { scopes.contains($0.readScope) && scopes.contains($0.writeScope) }
    if isAll { return "all six, read and write" }
    return known.isEmpty ? "nothing here" : known.joined(separator: ", ")
  }
}
