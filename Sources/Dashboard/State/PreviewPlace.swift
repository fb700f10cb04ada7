import TerminalUI

/// Where the selected record is shown beside its list, on a screen that has room for both.
package enum PreviewPlace: Sendable, Equatable {
  /// Right of the list from 110 columns, below it on a narrower screen.
  case beside
  case below
  /// The list has the screen alone; Enter shows the record.
  case hidden

  /// The one that `P` goes on to; a narrow screen has nothing beside a list.
  func next(isWide: Bool) -> PreviewPlace {
    switch self {
    case .beside: isWide ? .below : .hidden
    case .below: .hidden
    case .hidden: .beside
    }
  }
}

extension State {
  /// Columns by which `<` and `>` change the pane right of the list.
  private static let widthStep = 4

  mutating func movePreview() -> [Effect] {
    preview = preview.next(isWide: ScreenLayout(self).isWide)
    return section.kind.map { followSelection($0) } ?? []
  }

  /// Makes the pane right of the list wider, or narrower below 0, as far as both stay legible.
  mutating func widenPreview(_ steps: Int) -> [Effect] {
    let width = ScreenLayout(self).detail.width + steps * Self.widthStep
    previewWidth = max(ScreenLayout.leastDetailWidth, min(width, size.width - ScreenLayout.leastListWidth))
    return []
  }

  /// The pane is right of the list, so that there is a border to move.
  var hasPreviewBeside: Bool {
    let layout = ScreenLayout(self)
    return section.kind != nil && !isZoomed && layout.isWide && preview == .beside
  }
}
