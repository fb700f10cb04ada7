import Store

/// When the overview is read: at once for whoever opens it, and now and then for what changes by itself.
///
/// Reading it takes a processor tens of milliseconds over large books. While pages come in or a run goes, it would else be
/// read without end, for nobody where it is not on the screen.
extension State {
  /// Between two readings that nobody asked for: figures need not change oftener than they can be read.
  private static let rest = Duration.milliseconds(500)

  /// Asks for the overview, once at a time: what changes meanwhile is asked for when the answer is there.
  mutating func askForOverview() -> [Effect] {
    overview.isStale = overview.isReading
    guard !overview.isReading else { return [] }
    overview.isReading = true
    return [.overview(months: overview.monthsWanted)]
  }

  /// Records have changed: the overview follows, at once or after its rest; one that is not on the screen is read when it
  /// is opened.
  mutating func refreshOverview() -> [Effect] {
    guard section == .start, pages.isEmpty, !overview.isResting, !overview.isReading else {
      overview.isStale = true
      return []
    }
    overview.isResting = true
    return askForOverview() + [.timer(.overviewRest, after: Self.rest)]
  }

  mutating func endOverviewRest() -> [Effect] {
    overview.isResting = false
    return overview.isStale ? refreshOverview() : []
  }

  /// Where only what is open was read, so that a start shows something at once, the whole of it is on its way.
  mutating func takeOverview(_ page: OverviewPage) -> [Effect] {
    let isWhole = page.figures.extent == .whole
    guard isWhole || overview.page == nil else { return [] }
    overview.page = page
    figures.homeCurrency = session.homeCurrency ?? page.figures.mainCurrency ?? figures.homeCurrency
    guard isWhole else { return [] }
    overview.isReading = false
    return overview.isStale ? refreshOverview() : []
  }
}
