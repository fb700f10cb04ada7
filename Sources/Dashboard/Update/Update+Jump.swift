import TerminalUI

extension State {
  /// `f`: a letter stands beside each row that is shown.
  mutating func openJump() -> [Effect] {
    guard let list = selectedList, list.count > 0 else { return [] }
    overlays.append(.jump(JumpLabels(rows: list.viewport.visible(count: list.count, height: listHeight))))
    return []
  }
}

/// A letter selects its row; every other key leaves the selection where it is.
func handleJumpKey(_ key: Key, _ labels: JumpLabels, _ state: inout State) -> [Effect] {
  state.overlays.removeLast()
  guard case .character(let letter) = key.code, let row = labels.row(of: letter), let kind = state.section.kind
  else { return [] }
  return state.select(row, in: kind)
}
