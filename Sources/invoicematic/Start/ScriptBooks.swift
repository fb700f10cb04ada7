import Billing
import BillingAPI
import BillingClient
import BillingExport
import BillingSync
import Dashboard
import FoundationEssentials
import Store

/// Books that a script works on: opened like the dashboard's, without a screen.
final class ScriptBooks: Sendable {
  let synchronizer: Synchronizer
  let mirror: Mirror
  /// Today, or the day that was named instead.
  let day: CalendarDate
  /// How CSV is written, as it is configured.
  let csv: CSVFormat
  private let opener: ProgramOpener
  private let service: String

  private init(_ books: OpenBooks, _ opener: ProgramOpener, launch: Launch) {
    synchronizer = books.synchronizer
    mirror = books.mirror
    self.opener = opener
    service = books.service
    day = launch.day
    csv = launch.plan.appearance.csv.format
  }

  /// Opens what the options name. A journal that cannot be used is told when something is to be written.
  static func open(
    _ options: LaunchOptions, report: @escaping @Sendable (SyncEvent) -> Void = { _ in }
  ) async throws(ProgramError) -> ScriptBooks {
    let launch = try Launch(options, variables: .current, binary: nil)
    let opener = try ProgramOpener(launch: launch)
    do {
      let books = try await opener.open(try choice(launch.plan.books), report: report)
      return ScriptBooks(books, opener, launch: launch)
    } catch let error as ProgramError {
      throw error
    } catch OpenFailure.failed(let sentence) {
      throw opener.failure ?? ProgramError(.unavailable, sentence)
    } catch {
      throw ProgramError(.configuration, "These books are not set up yet: start the program once without a command.")
    }
  }

  func close() async {
    await synchronizer.stop()
    await opener.close()
  }

  /// Whose books a plan is made for; asks the service.
  func identity() async throws(ProgramError) -> PlanBooks {
    do {
      let company = try await synchronizer.companyAndKey().company
      return PlanBooks(service: service, company: company.id.value, companyName: company.name)
    } catch {
      throw ProgramError(error)
    }
  }

  /// The same without asking: what is known before the service answers.
  var knownIdentity: PlanBooks { PlanBooks(service: service) }

  /// Fetches all records of these kinds, or says why it cannot.
  func fetch(_ kinds: [ResourceKind]) async throws(ProgramError) {
    do {
      for kind in kinds {
        try await synchronizer.refresh(kind)
        while try await synchronizer.fetchMore(kind) {}
      }
    } catch {
      throw ProgramError(error)
    }
  }

  private static func choice(_ books: LaunchPlan.Books) throws(ProgramError) -> OpenChoice {
    switch books {
    case .demo: .demo
    case .local: .local(nil)
    case .remote: .remote(nil)
    case .welcome:
      throw ProgramError(.configuration, "No service is configured. Name a profile, or use --local or --demo.")
    }
  }
}

extension ProgramError {
  /// Why the service or the store did not do what a script asked.
  init(_ failure: ServiceFailure) {
    // Nobody typed anything into a script.
    if case .store(let error) = failure {
      self.init(.inputOutput, "\(error.sentence) Nothing was sent.")
      return
    }
    let status: ExitStatus =
      switch failure {
      case .unauthorized, .forbidden, .missingScope, .readOnly: .permission
      default: .unavailable
      }
    self.init(status, Sentences.sentence(for: failure))
  }

  init(_ failure: BulkFailure) {
    switch failure {
    case .store(let error): self.init(.inputOutput, "\(error.sentence) Nothing more was sent.")
    case .notAPlan(let words): self.init(.unreadableData, "The file is no plan: \(words). Nothing was sent.")
    case .otherVersion(let version):
      self.init(
        .unreadableData, "The plan is of version \(version), which this program does not know. Make a new plan.")
    case .edited:
      self.init(
        .unreadableData,
        "The plan was edited after it was made. Nothing was sent: make a new plan, or apply it "
          + "with --edited.")
    case .otherBooks(let books):
      self.init(.usage, "The plan was made for \(books.companyName ?? books.service), not for these books.")
    case .nothingToDo: self.init(.fine, "There is nothing to do.")
    case .runsElsewhere: self.init(.unavailable, "Another program runs this plan. Nothing was sent from here.")
    case .unknownRun: self.init(.missingInput, "No run of that name is kept.")
    case .notForThisKind: self.init(.usage, "The API does not allow this for records of this kind.")
    }
  }
}
