import BillingAPI
import Store

/// The columns that a list can be sorted by, while somebody chooses.
package struct SortMenu: Sendable, Equatable {
  package let kind: ResourceKind
  package var selected: Int
  /// Directions that were chosen here, by column: true is descending.
  private var directions: [SortColumn: Bool] = [:]

  package var columns: [SortColumn] { SortColumn.columns(of: kind) }

  init(_ list: ListState) {
    kind = list.kind
    selected = SortColumn.columns(of: list.kind).firstIndex(of: list.sort.column) ?? 0
  }

  package var column: SortColumn { columns[selected] }

  mutating func select(_ distance: Int) { selected = max(0, min(selected + distance, columns.count - 1)) }
  mutating func choose(descending: Bool) { directions[column] = descending }

  /// The direction that Enter would sort the selected column in: as values read best, or the other one where it sorts already.
  func isDescending(over sort: SortOrder) -> Bool {
    directions[column] ?? (column == sort.column ? !sort.isDescending : column.startsDescending)
  }
}

extension SortColumn {
  /// As the header of a kind calls it, in small letters.
  func title(in kind: ResourceKind) -> String {
    AnyResource.of(kind).columns.first { $0.sort == self && self != .id }?.title.lowercased() ?? title
  }

  /// What it is called apart from any kind.
  private var title: String {
    switch self {
    case .dueDate: "due"
    case .email: "e-mail"
    case .paidStatus: "paid status"
    case .subTotal: "subtotal"
    case .id: "service's number"
    default: rawValue
    }
  }

  /// Amounts and days read best from the largest.
  var startsDescending: Bool {
    switch self {
    case .date, .total, .balance, .amount, .price, .subTotal, .discount, .tax, .id: true
    default: false
    }
  }

  /// What a direction means for this column's values.
  func words(descending: Bool) -> String {
    switch self {
    case .total, .balance, .amount, .price, .subTotal, .discount, .tax:
      descending ? "largest first" : "smallest first"
    case .date, .id: descending ? "newest first" : "oldest first"
    case .dueDate: descending ? "latest first" : "earliest first"
    default: descending ? "Z to A" : "A to Z"
    }
  }
}

extension SortOrder {
  /// `due ↑ then total ↓`
  func words(in kind: ResourceKind) -> String {
    let first = "\(column.title(in: kind)) \(Self.arrow(isDescending))"
    return first + (second.map { " then \($0.column.title(in: kind)) \(Self.arrow($0.isDescending))" } ?? "")
  }

  static func arrow(_ isDescending: Bool) -> String { isDescending ? "↓" : "↑" }

  /// What stands behind the title of a column that sorts: `↑`, and `↓2` for the second one.
  func mark(of column: SortColumn?) -> String? {
    guard let column else { return nil }
    if column == self.column { return Self.arrow(isDescending) }
    return second.flatMap { $0.column == column ? "\(Self.arrow($0.isDescending))2" : nil }
  }
}

extension SortColumn {
  /// How `views.toml` names it: `due`, `paid-status`.
  package var name: String { self == .id ? "id" : String(title.map { $0 == " " ? "-" : $0 }) }

  /// The column of a kind that `views.toml` names so.
  package init?(name: String, of kind: ResourceKind) {
    guard let column = Self.columns(of: kind).first(where: { $0.name == name }) else { return nil }
    self = column
  }
}
