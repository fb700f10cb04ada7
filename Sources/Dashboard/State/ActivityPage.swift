import BillingAPI
import Store
import TerminalUI

/// Every write of these books, the newest first: what was meant and how it ended.
package struct ActivityPage: Sendable, Equatable, PageContent {
  package var list = RowList<ActivityRow>()
  /// What the filter lets through is in `list`; this is all that was read.
  package private(set) var rows: [ActivityRow] = []
  /// The journal has nothing older.
  package private(set) var isComplete = false
  /// The oldest write that was read.
  private var oldest: String?
  package private(set) var isReading = true
  package var filter = TextField("")
  package var isTyping = false

  package init() {}

  var title: String { "Activity" }
  var mode: Mode { .activity }
  var reading: [Effect] { [.readActivity(before: nil)] }
  var check: [Span]? { list.selected.map { [Span($0.sentence, $0.tone)] } }
}

/// A write as the activity lists it.
package struct ActivityRow: Identifiable, Sendable, Equatable {
  /// The intent's name in the journal.
  package let id: String
  /// When it was meant, as the clock showed it.
  package let at: String
  /// The same with day and seconds, for what is written to a file.
  package let moment: String
  package let title: String
  /// `saved`, `refused`, `taken back`, `not settled`.
  package let outcome: String
  package let tone: Role
  /// The status of the last answer.
  package let status: Int?
  package let attempts: Int
  /// How it ended, in a sentence.
  package let sentence: String
  /// The run of a plan that this is; nil for a single write.
  package let run: PlanID?

  package init(
    id: String, at: String, title: String, outcome: String, tone: Role, status: Int?, attempts: Int, sentence: String,
    run: PlanID? = nil, moment: String? = nil
  ) {
    self.run = run
    self.moment = moment ?? at
    self.id = id
    self.at = at
    self.title = title
    self.outcome = outcome
    self.tone = tone
    self.status = status
    self.attempts = attempts
    self.sentence = sentence
  }

  /// What a filter is looked for in.
  fileprivate var searched: String { "\(at) \(title) \(outcome) \(status.map(String.init) ?? "") \(sentence)" }
}

/// A part of the activity as it was read.
package struct ActivityPart: Sendable, Equatable {
  /// The write before which it begins; nil for the newest.
  package let before: String?
  /// The oldest write of it, before which the next part begins; nil where it has none.
  package let oldest: String?
  package let rows: [ActivityRow]
  package let isLast: Bool

  package init(before: String?, rows: [ActivityRow], isLast: Bool) {
    self.before = before
    oldest = rows.last { $0.run == nil }?.id
    self.rows = rows
    self.isLast = isLast
  }
}

extension ActivityPage {
  /// Takes a part: the newest replaces everything, an older one goes to the end.
  mutating func take(_ part: ActivityPart, height: Int) {
    if part.before == nil {
      rows = part.rows
    } else if part.before == oldest {
      rows += part.rows
    } else {
      return
    }
    oldest = part.oldest ?? oldest
    isComplete = part.isLast
    isReading = false
    applyFilter(height: height)
  }

  /// Every word must be found somewhere in a row.
  mutating func applyFilter(height: Int) {
    let words = filter.text.split(whereSeparator: \.isWhitespace).map(String.init)
    list.take(rows.filter { row in words.allSatisfy { TextFolding.contains(row.searched, $0) } }, height: height)
  }

  /// Where older writes are to be read on: the end of what matches is near, and the journal has more.
  mutating func nextPart(height: Int) -> [Effect] {
    guard !isComplete, !isReading, let oldest, list.selectedIndex + 2 * height >= list.count else {
      return []
    }
    isReading = true
    return [.readActivity(before: oldest)]
  }
}
