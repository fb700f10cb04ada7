import BillingAPI
import Store
import TerminalUI

extension State {
  /// `m`: everything that can be done with the selected record, each with the reason where it cannot.
  mutating func openActions() -> [Effect] {
    let commands = Registry.commands.filter { $0.isRecordAction && $0.modes.contains(mode) }
    overlays.append(.actions(PickerState(items: commands.compactMap { paletteItem($0) })))
    return []
  }
}
