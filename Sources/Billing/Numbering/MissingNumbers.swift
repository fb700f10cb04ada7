/// Numbers of a sequence that no record bears: tax offices ask about them.
package struct MissingNumbers: Hashable, Sendable {
  /// The lowest of them.
  package let first: String
  package let count: Int

  package init(first: String, count: Int) {
    self.first = first
    self.count = count
  }

  /// `INV-000118 is missing`, `INV-000118 and 2 more are missing`.
  package var words: String {
    count == 1 ? "\(first) is missing" : "\(first) and \(count - 1) more are missing"
  }
}
