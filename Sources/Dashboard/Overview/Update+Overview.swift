import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  /// The overview in words, for the currency and span that are chosen; nil until it was read.
  var overviewContent: OverviewContent? {
    overview.page.map { OverviewContent($0, overview, session: session, figures) }
  }

  var overviewLayout: OverviewLayout { OverviewLayout(ScreenLayout(size: size).body) }

  /// What lies behind what is selected on the overview.
  var overviewDestination: Destination? {
    guard section == .start, let content = overviewContent else { return nil }
    return content.destination(overview.focus, overview.place(content))
  }

  /// Goes through the rows of a pane, and past its ends to the pane above or below.
  mutating func moveInOverview(_ move: Move) -> [Effect] {
    switch move {
    case .rows(let rows): stepDown(rows)
    case .screens(let screens, let part): select(overviewPlace + screens * max(1, 8 / part))
    case .first: select(0)
    case .last: select(.max)
    }
    return []
  }

  /// Goes through the columns of a pane, and past its ends to the pane beside it.
  mutating func moveAcrossOverview(_ distance: Int) -> [Effect] {
    let layout = overviewLayout
    let next = overviewPlace + distance
    if layout.isHorizontal(overview.focus), (0..<overviewCount).contains(next) {
      select(next)
    } else if let beside = layout.neighbour(of: overview.focus, across: distance) {
      overview.focus = beside
    }
    return []
  }

  /// Gives the keyboard to the next pane, around the end.
  mutating func stepPane(_ distance: Int) -> [Effect] {
    let order = overviewLayout.order
    guard let place = order.firstIndex(of: overview.focus) else {
      overview.focus = order.first ?? .figures
      return []
    }
    overview.focus = order[(place + distance + order.count) % order.count]
    return []
  }

  /// Opens the list, record or customer behind what is selected.
  mutating func openDestination() -> [Effect] {
    overviewDestination.map { follow($0) } ?? []
  }

  mutating func follow(_ destination: Destination) -> [Effect] {
    switch destination {
    case .list(let section, let filter): show(section) + setFilter(filter, &self)
    case .record(let kind, let id): openRecord(kind, id: id)
    case .customer(let id): openCustomer(id)
    }
  }

  /// Shows the figures of the next currency; the chart ends today again.
  mutating func stepCurrency(_ distance: Int) -> [Effect] {
    guard let page = overview.page else { return [] }
    let currencies = page.figures.currencies.map(\.currencyID)
    guard currencies.count > 1 else {
      return inform(.information, "Everything that is loaded is in one currency.")
    }
    let place = currencies.firstIndex(of: overview.shown.currencyID) ?? 0
    overview.chosen = ChosenCurrency(id: currencies[(place + distance + currencies.count) % currencies.count])
    overview.lookback = 0
    return []
  }

  mutating func setSpan(_ span: ChartSpan) -> [Effect] {
    overview.span = span
    overview.lookback = 0
    overview.selection[.cashFlow] = nil
    return askForMonths()
  }

  /// Moves the chart's time earlier (below 0) or later; it never ends after today.
  mutating func shiftChart(_ distance: Int) -> [Effect] {
    let lookback = overview.lookback - distance
    guard lookback >= 0 else { return inform(.information, "The chart ends today.") }
    guard lookback <= overview.longestLookback else {
      return inform(.information, "The chart goes back no further: three years are shown.")
    }
    overview.lookback = lookback
    return askForMonths()
  }

  private var overviewCount: Int { overviewContent?.count(overview.focus) ?? 0 }
  private var overviewPlace: Int { overviewContent.map { overview.place($0) } ?? 0 }

  private mutating func select(_ place: Int) {
    overview.selection[overview.focus] = max(0, min(place, overviewCount - 1))
  }

  private mutating func stepDown(_ rows: Int) {
    let layout = overviewLayout
    let next = overviewPlace + rows
    if !layout.isHorizontal(overview.focus), (0..<overviewCount).contains(next) {
      select(next)
    } else if let pane = layout.neighbour(of: overview.focus, down: rows.signum()) {
      overview.focus = pane
    }
  }
}

extension OverviewState {
  /// The selected part of the pane with the keyboard: the last month of the chart, else the first, until one is chosen.
  func place(_ content: OverviewContent) -> Int {
    let count = content.count(focus)
    let chosen = selection[focus] ?? (focus == .cashFlow ? count - 1 : 0)
    return max(0, min(chosen, count - 1))
  }
}

extension OverviewLayout {
  /// The pane left (below 0) or right of one.
  func neighbour(of pane: OverviewPane, across distance: Int) -> OverviewPane? {
    guard let row = grid.first(where: { $0.contains(pane) }), let place = row.firstIndex(of: pane) else { return nil }
    return row.indices.contains(place + distance) ? row[place + distance] : nil
  }

  /// The pane above (below 0) or below one; from figures the one under them.
  func neighbour(of pane: OverviewPane, down distance: Int) -> OverviewPane? {
    guard let place = grid.firstIndex(where: { $0.contains(pane) }), grid.indices.contains(place + distance) else {
      return nil
    }
    let column = grid[place].firstIndex(of: pane) ?? 0
    let row = grid[place + distance]
    return row[min(column, row.count - 1)]
  }
}

extension State {
  /// Asks for more months where the chart goes back further than what was read.
  mutating func askForMonths() -> [Effect] {
    overview.monthsWanted > overview.shown.months.count ? askForOverview() : []
  }

  /// Whether Enter opens something: a figure, a customer's page, or a record on the whole screen.
  var canOpen: Bool {
    section == .start ? overviewDestination != nil : selectedID != nil && !isZoomed
  }

  mutating func openSelected() -> [Effect] {
    if section == .start { return openDestination() }
    if section == .customers, let id = selectedID { return openCustomer(id) }
    return zoom()
  }
}
