import TerminalUI

/// A full screen over a section: Esc and `q` leave it for what lies beneath, a section's key leaves all of them.
///
/// A page is a value of its own, with its update functions and its view in files of their own; whatever treats all
/// pages alike asks `content`.
package enum Page: Sendable, Equatable {
  case outbox(OutboxPage)
  case activity(ActivityPage)
  case write(WritePage)
  case conflict(ConflictPage)
  case customer(CustomerPage)
  case review(ReviewPage)
  case bulk(BulkPage)
  case bankRows(BankRowsPage)

  var content: any PageContent {
    switch self {
    case .outbox(let page): page
    case .activity(let page): page
    case .write(let page): page
    case .conflict(let page): page
    case .customer(let page): page
    case .review(let page): page
    case .bulk(let page): page
    case .bankRows(let page): page
    }
  }
}

/// What every page can say of itself.
protocol PageContent: Sendable, Equatable {
  /// How the breadcrumbs and the help call it.
  var title: String { get }
  /// Whose keys hold on it.
  var mode: Mode { get }
  /// Reads what it shows: when it is opened, and when it is shown again.
  var reading: [Effect] { get }
  /// What the check line says of what is selected.
  var check: [Span]? { get }
  /// True while a field of the page has the keyboard: then characters are text, not commands.
  var isTyping: Bool { get }
}

extension PageContent {
  var check: [Span]? { nil }
  var isTyping: Bool { false }
}
