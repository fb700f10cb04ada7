import BillingAPI
import Store
import TerminalUI

/// Keys of the search: typing looks, Enter opens what is selected, another prefix before the text looks for something else.
func handleFinderKey(
  _ key: Key, _ finder: Finder, _ state: inout State, _ environment: Environment
) -> [Effect] {
  var finder = finder
  if finder.field.caret == 0, let effects = state.switchOmnibox(key, text: finder.field.text) { return effects }
  switch key {
  case Key(.escape), .control("c"): return state.closeFinder()
  case Key(.enter): return state.enterInFinder()
  case Key(.down), .control("n"): finder.select(1)
  case Key(.up), .control("p"): finder.select(-1)
  case Key(.pageDown): finder.select(8)
  case Key(.pageUp): finder.select(-8)
  case Key(.tab):
    if let title = finder.selectedHit?.title, finder.kind != .amount { finder.field.replaceAll(with: title) }
  default:
    guard finder.field.handle(key) else { return [] }
  }
  state.replaceOverlay(.finder(finder))
  return state.askFinder()
}

extension State {
  /// Opens the search; what it looks through is fetched before everything else meanwhile.
  mutating func openFinder(_ kind: Finder.Kind, text: String = "") -> [Effect] {
    overlays.append(.finder(Finder(kind, text: text)))
    return [.prioritize(kind.wanted)] + askFinder()
  }

  mutating func closeFinder() -> [Effect] {
    overlays.removeLast()
    return [.prioritize(nil)]
  }

  /// A prefix that is typed before the text turns one of the siblings into another, which keeps the text.
  ///
  /// Nil where the key is no prefix; in forms there are commands alone.
  mutating func switchOmnibox(_ key: Key, text: String) -> [Effect]? {
    guard forms.isEmpty, case .character(let character) = key.code, key.modifiers.isEmpty else { return nil }
    if character == ":" {
      if case .palette = overlays.last { return nil }
      return closeFinder() + openPalette(text: text)
    }
    guard let kind = Finder.Kind(rawValue: character) else { return nil }
    overlays.removeLast()
    return openFinder(kind, text: text)
  }

  /// Asks for the hits of what is typed, unless they are there or on their way.
  mutating func askFinder() -> [Effect] {
    guard case .finder(var finder) = overlays.last else { return [] }
    let query = finder.query
    if query.text.isEmpty {
      finder.forget()
      replaceOverlay(.finder(finder))
      return []
    }
    guard finder.asked != query, !finder.isAnswered else { return [] }
    finder.asked = query
    finder.isStale = false
    replaceOverlay(.finder(finder))
    return [.find(query)]
  }

  /// Records came: the same search may find more now.
  mutating func askFinderAgain(_ kinds: Set<ResourceKind>) -> [Effect] {
    guard case .finder(var finder) = overlays.last, !finder.query.text.isEmpty,
      !kinds.isDisjoint(with: finder.kind.searched + [.invoices])
    else { return [] }
    let isUnderWay = finder.asked == finder.query
    finder.isStale = isUnderWay
    finder.asked = finder.query
    replaceOverlay(.finder(finder))
    return isUnderWay ? [] : [.find(finder.query)]
  }

  /// Takes in hits, unless more was typed since.
  mutating func takeFound(_ found: Found) -> [Effect] {
    guard case .finder(var finder) = overlays.last, found.query == finder.query else { return [] }
    finder.take(found)
    finder.asked = finder.isStale ? finder.query : nil
    let asksAgain = finder.isStale
    finder.isStale = false
    replaceOverlay(.finder(finder))
    if finder.opensFirst { return enterInFinder() }
    return asksAgain ? [.find(found.query)] : []
  }

  /// Opens the selected hit; where the answer to what is typed is still on its way, the first one that it brings.
  fileprivate mutating func enterInFinder() -> [Effect] {
    guard case .finder(var finder) = overlays.last, !finder.query.text.isEmpty else { return [] }
    guard finder.isAnswered else {
      finder.opensFirst = true
      replaceOverlay(.finder(finder))
      return []
    }
    guard let hit = finder.selectedHit else {
      finder.opensFirst = false
      replaceOverlay(.finder(finder))
      // It was meant for what would have been found.
      return dropTypedAhead()
    }
    let closing = closeFinder()
    return closing + (hit.kind == .customers ? openCustomer(hit.id) : openRecord(hit.kind, id: hit.id))
  }

  /// Shows one record on the whole screen, over the list that it is in.
  mutating func openRecord(_ kind: ResourceKind, id: Int64) -> [Effect] {
    leaveView(kind)
    let effects = show(Section(kind), selecting: id)
    isZoomed = true
    zoomOffset = 0
    return effects
  }

  mutating func pasteIntoFinder(_ text: String, _ finder: Finder) -> [Effect] {
    var finder = finder
    finder.field.insert(text)
    replaceOverlay(.finder(finder))
    return askFinder()
  }
}
