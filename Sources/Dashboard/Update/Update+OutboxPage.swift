import TerminalUI

extension State {
  /// How many writes the outbox shows at once.
  private var outboxHeight: Int { PageLayout(self).listHeight }

  /// The write that the outbox has selected.
  var selectedWrite: OutboxRow? { outboxPage?.list.selected }
  var hasSelectedWrite: Bool { selectedWrite != nil || activityPage?.list.selected != nil }

  /// Changes the outbox wherever it lies among the pages; nothing where it is not open.
  mutating func changeOutbox(_ change: (inout OutboxPage) -> Void) {
    for index in pages.indices {
      guard case .outbox(var page) = pages[index] else { continue }
      change(&page)
      pages[index] = .outbox(page)
    }
  }

  var outboxPage: OutboxPage? {
    if case .outbox(let page) = pages.last { page } else { nil }
  }

  mutating func moveInOutbox(_ move: Move) -> [Effect] {
    let height = outboxHeight
    changeOutbox { $0.list.move(move, height: height) }
    return []
  }

  mutating func takeOutbox(_ rows: [OutboxRow]) -> [Effect] {
    let height = outboxHeight
    changeOutbox { $0.list.take(rows, height: height) }
    return []
  }
}
