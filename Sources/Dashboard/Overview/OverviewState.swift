import Billing
import Store

/// The overview: what the books say, and where the keyboard is in it.
package struct OverviewState: Sendable, Equatable {
  /// nil until it was read the first time.
  package var page: OverviewPage?
  /// An answer is awaited, and whether more has changed since it was asked for.
  package var isReading = false
  package var isStale = false
  /// It was read just before because something changed: what changes now can wait a little.
  package var isResting = false
  package var focus = OverviewPane.attention
  /// The row or column that is selected in each pane.
  package var selection: [OverviewPane: Int] = [:]
  /// The currency whose figures show, once one was chosen; until then it is the one with most open invoices.
  package var chosen: ChosenCurrency?
  package var span = ChartSpan.month
  /// How many columns of the chart are left out at its end: 0 ends it today.
  package var lookback = 0

  package init() {}
}

/// A currency that somebody chose; nil is that of the records that do not say theirs.
package struct ChosenCurrency: Sendable, Equatable {
  package let id: Identifier<Currency>?
}

/// The overview as it was read, with the moments of what happened as the user's clock shows them.
package struct OverviewPage: Sendable, Equatable {
  package let figures: Overview
  /// Beside each entry of the activity: `14:31` today, `12 Mar` before.
  package let moments: [String]
  /// The time of day at which it was read.
  package let readAt: String

  package init(_ figures: Overview, moments: [String], readAt: String) {
    self.figures = figures
    self.moments = moments
    self.readAt = readAt
  }
}

/// How much time one group of the chart takes.
package enum ChartSpan: Int, Hashable, Sendable {
  case month = 1
  case quarter = 3
  case year = 12

  /// As the title of the chart says it.
  var plural: String {
    switch self {
    case .month: "months"
    case .quarter: "quarters"
    case .year: "years"
    }
  }

  /// How many groups a chart shows at most.
  var count: Int {
    switch self {
    case .month: 12
    case .quarter: 8
    case .year: 6
    }
  }
}
