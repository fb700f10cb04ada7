import BillingAPI
import Dashboard
import Store

/// What `views.toml` says, node by node, so that a change touches what it is about and nothing else.
struct ViewsDocument {
  static let viewKeys = ["name", "section", "filter", "sort", "columns"]

  private(set) var root: [String: TOMLNode]

  init(_ root: [String: TOMLNode] = [:]) { self.root = root }

  /// What of it can be used; the rest is remarked on and stays.
  var saved: SavedViews {
    var saved = SavedViews()
    for node in views {
      guard case .table(let table) = node else { continue }
      do { saved.views.append(try Self.view(table)) } catch { saved.remarks.append(error.sentence) }
    }
    for (name, node) in columns.sorted(by: { $0.key < $1.key }) {
      do {
        let kind = try Self.kind(name, of: "columns")
        saved.columns[kind] = try Self.arrangement(node, kind, of: "columns.\(name)")
      } catch {
        saved.remarks.append(error.sentence)
      }
    }
    saved.remarks += unknownKeys.map { ViewsRemark("“\($0)” is not known.").sentence }
    return saved
  }

  mutating func apply(_ change: ViewsChange) {
    switch change {
    case .save(let view): save(view)
    case .rename(let name, let fresh):
      views = views.map { node in
        guard case .table(var table) = node, table["name"] == .text(name) else { return node }
        table["name"] = .text(fresh)
        return .table(table)
      }
    case .delete(let name): views.removeAll { Self.name(of: $0) == name }
    case .columns(let kind, let arrangement): columns[kind.rawValue] = arrangement.map(Self.node)
    }
  }

  /// Whether both say the same; a table without anything in it says nothing.
  func says(_ other: ViewsDocument) -> Bool {
    func rest(_ document: ViewsDocument) -> [String: TOMLNode] {
      document.root.filter { $0.key != "views" && $0.key != "columns" }
    }
    return views == other.views && columns == other.columns && rest(self) == rest(other)
  }

  private var unknownKeys: [String] {
    let inViews = views.flatMap { node -> [String] in
      guard case .table(let table) = node else { return ["views"] }
      return table.keys.filter { !Self.viewKeys.contains($0) }
    }
    return root.keys.filter { $0 != "views" && $0 != "columns" }.sorted() + inViews.sorted()
  }

  private mutating func save(_ view: SavedView) {
    let place = views.firstIndex { Self.name(of: $0) == view.name }
    var table: [String: TOMLNode] = [:]
    if let place, case .table(let before) = views[place] { table = before }
    table["name"] = .text(view.name)
    table["section"] = .text(view.kind.rawValue)
    table["filter"] = view.filter.isEmpty ? nil : .text(view.filter)
    table["sort"] = .list(Self.texts(of: view.sort).map(TOMLNode.text))
    table["columns"] = view.columns.map(Self.node)
    if let place { views[place] = .table(table) } else { views.append(.table(table)) }
  }

  private static func texts(of sort: SortOrder) -> [String] {
    let keys = [SortKey(sort.column, descending: sort.isDescending)] + (sort.second.map { [$0] } ?? [])
    return keys.map { $0.column.name + ($0.isDescending ? " desc" : "") }
  }

  private static func node(of arrangement: ColumnArrangement) -> TOMLNode {
    .list(arrangement.choices.map { .text($0.id + ($0.width.map { ":\($0)" } ?? "")) })
  }

  private static func name(of node: TOMLNode) -> String? {
    guard case .table(let table) = node, case .text(let name)? = table["name"] else { return nil }
    return name
  }

  private(set) var views: [TOMLNode] {
    get { if case .list(let nodes)? = root["views"] { nodes } else { [] } }
    set { root["views"] = newValue.isEmpty ? nil : .list(newValue) }
  }

  private(set) var columns: [String: TOMLNode] {
    get { if case .table(let nodes)? = root["columns"] { nodes } else { [:] } }
    set { root["columns"] = newValue.isEmpty ? nil : .table(newValue) }
  }
}
