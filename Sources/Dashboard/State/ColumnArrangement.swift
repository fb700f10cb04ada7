import BillingAPI

/// Which columns a list shows, in which order and how wide, as somebody chose them.
package struct ColumnArrangement: Sendable, Hashable {
  /// One column that is shown.
  package struct Choice: Sendable, Hashable {
    /// As `Column.id` and `views.toml` name it.
    package var id: String
    /// In columns of the screen; nil for the width that the column has by itself.
    package var width: Int?

    package init(_ id: String, width: Int? = nil) {
      self.id = id
      self.width = width
    }
  }

  /// The widths that a column can be given.
  package static let widths = 3...80

  package var choices: [Choice]

  package init(_ choices: [Choice]) { self.choices = choices }
}

extension ColumnArrangement {
  /// The names of all columns that a kind has.
  package static func known(of kind: ResourceKind) -> [String] { AnyResource.of(kind).columns.map(\.id) }
}
