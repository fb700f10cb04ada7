import Billing
import TerminalUI

/// The overview as it is shown: the rows of each pane in words, each with what lies behind it.
///
/// Made from what the mirror answered, for one currency and one span of the chart; views draw it, keys go through it.
struct OverviewContent: Equatable {
  var figures: [FigureTile] = []
  var ageing: [AgeingRow] = []
  /// Below the buckets: the total, other currencies, drafts.
  var ageingNotes: [[Span]] = []
  /// Whether what customers owe, added up by itself, comes to what is outstanding.
  var check: [Span] = []
  var cashFlow: [FlowGroup] = []
  var attention: [AttentionRow] = []
  var reminders: [ReminderRow] = []
  var activity: [LatestRow] = []

  /// How many parts of a pane can be selected.
  func count(_ pane: OverviewPane) -> Int {
    switch pane {
    case .figures: figures.count
    case .ageing: ageing.count
    case .cashFlow: cashFlow.count
    case .attention: attention.count + reminders.count
    case .activity: activity.count
    }
  }

  /// What lies behind a part of a pane.
  func destination(_ pane: OverviewPane, _ index: Int) -> Destination? {
    guard index >= 0, index < count(pane) else { return nil }
    switch pane {
    case .figures: return figures[index].destination
    case .ageing: return ageing[index].destination
    case .cashFlow: return cashFlow[index].destination
    case .attention where index < attention.count: return attention[index].destination
    case .attention: return reminders[index - attention.count].destination
    case .activity: return activity[index].destination
    }
  }
}

/// One of the figures at the top.
struct FigureTile: Hashable {
  var title: String
  /// For narrow screens.
  var shortTitle: String
  var value: String
  /// A few words behind the value, where there is room.
  var aside = ""
  var role: Role
  /// One value for each week or month; empty draws none.
  var spark: [Double?] = []
  /// The lines below: two of them, or one below the sparkline.
  var notes: [[Span]]
  var destination: Destination

  /// The same before its figure is known.
  var unknown: FigureTile {
    var tile = self
    (tile.value, tile.aside, tile.spark, tile.notes) = ("…", "", [], [])
    return tile
  }
}

/// What is outstanding at one age.
struct AgeingRow: Hashable {
  var label: String
  var amount: String
  var count: Int
  /// Of all that is outstanding, 0…1.
  var share: Double
  var role: Role
  var destination: Destination
}

/// A month, quarter or year of the chart.
struct FlowGroup: Hashable {
  var label: String
  /// `March 2026`, `Q1 2026`.
  var name: String
  var invoiced: Money
  var received: Money
  var destination: Destination
}

/// A customer who is late.
struct AttentionRow: Hashable {
  var name: String
  var overdue: String
  var oldest: String
  var count: Int
  var last: String
  var destination: Destination
}

/// Something else to look after: drafts, estimates that expire, the key.
struct ReminderRow: Hashable {
  var text: String
  var figure: String
  var when: String
  var role: Role
  var destination: Destination?
}

/// Something that happened.
struct LatestRow: Hashable {
  /// `14:31` today, a day before.
  var moment: String
  var sign: Span
  var title: String
  var amount: String
  /// Whose it is, or what changed.
  var words: String
  var destination: Destination
}
