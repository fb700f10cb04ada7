import BillingAPI
import Store
import TerminalUI

extension State {
  /// `m`: everything that can be done with the selected record or the marked ones, each with the reason where it cannot.
  mutating func openActions() -> [Effect] {
    let commands = Registry.commands.filter { $0.isRecordAction && $0.modes.contains(mode) }
    let marked = hasMarks == .available ? Registry.markedActions : []
    overlays.append(.actions(PickerState(items: (marked + commands).compactMap { paletteItem($0) })))
    return []
  }
}
