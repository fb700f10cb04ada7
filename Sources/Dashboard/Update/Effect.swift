import Billing
import BillingAPI
import Store
import TerminalUI

/// Work to be done outside the event loop; a comparable value, so that a test can ask what a key causes.
package enum Effect: Sendable, Equatable {
  /// Opens the books that the user chose; the answer is `.opened` or `.openFailed`.
  case open(OpenChoice)

  /// The ids of a list in display order, with its counts and sums.
  case order(ListRequest, generation: Int)
  case rows(ResourceKind, ids: [Int64])
  case detail(ResourceKind, id: Int64)
  /// The figures of all that is loaded, with so many months of what was invoiced and received.
  case overview(months: Int)
  /// All that the mirror has of a customer, and what was noted.
  case customerPage(Int64)

  /// The next page of a list from the service.
  case fetchMore(ResourceKind)
  /// The newest page of a list once more, then those of the records on the screen that it did not bring.
  case refresh(ResourceKind, visible: [Int64] = [])
  case refreshRecord(ResourceKind, id: Int64)
  /// A customer and all that belongs to it once more; its page is drawn anew by `.rowsChanged`.
  case refreshCustomer(id: Int64)
  /// Has all of a kind fetched before everything else, while a search in it is open; nil when it is closed.
  case prioritize(ResourceKind?)

  case suggest(SuggestionQuery)
  case prepareForm(FormKind, draft: String)
  /// Keeps the name that the user gave to an entry of a list that no endpoint answers.
  case keepLookUpName(LookUpList, LookUpEntry)

  /// Keeps what was learned of the service by trying.
  case keepTrait(String)
  case write(WriteRequest)
  /// Puts payments into the outbox together, where they wait some seconds in which they can be taken back.
  case hold([WriteRequest])
  /// The open invoices and the usual method of a customer who paid.
  case prepareReceipt(customer: Int64, draft: String)
  /// What a form that comes back from disk does not say of its customer: currency and what is owed.
  case readPickedCustomer(id: Int64, draft: String)
  case findDuplicates(DuplicateQuery)
  /// Reads what would be lost with a record.
  case prepareDeletion(ResourceKind, id: Int64)
  /// Makes a deleted record again from what the journal kept.
  case recreate(intent: String, ResourceKind, title: String, draft: String)
  case retryWrites
  /// Lists the writes that are not settled.
  case readOutbox
  /// Writes of the journal, older than one or the newest.
  case readActivity(before: String?)
  /// The story of one write.
  case readWrite(String)
  case readConflict(String)
  /// Does what a person wants done with a write that is not settled.
  case handle(WriteOrder)
  /// `revision` comes back with the answer: what was typed since is not on disk.
  case saveDraft(id: String, title: String, FormSnapshot, revision: Int)
  case discardDraft(id: String)
  case loadDrafts
  /// Opens the form that a draft keeps.
  case openDraft(String)
  case keepNote(NoteText)
  /// Puts on this machine's disk what was marked or decided, after all that was asked for before.
  case keep(LocalChange)
  /// What earlier runs left marked; the answer is `.marks`.
  case readMarks
  /// The rows of a bank that earlier runs left; the answer is `.bankRows`.
  case readBankRows
  /// What marked records come to; the answer is `.markSums`.
  case sumMarks(ResourceKind, Set<Int64>, generation: Int)
  /// Records that are looked through, the one on the screen and its neighbours; the answer is `.reviewDetails`.
  case readForReview(ResourceKind, ids: [Int64])
  case readSittings
  /// Plans and runs; the answer is `.bulk`.
  case bulk(BulkWork)
  /// Writes records or a report down; the answer is `.exported`.
  case export(ExportRequest)
  /// What a path that is typed may go on with; the answer is `.pathOffers`.
  case completePath(String)
  case openSitting(String)
  case removeNote(LocalNote)

  /// How many records each of these filters lets through, as they are written; the answer is `.filterCounts`.
  case countFilters(ResourceKind, [String])
  /// What can stand at the caret of a filter; the answer is `.filterOffers`.
  case completeFilter(FilterOffers.Question)
  /// Records that a search from anywhere finds; the answer is `.found`.
  case find(FindQuery)
  /// How often each value stands in a column of a list; the answer is `.frequencies`.
  case frequencies(SortColumn, ListRequest)

  /// The saved views and columns; the answer is `.views`.
  case loadViews
  case changeViews(ViewsChange)

  /// Posts `.timer` after a time; setting it again starts it anew.
  case timer(TimerID, after: Duration)
  case cancelTimer(TimerID)

  /// Reads a record to be copied; the answer is `.toCopy`.
  case readForCopy(ResourceKind, id: Int64, CopyForm, title: String)
  /// Puts text on the user's clipboard through the terminal (OSC 52).
  case copy(String)
  /// Gives the terminal to the person's editor; the answer is `.editedText`.
  case editText(draft: String, String)
  case redraw
  case suspend
  case quit
  /// The books of the command line cannot be opened: the program ends, and says why on the terminal it gives back.
  case giveUp
}

/// What a timer is for; one of each runs at a time.
package enum TimerID: Hashable, Sendable {
  /// The detail follows the selection.
  case detail
  /// The pop-up of a key prefix is due.
  case pendingKeys
  /// The notice has been shown long enough.
  case notice
  /// The form on top is written to disk.
  case draft
  /// The filter follows what is typed.
  case filter
  /// A list that was made anew may be made anew again.
  case listRest
  /// The overview that was read anew may be read anew again.
  case overviewRest
  /// A second of the time in which payments can be taken back is over.
  case countdown
  /// Typing has paused: payments that look the same are looked for.
  case duplicates
  /// What was typed ahead has waited long enough.
  case typedAhead
  /// What changed by itself is shown, which waits a little where a frame was shown just before.
  case frame
}

/// Something to be written, as JSON.
package struct WriteRequest: Sendable, Equatable {
  package enum Action: Sendable, Equatable {
    /// The whole body of a new record.
    case create(JSONValue)
    /// The fields that were typed over, and the record that they were typed over.
    case update(id: Int64, edits: JSONValue, base: JSONValue)
    case delete(id: Int64)
  }

  package let kind: ResourceKind
  package let action: Action
  /// The draft that it came from; it is discarded when the write is settled.
  package let draftID: String
  /// What the outbox and messages call it.
  package let title: String
  /// The number is the program's proposal, so where another record turns out to have it, the next one is as good.
  package var isNumberProposed = false

  package init(kind: ResourceKind, action: Action, draftID: String, title: String) {
    self.kind = kind
    self.action = action
    self.draftID = draftID
    self.title = title
  }
}

/// What can be opened from the welcome screen or by an option.
package enum OpenChoice: Sendable, Equatable {
  case demo
  /// The user's own books; the company's name and currency where they are new.
  case local(Setup?)
  /// The service of the configuration, or of the key that was typed.
  case remote(TypedKey?)

  package struct Setup: Sendable, Equatable {
    package let companyName: String
    package let currencyID: Int64

    package init(companyName: String, currencyID: Int64) {
      self.companyName = companyName
      self.currencyID = currencyID
    }
  }
}
