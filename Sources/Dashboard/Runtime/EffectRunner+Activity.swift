import BillingAPI
import BillingSync
import FoundationEssentials
import Store
import TerminalUI

extension EffectRunner {
  /// How many writes are read at once.
  private static let activityPart = 200
  /// The most runs of plans that are looked through.
  private static let mostRuns = 1_000

  /// The newest writes, or those before one.
  func readActivity(before id: String?, _ books: OpenBooks) async throws {
    let outbox = books.synchronizer.outbox
    let entries = try await outbox.activity(before: id.map(IntentID.init(text:)), limit: Self.activityPart)
    let isLast = entries.count < Self.activityPart
    let runs = try await runs(since: isLast ? nil : entries.last?.meantAt, before: id, books)
    let rows = entries.map { ($0.meantAt, ActivityRow($0)) } + runs
    post(.activity(ActivityPart(before: id, rows: rows.sorted { $0.0 > $1.0 }.map(\.1), isLast: isLast)))
  }

  /// The runs of plans that moved last between two writes: a run stands above what it wrote.
  private func runs(since: Date?, before id: String?, _ books: OpenBooks) async throws -> [(Date, ActivityRow)] {
    var end: Date?
    if let id { end = try await books.synchronizer.outbox.activity(of: IntentID(text: id))?.meantAt }
    return try await books.synchronizer.bulk.runs(limit: Self.mostRuns)
      .filter { $0.changed >= (since ?? .distantPast) && $0.changed < (end ?? .distantFuture) }
      .map { ($0.changed, ActivityRow($0)) }
  }

  /// Everything that the journal has of one write.
  func readWrite(_ id: String, _ books: OpenBooks) async throws {
    let outbox = books.synchronizer.outbox
    guard let entry = try await outbox.activity(of: IntentID(text: id)) else {
      return post(.failed("The journal does not have this write: another program may have kept it elsewhere."))
    }
    post(.write(WriteStory(entry, curl: outbox.curl(entry.request))))
  }
}

extension ActivityRow {
  fileprivate init(_ entry: ActivityEntry) {
    self.init(
      id: entry.id.text, at: LocalTime.moment(of: entry.meantAt), title: entry.fullTitle, outcome: entry.outcome.words,
      tone: entry.outcome.tone, status: entry.steps.last { $0.status != nil }?.status, attempts: entry.attempts,
      sentence: Sentences.ending(of: entry), moment: LocalTime.whole(entry.meantAt))
  }
}

extension ActivityRow {
  /// A run of a plan; its rows are writes of their own.
  fileprivate init(_ run: RunSummary) {
    let failed = run.failed > 0 ? ", \(run.failed) failed" : ""
    self.init(
      id: "run \(run.id)", at: LocalTime.moment(of: run.changed),
      title: "run: \(run.action.verb), \(run.rows) \(run.rows == 1 ? "row" : "rows")", outcome: run.standing,
      tone: run.isUnfinished || run.failed > 0 ? "warning" : "ok", status: nil, attempts: 0,
      sentence: "\(run.done) of \(run.rows) done\(failed). Enter shows its report; x there exports it.", run: run.id,
      moment: LocalTime.whole(run.changed))
  }
}

extension WriteStory {
  fileprivate init(_ entry: ActivityEntry, curl: String) {
    // What cannot be read as JSON is shown as it is.
    let json = entry.request.body.flatMap { try? JSONValue(parsing: $0) }
    let body = json?.prettyPrinted() ?? entry.request.body ?? ""
    self.init(
      id: entry.id.text, title: entry.fullTitle, outcome: entry.outcome.words, tone: entry.outcome.tone,
      key: entry.request.idempotencyKey, steps: entry.steps.map { Step($0) },
      failure: entry.failure.map(Sentences.sentence(for:)), request: "\(entry.request.method) \(entry.request.path)",
      body: body.split(separator: "\n").map(String.init), curl: curl)
  }
}

extension WriteStory.Step {
  fileprivate init(_ step: ActivityEntry.Step) {
    self.init(at: LocalTime.second(of: step.at), words: Sentences.step(step), tone: Self.tone(step))
  }

  private static func tone(_ step: ActivityEntry.Step) -> Role {
    switch step.step {
    case .noAnswer, .notSent: "warning"
    case .answer: (step.status ?? 0) < 300 ? "ok" : "error"
    default: "text"
    }
  }
}

extension ActivityEntry {
  /// `payment PAY-000214`, `deletion of invoice INV-000012`.
  var fullTitle: String { verb.title(of: kind, title) }
}

extension ActivityEntry.Outcome {
  /// Two words for the list.
  fileprivate var words: String {
    switch self {
    case .saved: "saved"
    case .refused: "refused"
    case .abandoned(let knowledge): knowledge.isEditable ? "taken back" : "given up"
    case .open: "not settled"
    }
  }

  fileprivate var tone: Role {
    switch self {
    case .saved: "ok"
    case .refused: "error"
    case .abandoned: "text.dim"
    case .open: "warning"
    }
  }
}
