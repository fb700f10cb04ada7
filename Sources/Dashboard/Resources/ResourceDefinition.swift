import Billing
import BillingAPI
import Store
import TerminalUI

/// What the machine that shows lists needs to know of one kind of record; written once per kind, as data.
struct ResourceDefinition<Row: Sendable>: Sendable {
  let kind: ResourceKind
  let columns: [Column<Row>]
  let quickFilters: [QuickFilter]
  /// The number or name that messages call it by.
  let title: @Sendable (Row) -> String
}

/// One column of a list.
struct Column<Row: Sendable>: Sendable {
  let title: String
  var width: Constraint
  let alignment: Alignment
  /// The lowest is dropped first where the screen is narrow.
  let priority: Int
  let sort: SortColumn?
  /// Shown until somebody chooses otherwise; the others are there to be chosen.
  let isStandard: Bool
  let cell: @Sendable (Row, Figures) -> TableCell

  init(
    _ title: String, _ width: Constraint, align: Alignment = .leading, priority: Int = 50, sort: SortColumn? = nil,
    standard isStandard: Bool = true, cell: @escaping @Sendable (Row, Figures) -> TableCell
  ) {
    self.title = title
    self.width = width
    alignment = align
    self.priority = priority
    self.sort = sort
    self.isStandard = isStandard
    self.cell = cell
  }

  /// How `views.toml` names it: `open-balance`.
  var id: String { String(title.lowercased().map { $0 == " " ? "-" : $0 }) }

  /// The width that it has by itself where room is short, in columns of the screen.
  var leastWidth: Int {
    switch width {
    case .fixed(let columns): columns
    case .flexible(let minimum, _): minimum
    case .percent: 10
    }
  }
}

/// A column of a list of any kind.
typealias AnyColumn = Column<MirrorRow>

/// A filter that has a name, shown as a chip above the list.
struct QuickFilter: Sendable, Hashable {
  let title: String
  /// In the filter language; empty for everything.
  let text: String

  init(_ title: String, _ text: String) {
    self.title = title
    self.text = text
  }
}

/// A definition with its row type forgotten, for the code that treats all kinds alike.
struct AnyResource: Sendable {
  let kind: ResourceKind
  /// All columns that the kind has.
  let columns: [AnyColumn]
  let quickFilters: [QuickFilter]
  let title: @Sendable (MirrorRow) -> String

  /// The one place where a row's type is forgotten; a row of another kind has empty cells.
  init<Row>(_ definition: ResourceDefinition<Row>, unwrap: @escaping @Sendable (MirrorRow) -> Row?) {
    kind = definition.kind
    quickFilters = definition.quickFilters
    title = { unwrap($0).map(definition.title) ?? "" }
    columns = definition.columns.map { column in
      Column(
        column.title, column.width, align: column.alignment, priority: column.priority, sort: column.sort,
        standard: column.isStandard
      ) { row, figures in unwrap(row).map { column.cell($0, figures) } ?? TableCell("") }
    }
  }

  func column(_ id: String) -> AnyColumn? { columns.first { $0.id == id } }

  /// The columns that are shown: those that were chosen, or the standard ones where nothing was, or nothing that is known.
  func arranged(_ arrangement: ColumnArrangement?) -> [AnyColumn] {
    let chosen = (arrangement?.choices ?? []).compactMap { choice -> AnyColumn? in
      guard var column = column(choice.id) else { return nil }
      if let width = choice.width { column.width = .fixed(width) }
      return column
    }
    return chosen.isEmpty ? columns.filter(\.isStandard) : chosen
  }

  /// The definition of each kind.
  static func of(_ kind: ResourceKind) -> AnyResource {
    switch kind {
    case .invoices: invoices
    case .customers: customers
    case .payments: payments
    case .estimates: estimates
    case .expenses: expenses
    case .items: items
    }
  }
}
