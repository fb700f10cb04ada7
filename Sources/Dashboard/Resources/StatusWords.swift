import Billing
import Store
import TerminalUI

/// How a status looks: a mark that carries the meaning without colour, the service's word, and a role.
struct StatusLook: Hashable, Sendable {
  let mark: String
  let word: String
  let role: Role

  /// Three columns of marks and the word: `▲◐ OVERDUE`.
  var cell: TableCell { TableCell("\(mark) \(word)", role: role) }
  var span: Span { Span("\(mark.filter { $0 != " " }) \(word)", role) }
}

extension InvoiceRow {
  func look(_ today: CalendarDate) -> StatusLook {
    StatusLook(
      status: status, paidStatus: paidStatus, isLate: daysLate(on: today) != nil)
  }
}

extension StatusLook {
  /// Late is what the due date says, because the service's own flag may be a day behind.
  init(status: InvoiceStatus, paidStatus: PaidStatus, isLate: Bool) {
    let part = paidStatus == .partiallyPaid ? "◐" : " "
    switch status {
    case _ where isLate: self.init(mark: "▲\(part)", word: "OVERDUE", role: "status.overdue")
    case .draft: self.init(mark: "·\(part)", word: status.word, role: "status.draft")
    case .sent: self.init(mark: "●\(part)", word: status.word, role: "status.sent")
    case .viewed: self.init(mark: "○\(part)", word: status.word, role: "status.viewed")
    case .overdue: self.init(mark: "▲\(part)", word: status.word, role: "status.overdue")
    // The one word that is shortened, because it is the last thing anybody looks for.
    case .completed: self.init(mark: "✓ ", word: paidStatus == .paid ? "PAID" : status.word, role: "status.completed")
    case .unknown: self.init(mark: "  ", word: status.word, role: "status")
    }
  }

  init(_ status: EstimateStatus, isExpired: Bool) {
    switch status {
    case .sent where isExpired, .viewed where isExpired:
      self.init(mark: "▲ ", word: "EXPIRED", role: "status.expired")
    case .draft: self.init(mark: "· ", word: status.word, role: "status.draft")
    case .sent: self.init(mark: "● ", word: status.word, role: "status.sent")
    case .viewed: self.init(mark: "○ ", word: status.word, role: "status.viewed")
    case .expired: self.init(mark: "▲ ", word: status.word, role: "status.expired")
    case .accepted: self.init(mark: "✓ ", word: status.word, role: "status.accepted")
    case .rejected: self.init(mark: "✗ ", word: status.word, role: "status.rejected")
    case .unknown: self.init(mark: "  ", word: status.word, role: "status")
    }
  }
}
