import Billing
import BillingSync
import Store

/// Books that are open: the mirror to read from, the journal and drafts, and what keeps them in step with the service.
package struct OpenBooks: Sendable {
  package let place: SessionFacts.Place
  package let isReadOnly: Bool
  package let synchronizer: Synchronizer
  package let mirror: Mirror
  /// nil where the file with journal and drafts cannot be used: then nothing can be written.
  package let local: LocalStore?
  /// What the user must know at once, in whole sentences: a mirror that was set aside, a journal that is damaged.
  package let warnings: [String]
  /// Everything is fetched in the background, and not only what is looked at.
  package let fetchesAll: Bool
  /// Whose books these are, where that is known without asking the service.
  package let company: Company?
  /// The company's own currency, where it is known.
  package let homeCurrency: Identifier<Currency>?
  /// Where named views and columns are kept.
  package let views: any ViewsKeeper
  /// The service's base URL, by which a plan knows its books; `demo` or `local` for the one inside the program.
  package let service: String
  /// The figures of the first frame, where they were read while the books were being opened.
  package let overview: Overview?

  package init(
    place: SessionFacts.Place, isReadOnly: Bool, synchronizer: Synchronizer, mirror: Mirror, local: LocalStore?,
    warnings: [String] = [], fetchesAll: Bool = false, company: Company? = nil,
    homeCurrency: Identifier<Currency>? = nil, views: any ViewsKeeper = SessionViews(), service: String = "",
    overview: Overview? = nil
  ) {
    self.place = place
    self.isReadOnly = isReadOnly
    self.synchronizer = synchronizer
    self.mirror = mirror
    self.local = local
    self.warnings = warnings
    self.fetchesAll = fetchesAll
    self.company = company
    self.homeCurrency = homeCurrency
    self.views = views
    self.service = service
    self.overview = overview
  }

  /// The figures that are read in a moment, for the first frame: no screen shows more customers and activity at first.
  ///
  /// What cannot be read is told by whoever reads all of it, which the screen asks for. Blocks.
  package static func firstFigures(_ mirror: Mirror, on today: CalendarDate) -> Overview? {
    try? mirror.overview(today: today, extent: .open, attention: 20, activity: 20)
  }
}

/// Opens books; the program provides one that knows configuration, keys and the embedded service.
package protocol BooksOpener: Sendable {
  /// `report` is called from any thread while the books are open.
  func open(
    _ choice: OpenChoice, report: @escaping @Sendable (SyncEvent) -> Void
  ) async throws(OpenFailure) -> OpenBooks
}
