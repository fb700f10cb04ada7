import BillingAPI
import TerminalUI

/// The views to choose from by typing a part of a name: those that come with each kind, and those that were saved.
package struct ViewMenu: Sendable, Equatable {
  /// What stands in the list.
  package enum Choice: Hashable, Sendable {
    /// A filter that comes with a kind, by its text.
    case quick(ResourceKind, String)
    /// A view that somebody saved, by its name.
    case saved(String)
  }

  package var picker: PickerState<Choice>
  /// The view that is being renamed, and its new name as far as it is typed.
  package var renaming: Renaming?
  /// `^X` was pressed, and its second key is awaited.
  package var awaitsSecondKey = false
  /// Why the last key did nothing.
  package var remark: String?

  /// A new name on its way.
  package struct Renaming: Sendable, Equatable {
    package let name: String
    package var field: TextField
  }

  /// The name of the saved view that is selected.
  var selectedName: String? {
    if case .saved(let name) = picker.selectedItem?.id { name } else { nil }
  }

  /// What was typed, as a name for a view.
  var typedName: String { String(picker.query.text.trimmingBlanks.prefix(SavedView.longestName)) }

  mutating func insert(_ text: String) {
    if renaming != nil { renaming?.field.insert(text) } else { picker.insert(text) }
  }
}

extension State {
  /// What the menu offers: the views of the section that is shown before those of the others.
  var viewChoices: [PickerItem<ViewMenu.Choice>] {
    let kinds = [section.kind].compactMap { $0 } + ResourceKind.allCases.filter { $0 != section.kind }
    return kinds.flatMap { kind in
      views.views.filter { $0.kind == kind }.map { view in
        PickerItem(id: .saved(view.name), title: view.name, detail: words(for: view))
      } + quickChoices(kind)
    }
  }

  private func quickChoices(_ kind: ResourceKind) -> [PickerItem<ViewMenu.Choice>] {
    AnyResource.of(kind).quickFilters.map { filter in
      let title = "\(filter.title) \(kind.rawValue)"
      return PickerItem(id: .quick(kind, filter.text), title: title, detail: filter.text)
    }
  }

  /// `invoices · is:open cust:doe · due ↑`
  private func words(for view: SavedView) -> String {
    [view.kind.rawValue, view.filter, view.sort.words(in: view.kind)].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
