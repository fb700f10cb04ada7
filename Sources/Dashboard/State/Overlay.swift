import BillingAPI
import Store
import TerminalUI

/// Something that lies over the screen and has the keyboard until it closes.
package enum Overlay: Sendable, Equatable {
  /// All keys of this place; typing searches them.
  case help(HelpState)
  /// Any command by name.
  case palette(PickerState<String>)
  /// The search from anywhere: `@`, `#` and `$`.
  case finder(Finder)
  /// How often each value stands in a column.
  case frequency(FrequencyTable)
  /// The columns of a list, to be chosen, ordered and sized.
  case columns(ColumnMenu)
  /// The saved views, by name.
  case views(ViewMenu)
  /// The columns that a list can be sorted by.
  case sort(SortMenu)
  /// Letters beside the rows of a list.
  case jump(JumpLabels)
  /// A question with answers; what an answer does is a value.
  case question(Question)
  /// What can be done with the selected record.
  case actions(PickerState<String>)
  /// What can be done with the marked records.
  case bulkActions(PickerState<String>)
  /// Drafts on disk, to resume or discard.
  case drafts(DraftList)
  /// Reviews that were begun, to go on with or throw away.
  case sittings(SittingList)
  /// The values of an action on marked records.
  case bulkValues(BulkValues)
  /// A run that waits for the number of its rows to be typed.
  case runConfirmation(RunConfirmation)
  /// The runs that are kept.
  case runs(RunMenu)
  /// What is exported, how and where to.
  case export(ExportMenu)
  /// The name of a file to be read.
  case path(PathPrompt)
  /// The invoices that a bank row may pay.
  case invoicePicker(InvoicePicker)
  /// A month to pick a day from.
  case calendar(CalendarState)
  /// Text to read.
  case text(TextPage)
  /// A note beside a record.
  case note(NoteEditor)
  /// A deletion that waits for a number to be typed.
  case confirmation(TypedConfirmation)
}

/// The help screen: what is searched for, and how far it is scrolled in rows.
package struct HelpState: Sendable, Equatable {
  package var query = TextField("")
  package var offset = 0

  package init() {}

  /// `limit` is the last row that the list can begin with.
  mutating func scroll(_ rows: Int, limit: Int) { offset = max(0, min(offset + rows, limit)) }
}

/// A question whose answers are single keys; `answers` stand in the order of the dialog's choices.
package struct Question: Sendable, Equatable {
  /// What choosing does.
  package enum Answer: Sendable, Equatable {
    case stay
    case quit
    case discardDraft(String)
    case order(WriteOrder)
    /// A payment that looks as if it were recorded already.
    case recordAnyway
    case delete(Deletion)
    case recreate(Undo)
    /// Throws away the note that is being written.
    case discardNote
    case removeNote(LocalNote)
    case changeViews(ViewsChange)
    case mark(StatusMark)
    /// The records under a verdict become marks; nil for those undecided.
    case markReviewed(ReviewDecision.Verdict?)
    case discardSitting(String)
    /// The plan on the page is run.
    case beginRun
    /// A run that is through goes on.
    case controlRun(PlanID, RunCommand)
    /// Over a file that is there.
    case export(ExportRequest)
    case previewPlan(Plan)
  }

  package let dialog: Dialog
  package let answers: [Answer]
}

/// The drafts on disk.
package struct DraftList: Sendable, Equatable {
  /// nil until they are read.
  package var drafts: [DraftSummary]?
  package var selected = 0
}

/// A draft as a list shows it.
package struct DraftSummary: Sendable, Equatable {
  package let id: String
  package let title: String
  /// Day and time, as shown.
  package let savedAt: String
  /// The form as it was kept.
  package let form: FormSnapshot

  package init(id: String, title: String, savedAt: String, form: FormSnapshot) {
    self.id = id
    self.title = title
    self.savedAt = savedAt
    self.form = form
  }

  /// `Invoice INV-000406 · Acme Harbour`: numbers alone do not tell what was begun.
  var words: String {
    let whom = form.fields.first { $0.name == "customer_id" }?.text ?? ""
    return ([title.capitalizedFirst] + [whom].filter { !$0.isEmpty }).joined(separator: " · ")
  }
}
