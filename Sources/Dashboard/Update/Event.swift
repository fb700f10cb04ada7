import Billing
import BillingAPI
import Store
import TerminalUI

/// Something that happened outside and that `update` answers.
package enum Event: Sendable {
  case terminal(TerminalEvent)
  case timer(TimerID)
  /// An effect's result.
  case answer(Answer)
  /// News from the store and the service that nobody asked for in particular.
  case news(News)

  var isNews: Bool { if case .news = self { true } else { false } }
}

/// What an effect brought back.
package enum Answer: Sendable, Equatable {
  case opened(SessionFacts)
  case openFailed(OpenFailure)
  case order(ListOrder)
  /// What the records of a list come to, for the order of that generation.
  case sums(ListSummary, in: ResourceKind, generation: Int)
  case rows(ResourceKind, [MirrorRow])
  case detail(RecordDetail)
  case overview(OverviewPage)
  /// nil where the mirror does not have this customer.
  case customerPage(Int64, CustomerFacts?)
  case suggestions(Suggestions)
  /// With what is missing of the sequence, where all of it is known.
  case proposedNumber(String, missing: MissingNumbers? = nil, draft: String)
  case prepared(FormContext, references: [String: Reference], draft: String)
  /// What is known of the customer whose id stands in a form.
  case pickedCustomer(id: Int64, Suggestion.Fill, draft: String)
  /// The record that a form is filled from.
  case source(FormSource, draft: String)
  /// It could not be read; a whole sentence.
  case sourceMissing(String, draft: String)
  case written(WriteReport)
  case drafts([DraftSummary])
  /// A draft to be opened; nil where none is kept under that name.
  case draft(DraftSummary?)
  case filterOffers(FilterOffers)
  case filterCounts([String: Int], in: ResourceKind)
  case found(Found)
  case frequencies([Frequency], of: SortColumn, in: ResourceKind)
  /// The saved views and columns, and the change that was made to them.
  case views(SavedViews, after: ViewsChange?)
  /// Every write that is not settled.
  case outbox([OutboxRow])
  case activity(ActivityPart)
  case write(WriteStory)
  /// nil where nothing is left to be picked.
  case conflict(ConflictFacts?)
  /// Payments that look like the one that is asked about.
  case duplicates([DuplicateWarning], DuplicateQuery)
  /// What would be lost with a record.
  case deletion(Deletion)
  /// Text for the clipboard, and what it is.
  case toCopy(String, CopyForm, title: String)
  /// A whole sentence about what was asked for.
  case told(String)
  /// A note beside a record was kept or removed.
  case notesChanged(ResourceKind, id: Int64)
  /// What earlier runs left marked.
  case marks([ResourceKind: Set<Int64>])
  /// Rows of a bank that earlier runs left.
  case bankRows([StatementEntry])
  case markSums(ResourceKind, ListSummary, generation: Int)
  /// Records that were asked for by a review; those that the mirror does not have are left out.
  case reviewDetails([RecordDetail], ResourceKind, asked: [Int64])
  case sittings([SittingSummary])
  /// nil where none is kept under that name.
  case sitting(ReviewSitting?)
  case bulk(BulkAnswer)
  case exported(ExportOutcome)
  case pathOffers(PathOffers)
  /// A file that was named could not be read; a whole sentence.
  case pathRefused(String)
  case draftSaved(id: String, revision: Int)
  /// So many drafts are on disk as the books are opened.
  case draftsLeft(Int)
  case editedText(EditedText, draft: String)
  /// The store could not be read or written; a whole sentence.
  case failed(String)
}

/// The ids of a list in display order, and what its foot says of them.
package struct ListOrder: Sendable, Equatable {
  package let kind: ResourceKind
  package let generation: Int
  package let ids: [Int64]
  /// nil where it comes after the ids, which do not wait for it.
  package let summary: ListSummary?
  package let completeness: Completeness

  package init(
    kind: ResourceKind, generation: Int, ids: [Int64], summary: ListSummary? = nil, completeness: Completeness
  ) {
    self.kind = kind
    self.generation = generation
    self.ids = ids
    self.summary = summary
    self.completeness = completeness
  }
}

/// What became of a write, step by step.
package struct WriteReport: Sendable, Equatable {
  package enum Step: Sendable, Equatable {
    /// Intent and key are on disk.
    case journaled(intent: String)
    /// The service performed it and the record was read back; what it did not keep is said.
    case done(RecordReference, notKept: [String])
    /// It is on disk, and can be taken back for so many seconds.
    case held(seconds: Int)
    /// It was taken back or given up.
    case takenBack
    /// Others changed the same fields meanwhile: a person picks.
    case conflict(intent: String)
    /// The service answered a deletion with yes and has the record all the same; a whole sentence.
    case stillThere(ResourceKind, sentence: String)
    /// The record is gone; the journal kept it under this name.
    case deleted(intent: String, ResourceKind)
    /// The service refused it for good: field problems by path, and its own words.
    case refused(RefusalReport)
    /// Nothing tells yet whether it was performed; it stays in the journal and goes again with the same key.
    case unsettled(intent: String, sentence: String)
    /// The service does not accept the key: the write stays in the journal and goes on with another one.
    case keyRefused(intent: String, sentence: String)
    /// It was never sent and nothing is journaled; the sentence says why.
    case notSent(String)
  }

  package let draftID: String
  package let title: String
  package let step: Step

  package init(draftID: String, title: String, step: Step) {
    self.draftID = draftID
    self.title = title
    self.step = step
  }
}

/// A record that was written.
package struct RecordReference: Sendable, Equatable {
  package let kind: ResourceKind
  package let id: Int64
  /// Its number or name.
  package let title: String
  /// Of a customer: what invoices to it are in, unless they say otherwise.
  package let currencyID: Int64?
  /// Of an item: what a line takes over of it.
  package var fill = Suggestion.Fill()

  package init(kind: ResourceKind, id: Int64, title: String, currencyID: Int64? = nil) {
    self.kind = kind
    self.id = id
    self.title = title
    self.currencyID = currencyID
  }
}

/// Why the service refused a write.
package struct RefusalReport: Sendable, Equatable {
  /// A whole sentence.
  package let sentence: String
  /// The service's sentences by field path (`items.1.quantity`).
  package let fields: [String: String]

  package init(sentence: String, fields: [String: String]) {
    self.sentence = sentence
    self.fields = fields
  }
}

/// News from the store and the service.
package enum News: Sendable, Equatable {
  case rowsChanged(Set<ResourceKind>)
  /// More of a kind is loaded.
  case progress(ResourceKind, Completeness)
  /// Whose books these are and what the key may do.
  case identity(CompanyAndKey)
  case fetching(ResourceKind, Bool)
  /// Nothing more of a kind can be had just now: all is loaded, or the service does not answer.
  case nothingMore(ResourceKind)
  /// When the service was last asked for a list.
  case readAt(ResourceKind, ReadMoment)
  /// How many of a hundred parts the background has fetched; nil when it rests.
  case sweep(percent: Int?)
  case connection(Connection)
  case outbox(OutboxFacts)
  /// A write that no open form waits for was settled or failed.
  case written(WriteReport)
  /// A run of a plan came further.
  case run(RunChange)
}
