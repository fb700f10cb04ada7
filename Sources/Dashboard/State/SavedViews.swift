import BillingAPI
import Store

/// What somebody keeps of how lists are shown: named views, and the columns of each kind.
package struct SavedViews: Sendable, Equatable {
  /// In the order in which they were saved.
  package var views: [SavedView]
  package var columns: [ResourceKind: ColumnArrangement]
  /// What could not be used of what is kept, in whole sentences; it is left as it is.
  package var remarks: [String]

  package init(views: [SavedView] = [], columns: [ResourceKind: ColumnArrangement] = [:], remarks: [String] = []) {
    self.views = views
    self.columns = columns
    self.remarks = remarks
  }

  package func view(named name: String) -> SavedView? { views.first { $0.name == name } }

  /// Makes one change; a view that is saved under a name that is taken replaces the one that has it, in its place.
  package mutating func apply(_ change: ViewsChange) {
    switch change {
    case .save(let view):
      if let place = views.firstIndex(where: { $0.name == view.name }) {
        views[place] = view
      } else {
        views.append(view)
      }
    case .rename(let name, let fresh):
      if let place = views.firstIndex(where: { $0.name == name }) { views[place].name = fresh }
    case .delete(let name): views.removeAll { $0.name == name }
    case .columns(let kind, let arrangement): columns[kind] = arrangement
    }
  }
}

/// A list as it was when somebody gave it a name: section, filter, order and columns.
package struct SavedView: Sendable, Equatable {
  /// What a name may be at most, in characters.
  package static let longestName = 60

  package var name: String
  package var kind: ResourceKind
  /// In the filter language.
  package var filter: String
  package var sort: SortOrder
  /// nil for those that the kind has by itself.
  package var columns: ColumnArrangement?

  package init(
    name: String, kind: ResourceKind, filter: String, sort: SortOrder, columns: ColumnArrangement? = nil
  ) {
    self.name = name
    self.kind = kind
    self.filter = filter
    self.sort = sort
    self.columns = columns
  }
}

/// One change to what is kept; it is made to what is kept at that moment, which another program may have changed.
package enum ViewsChange: Sendable, Equatable {
  case save(SavedView)
  case rename(String, to: String)
  case delete(String)
  /// nil goes back to the columns that the kind has by itself.
  case columns(ResourceKind, ColumnArrangement?)
}
