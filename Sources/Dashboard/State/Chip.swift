import BillingAPI
import Store
import TerminalUI

/// What stands above a list to be taken at once: a filter of the kind, or a view that somebody saved.
enum Chip: Hashable {
  case quick(QuickFilter)
  case view(String)
}

extension State {
  /// The filters of a kind and the views that were saved of it.
  func chips(_ kind: ResourceKind) -> [Chip] {
    AnyResource.of(kind).quickFilters.map(Chip.quick)
      + views.views.filter { $0.kind == kind }.map { Chip.view($0.name) }
  }

  /// The one that is shown: the view that was opened, else the filter that stands in the line.
  func currentChip(_ kind: ResourceKind) -> Int? {
    guard let list = lists[kind] else { return nil }
    let filter = list.filterField.text.trimmingBlanks
    return chips(kind).firstIndex { chip in
      switch chip {
      case .view(let name): name == list.viewName
      case .quick(let quick): list.viewName == nil && quick.text == filter
      }
    }
  }

  /// The words on a chip, with how many records are behind it; a view that was changed since it was opened has a star.
  func label(of chip: Chip, _ list: ListState) -> String {
    switch chip {
    case .quick(let filter): return counted(filter.title, list.filterCounts[filter.text])
    case .view(let name):
      guard let view = views.view(named: name) else { return name }
      let isChanged = name == list.viewName && list.differs(from: view)
      return isChanged ? "\(name)*" : counted(name, list.filterCounts[view.filter])
    }
  }

  private func counted(_ title: String, _ count: Int?) -> String {
    count.map { "\(title) \(figures.count($0))" } ?? title
  }

  /// Asks how many records are behind each chip, once all of them are loaded: before that no number would be true.
  mutating func countFilters(_ kind: ResourceKind) -> [Effect] {
    guard let list = lists[kind], list.isCountStale else { return [] }
    guard list.completeness.isComplete else {
      lists[kind]?.filterCounts = [:]
      return []
    }
    lists[kind]?.isCountStale = false
    let filters = chips(kind).map { chip in
      switch chip {
      case .quick(let filter): filter.text
      case .view(let name): views.view(named: name)?.filter ?? ""
      }
    }
    return [.countFilters(kind, filters)]
  }

  /// Takes the chip so many places further.
  mutating func stepChip(_ distance: Int) -> [Effect] {
    guard let kind = section.kind else { return [] }
    let chips = chips(kind)
    let current = currentChip(kind)
    let next = max(0, min((current ?? (distance > 0 ? -1 : chips.count)) + distance, chips.count - 1))
    guard next != current else { return [] }
    switch chips[next] {
    case .quick(let filter): return setFilter(filter.text, &self)
    case .view(let name): return views.view(named: name).map { open($0) } ?? []
    }
  }
}
