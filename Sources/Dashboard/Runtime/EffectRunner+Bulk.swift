import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store

extension EffectRunner {
  /// Makes plans and begins, steers and reads runs; what goes wrong is answered as a sentence.
  func work(_ work: BulkWork, _ books: OpenBooks) async throws {
    do {
      switch work {
      case .methods: post(.bulk(.methods(try lookUps(.paymentMethods, books))))
      case .match(let entries, let generation): try match(entries, generation: generation, books)
      case .candidates(let entry, let place): try candidates(entry, place: place, books)
      case .readBankRows(let path): readBankRows(path: path)
      case .readPlan(let path): readPlan(path: path)
      case .preview(let plan): try await preview(plan, books)
      case .plan(let request): try await plan(request, books)
      case .drop(let plan): try await books.synchronizer.bulk.drop(plan)
      case .undo(let run): try await planUndoing(run, books)
      case .begin(let plan, let included, let excluded):
        let run = try await books.synchronizer.bulk.begin(plan, including: included, excluding: excluded)
        post(.bulk(.begun(run)))
      case .control(let run, let command):
        post(.bulk(.run(try await books.synchronizer.bulk.control(run, command))))
      case .runs: try await readRuns(books)
      case .open(let run): post(.bulk(.run(try await books.synchronizer.bulk.snapshot(run))))
      }
    } catch let failure as BulkFailure {
      post(.bulk(.failed(BulkSentences.sentence(for: failure))))
    }
  }

  /// What was marked goes with what it was then, so that what changed since is held.
  private func plan(_ request: BulkRequest, _ books: OpenBooks) async throws {
    let marks = try books.local?.marks(of: request.kind) ?? []
    let seen = Dictionary(marks.map { ($0.id, $0.expectation(of: request.kind)) }) { first, _ in first }
    let targets = request.targets.map { target in
      var target = target
      target.seen = target.seen ?? seen[target.record]
      target.amount = request.amounts[target.record] ?? target.amount
      return target
    }
    if let former = request.replacing { try await books.synchronizer.bulk.drop(former) }
    let plan = try await books.synchronizer.bulk.plan(
      request.action, request.kind, targets, books: planBooks(books))
    var request = request
    request.replacing = nil
    post(.bulk(.planned(Self.snapshot(of: plan), request)))
  }

  private func planUndoing(_ run: PlanID, _ books: OpenBooks) async throws {
    let plan = try await books.synchronizer.bulk.undoing(run, books: planBooks(books))
    post(.bulk(.planned(Self.snapshot(of: plan), nil)))
  }

  private func readRuns(_ books: OpenBooks) async throws {
    let runs = try await books.synchronizer.bulk.runs(limit: 50)
    post(.bulk(.runs(runs.map { KeptRun($0, began: LocalTime.moment($0.began, seenOn: today())) })))
  }

  func planBooks(_ books: OpenBooks) -> PlanBooks {
    let company = books.company ?? books.synchronizer.lastIdentity?.company
    return PlanBooks(service: books.service, company: company?.id.value, companyName: company?.name)
  }

  private static func snapshot(of plan: Plan) -> RunSnapshot {
    let rows = plan.rows.map { row in
      RunRow(row.forbidden.map { .forbidden($0) } ?? (row.held.isEmpty ? .waiting : .held(row.held)), of: row)
    }
    return RunSnapshot(plan: plan, rows: rows, phase: .planned, began: plan.made)
  }
}

/// Why a plan or a run cannot be had, in a sentence: what happened, what was kept, what to do.
enum BulkSentences {
  static func sentence(for problem: PlanFile.Problem) -> String {
    switch problem {
    case .unreadable(let words): sentence(for: BulkFailure.notAPlan(words))
    case .otherVersion(let version): sentence(for: BulkFailure.otherVersion(version))
    }
  }

  static func sentence(for failure: BulkFailure) -> String {
    switch failure {
    case .store(let error): Sentences.sentence(for: error)
    case .notAPlan(let why): "That is no plan: \(why). Nothing was sent; make the plan anew."
    case .otherVersion(let version):
      "The plan is of version \(version), which this program does not read. Make it anew."
    case .edited: "The plan was edited after it was made. Nothing was sent; make it anew."
    case .otherBooks(let books):
      "The plan was made for \(books.companyName ?? books.service). Nothing was sent; open those books."
    case .nothingToDo: "Nothing of it can be done: no plan was made. The marks stay."
    case .runsElsewhere: "Another program runs it. It can be watched there."
    case .unknownRun: "That run is not kept any more. The activity (A) has its writes."
    case .notForThisKind: "That cannot be done to records of this kind."
    }
  }
}
