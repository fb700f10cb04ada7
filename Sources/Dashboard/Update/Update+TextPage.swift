import Billing
import TerminalUI

/// Keys of text over the screen.
func handleTextPageKey(_ key: Key, _ page: TextPage, _ state: inout State) -> [Effect] {
  var page = page
  let height = TextPageView.height(on: state.size)
  switch key {
  case Key(.escape), Key(.enter), .control("c"), Key(.character("q")):
    state.overlays.removeLast()
    return []
  case Key(.character("y")): return state.inform(.done, "Copied.") + [.copy(page.copied)]
  case Key(.down), Key(.character("j")): page.scroll(1, height: height)
  case Key(.up), Key(.character("k")): page.scroll(-1, height: height)
  case Key(.pageDown), .control("d"): page.scroll(height - 1, height: height)
  case Key(.pageUp), .control("u"): page.scroll(1 - height, height: height)
  default: return []
  }
  state.replaceOverlay(.text(page))
  return []
}

/// Keys of the calendar: arrows go by days and weeks, pages by months.
func handleCalendarKey(_ key: Key, _ calendar: CalendarState, _ state: inout State) -> [Effect] {
  var calendar = calendar
  switch key {
  case Key(.escape), .control("c"), Key(.character("q")):
    state.overlays.removeLast()
    return []
  case Key(.enter), Key(.character(" ")):
    state.overlays.removeLast()
    return state.type { field in
      field.replaceAll(with: calendar.day.iso)
      return true
    }
  case Key(.character("t")): calendar.day = state.figures.today
  default:
    guard let day = calendar.day.moved(by: key) else { return [] }
    calendar.day = day
  }
  state.replaceOverlay(.calendar(calendar))
  return []
}

extension CalendarDate {
  /// The day that a key of the calendar goes to; nil for a key that goes nowhere.
  fileprivate func moved(by key: Key) -> CalendarDate? {
    switch key.code {
    case .left, .character("h"): adding(days: -1)
    case .right, .character("l"): adding(days: 1)
    case .up, .character("k"): adding(days: -7)
    case .down, .character("j"): adding(days: 7)
    case .pageUp: adding(months: -1)
    case .pageDown: adding(months: 1)
    case .home: startOfMonth
    case .end: endOfMonth
    default: nil
    }
  }
}
