import Billing
import BillingAPI
import Store
import TerminalUI

/// Everything the screen shows and the user is doing; a value that only `update` changes.
package struct State: Sendable, Equatable {
  package var size: Size
  /// How amounts and days are written, and what day it is.
  package var figures: Figures
  package var phase: Phase
  /// The welcome screen as it was left, to come back to when nothing could be opened.
  package var welcome: WelcomeState?
  package var session: SessionFacts
  package var section: Section = .start
  /// The sections that were opened, for going back and forward.
  package var history = SectionHistory()
  package var lists: [ResourceKind: ListState]
  /// The named views and columns that are kept.
  package var views = SavedViews()
  package var overview = OverviewState()
  /// True while the selected record fills the screen.
  package var isZoomed = false
  /// How far a zoomed record is scrolled, in rows.
  package var zoomOffset = 0
  /// Where the selected record is shown beside its list.
  package var preview = PreviewPlace.beside
  /// Columns of the pane right of the list; nil for its share of the screen.
  package var previewWidth: Int?
  /// The pages over the section, the one that is shown last; empty where the section itself is shown.
  package var pages: [Page] = []
  /// The forms being filled in; the last is on top and has the keyboard.
  package var forms: [Form] = []
  /// Statuses that are on their way to the service, by the draft that their writes go under.
  package var marks: [String: StatusMark] = [:]
  /// Payments that were saved together and are not all settled, the newest last.
  package var batches: [PaymentBatch] = []
  /// Plans that are looked at, and the runs of this session.
  package var runs: [PlanID: RunSnapshot] = [:]
  /// Plans that were begun or saved as files: leaving their page does not end them.
  var keptPlans: Set<PlanID> = []
  /// A run of an earlier program that waits to be gone on with; nil where there is none, or it was opened.
  package var interruptedRun: RunSummary?
  /// The bank rows of this session, as they were left.
  package var bankRows = BankRowsPage()
  /// The payments recorded since the start.
  package var sitting = PaymentSitting()
  /// What can be undone and done again, the latest last.
  package var undos: [Undo] = []
  package var redos: [Undo] = []
  /// Deleted records that are being made again, by the name of the write.
  package var recreations: [String: Undo] = [:]
  /// What lies over the screen and has the keyboard, topmost last.
  package var overlays: [Overlay] = []
  package var notice: Notice?
  /// The action on a record that was run last, for `.`.
  package var lastActionID: String?
  /// The beginning of a key sequence that waits for its end.
  package var pendingKeys: [Key] = []
  /// Keys that wait for what they are about.
  package var typedAhead: [Key] = []
  /// True once the pop-up with the possible ends of `pendingKeys` is due.
  package var showsPendingKeys = false
  /// How many of a hundred parts the background has fetched; nil when it rests.
  package var sweepPercent: Int?
  /// Writes that are journaled and not settled yet.
  package var outbox = OutboxFacts()

  package init(size: Size, figures: Figures, phase: Phase, session: SessionFacts) {
    self.size = size
    self.figures = figures
    self.phase = phase
    self.session = session
    lists = Dictionary(uniqueKeysWithValues: ResourceKind.allCases.map { ($0, ListState(kind: $0)) })
  }

  /// What the program is at: finding out what to open, or at work.
  package enum Phase: Sendable, Equatable {
    case welcome(WelcomeState)
    case opening(String)
    case working
  }
}

/// What a number key opens.
package enum Section: Hashable, Sendable, CaseIterable {
  case start, invoices, customers, payments, estimates, expenses, items

  /// The digit that opens it.
  package var digit: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  package var kind: ResourceKind? {
    switch self {
    case .start: nil
    case .invoices: .invoices
    case .customers: .customers
    case .payments: .payments
    case .estimates: .estimates
    case .expenses: .expenses
    case .items: .items
    }
  }

  package init(_ kind: ResourceKind) {
    self = Self.allCases.first { $0.kind == kind } ?? .start
  }

  package var title: String { kind.map { $0.rawValue.capitalizedFirst } ?? "Start" }
}

extension String {
  /// This text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
