import Billing
import BillingAPI
import BillingExport
import BillingSync
import FoundationEssentials
import Store
import Synchronization

/// Does outside the loop what effects say, and posts what comes of it.
///
/// The one place that knows the store and the synchronizer. Any thread may call it; it never blocks the caller.
package final class EffectRunner: Sendable {
  /// What changes while it works.
  struct Memory {
    var books: OpenBooks?
    var isIdentified = false
    /// The newest order asked for of each kind: older ones need not be made.
    var generations: [ResourceKind: Int] = [:]
    /// What was looked for last: an older search need not be made.
    var newestQuery: FindQuery?
    /// What a form asked for last: older questions need no answer.
    var newestOffers: SuggestionQuery?
    /// The forms behind the writes of this run, by intent.
    var writes: [IntentID: WriteRequest] = [:]
    /// Who waits until payments are held, by the last of them.
    var holds: [IntentID: CheckedContinuation<Void, Never>] = [:]
    /// What is to be kept on this machine and is not written yet, in its order.
    var localChanges: [LocalChange] = []
  }

  let queue: EventQueue
  let memory = Mutex(Memory())
  /// Held while it is read and posted how much of a list is loaded, so that what is older never comes later.
  let telling = Mutex(())
  /// Held by whoever writes local changes.
  let localWriting = Mutex(())
  /// The user's day.
  let today: @Sendable () -> CalendarDate
  /// How CSV is exported, as it is configured.
  let csv: CSVFormat
  /// False where nothing may be written to files or given to commands: tests that press any key at all.
  let exportsLeave: Bool
  private let opener: any BooksOpener

  package init(
    queue: EventQueue, opener: any BooksOpener, csv: CSVFormat = CSVFormat(), exportsLeave: Bool = true,
    today: @escaping @Sendable () -> CalendarDate = { LocalTime.day(of: Date()) }
  ) {
    self.csv = csv
    self.exportsLeave = exportsLeave
    self.queue = queue
    self.opener = opener
    self.today = today
  }

  func perform(_ effect: Effect) {
    if case .order(let request, let generation) = effect {
      memory.withLock { $0.generations[request.kind] = generation }
    }
    if case .keep(let change) = effect { memory.withLock { $0.localChanges.append(change) } }
    if case .find(let query) = effect { memory.withLock { $0.newestQuery = query } }
    if case .suggest(let query) = effect { memory.withLock { $0.newestOffers = query } }
    queue.run { [self] in await carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) async {
    if case .open(let choice) = effect { return await open(choice) }
    guard let books = memory.withLock({ $0.books }) else { return }
    do {
      try await carryOut(effect, books)
    } catch let error as StoreError {
      post(.failed(Sentences.sentence(for: error)))
    } catch let problem as ViewsProblem {
      post(.failed(problem.sentence))
    } catch let failure as ServiceFailure {
      post(.failed(Sentences.sentence(for: failure)))
    } catch {
      post(.failed(Sentences.unexpected(error)))
    }
  }

  /// The routes only; the work is in the extensions, by topic.
  private func carryOut(_ effect: Effect, _ books: OpenBooks) async throws {
    switch effect {
    case .order(let request, let generation):
      await books.synchronizer.show(request.kind)
      try order(request, generation, books)
    case .rows(let kind, let ids): post(.rows(kind, try books.mirror.rows(kind, ids: ids)))
    case .detail(let kind, let id): try detail(kind, id, books)
    case .overview(let months): try overview(months: months, books)
    case .customerPage(let id): try customerPage(id, books)
    case .fetchMore(let kind): await fetchMore(kind, books)
    case .refresh(let kind, let visible): try await refresh(kind, visible, books)
    case .refreshRecord(let kind, let id): try await refreshRecord(kind, id, books)
    case .refreshCustomer(let id): try await books.synchronizer.refreshCustomer(id)
    case .prioritize(let kind): await books.synchronizer.prioritize(kind)
    case .suggest(let query): try suggest(query, books)
    case .prepareForm(let kind, let draft): try await prepare(kind, draft, books)
    case .write(let request): await write(request, books)
    case .hold(let requests): await hold(requests, books)
    case .prepareReceipt(let customer, let draft): try await prepareReceipt(of: customer, draft, books)
    case .readPickedCustomer(let id, let draft): try readPickedCustomer(id, draft, books)
    case .findDuplicates(let query): try await findDuplicates(query, books)
    case .prepareDeletion(let kind, let id): try await prepareDeletion(kind, id, books)
    case .recreate(let intent, let kind, let title, let draft):
      try await recreate(intent, kind, title, draft, books)
    case .retryWrites: try await retryWrites(books)
    case .readOutbox: try await readOutbox(books)
    case .readActivity(let before): try await readActivity(before: before, books)
    case .readWrite(let id): try await readWrite(id, books)
    case .readConflict(let id): try await readConflict(id, books)
    case .handle(let order): try await handle(order, books)
    case .openDraft(let id): try openDraft(id, books)
    case .saveDraft(let id, let title, let snapshot, let revision):
      try saveDraft(id, title, snapshot, revision, books)
    case .keepTrait(let trait): try books.local?.keepServiceTrait(trait)
    case .keepLookUpName(let list, let entry): try keepLookUpName(list, entry, books)
    case .discardDraft(let id): try books.local?.discardDraft(IntentID(text: id))
    case .loadDrafts: try loadDrafts(books)
    case .keepNote(let note): try keepNote(note, books)
    case .keep: try keepLocalChanges(books)
    case .readMarks: try readMarks(books)
    case .readBankRows: try readBankRows(books)
    case .sumMarks(let kind, let ids, let generation): try sumMarks(kind, ids, generation, books)
    case .readForReview(let kind, let ids): try readForReview(kind, ids, books)
    case .bulk(let work): try await self.work(work, books)
    case .export(let request): try await export(request, books)
    case .completePath(let typed): completePath(typed)
    case .readSittings: try readSittings(books)
    case .openSitting(let id): try openSitting(id, books)
    case .removeNote(let note): try removeNote(note, books)
    case .readForCopy(let kind, let id, let form, let title): try readForCopy(kind, id, form, title: title, books)
    case .countFilters(let kind, let filters): try countFilters(kind, filters, books)
    case .completeFilter(let question): try completeFilter(question, books)
    case .find(let query): try find(query, books)
    case .frequencies(let column, let request): try frequencies(of: column, request, books)
    case .loadViews: try loadViews(books)
    case .changeViews(let change): try changeViews(change, books)
    case .open, .timer, .cancelTimer, .copy, .editText, .redraw, .suspend, .quit, .giveUp: break
    }
  }

  func post(_ answer: Answer) { queue.post(.answer(answer)) }

  /// Opens books, shows them, and only then talks to the service.
  private func open(_ choice: OpenChoice) async {
    do {
      let books = try await opener.open(choice) { [self] in news($0) }
      memory.withLock { $0.books = books }
      var session = SessionFacts(place: books.place, isReadOnly: books.isReadOnly)
      let last = books.synchronizer.lastIdentity
      session.company = books.company ?? last?.company
      session.know(last?.apiKey)
      session.homeCurrency = books.homeCurrency
      // A store that cannot be read has learned nothing; what it lacks is tried again.
      session.traits = (try? books.local?.serviceTraits()) ?? []
      let overview = overviewAtOnce(books)
      post(.opened(session))
      if let overview { post(.overview(overview)) }
      tellDraftsLeft(books)
      for warning in books.warnings { post(.failed(warning)) }
      tellLists(books)
      // Below what a person waits for: pages being taken in must not hold up what a key asks of the mirror.
      queue.run(priority: .utility) { [self] in
        await books.synchronizer.start(fetchingAll: books.fetchesAll)
        await identify(books)
        if books.fetchesAll { await books.synchronizer.fetchAll() }
      }
    } catch {
      post(.openFailed(error))
    }
  }

  /// Asks once whose books these are, as soon as the service answers.
  func identify(_ books: OpenBooks) async {
    guard memory.withLock({ !$0.isIdentified }) else { return }
    guard let answer = try? await books.synchronizer.companyAndKey() else {
      // The connection's state says why; it is asked again when the service is back.
      return
    }
    memory.withLock { $0.isIdentified = true }
    queue.post(.news(.identity(answer)))
  }

  /// Ends what runs; called once, after the last frame.
  package func close() async {
    guard let books = memory.withLock({ $0.books }) else { return }
    await books.synchronizer.stop()
    books.mirror.settle()
  }
}
