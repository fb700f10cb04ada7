import BillingAPI
import Dashboard
import Store

extension ViewsDocument {
  static func view(_ table: [String: TOMLNode]) throws(ViewsRemark) -> SavedView {
    guard case .text(let name)? = table["name"], !name.isEmpty else { throw ViewsRemark("A view has no name.") }
    let owner = "The view “\(name)”"
    guard case .text(let section)? = table["section"] else { throw ViewsRemark("\(owner) names no section.") }
    let kind = try kind(section, of: owner)
    var filter = ""
    if let node = table["filter"] {
      guard case .text(let text) = node else { throw ViewsRemark("\(owner) has a filter that is no text.") }
      filter = text
    }
    return SavedView(
      name: name, kind: kind, filter: filter,
      sort: try table["sort"].map { node throws(ViewsRemark) in
        try sort(node, kind, of: owner)
      } ?? .standard(for: kind),
      columns: try table["columns"].map { node throws(ViewsRemark) in try arrangement(node, kind, of: owner) })
  }

  static func kind(_ name: String, of owner: String) throws(ViewsRemark) -> ResourceKind {
    guard let kind = ResourceKind(rawValue: name) else { throw ViewsRemark("\(owner): “\(name)” is no section.") }
    return kind
  }

  /// `["due", "total desc"]`
  private static func sort(_ node: TOMLNode, _ kind: ResourceKind, of owner: String) throws(ViewsRemark) -> SortOrder {
    guard case .list(let nodes) = node, (1...2).contains(nodes.count) else {
      throw ViewsRemark("\(owner): sort is a list of one or two columns.")
    }
    let keys = try nodes.map { node throws(ViewsRemark) in try sortKey(node, kind, of: owner) }
    return SortOrder(keys[0].column, descending: keys[0].isDescending, then: keys.count > 1 ? keys[1] : nil)
  }

  private static func sortKey(_ node: TOMLNode, _ kind: ResourceKind, of owner: String) throws(ViewsRemark) -> SortKey {
    guard case .text(let text) = node else { throw ViewsRemark("\(owner): sort names columns as texts.") }
    let words = text.split(separator: " ")
    let column = words.first.flatMap { SortColumn(name: String($0), of: kind) }
    guard let column, words.count == 1 || (words.count == 2 && ["asc", "desc"].contains(words[1])) else {
      throw ViewsRemark("\(owner): “\(text)” is nothing to sort \(kind.rawValue) by.")
    }
    return SortKey(column, descending: words.last == "desc")
  }

  /// `["number", "customer:30"]`
  static func arrangement(
    _ node: TOMLNode, _ kind: ResourceKind, of owner: String
  ) throws(ViewsRemark) -> ColumnArrangement {
    guard case .list(let nodes) = node, !nodes.isEmpty else {
      throw ViewsRemark("\(owner): columns is a list of names.")
    }
    return ColumnArrangement(try nodes.map { node throws(ViewsRemark) in try choice(node, kind, of: owner) })
  }

  private static func choice(
    _ node: TOMLNode, _ kind: ResourceKind, of owner: String
  ) throws(ViewsRemark) -> ColumnArrangement.Choice {
    guard case .text(let text) = node else { throw ViewsRemark("\(owner): columns are named as texts.") }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let width = parts.count == 2 ? Int(parts[1]) : nil
    let isSized = parts.count == 1 || width.map(ColumnArrangement.widths.contains) == true
    guard ColumnArrangement.known(of: kind).contains(parts[0]), isSized else {
      throw ViewsRemark("\(owner): “\(text)” is no column of \(kind.rawValue).")
    }
    return ColumnArrangement.Choice(parts[0], width: width)
  }
}

/// Something in `views.toml` that cannot be used.
struct ViewsRemark: Error {
  let sentence: String

  init(_ reason: String) { sentence = "views.toml: \(reason) It is left as it is." }
}
