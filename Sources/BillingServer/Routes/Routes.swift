internal import Logging
internal import BillingAPI
internal import GRDB
internal import HTTPTypes

/// Leads every request to its answer: where it goes, who asks, what they may do, and then the work.
struct Routes: Sendable {
  let books: Books
  let configuration: ServiceConfiguration
  let switches: HazardSwitches
  /// Nil on a Unix socket and within the program, where no browser can come from.
  let hostCheck: HostCheck?

  /// The answer to a request. Throws only what reading its body throws: the connection is then of no more use.
  func answer(_ request: ServiceRequest) async throws -> ServiceAnswer {
    do {
      try hostCheck?.require(request.head)
      guard let endpoint = Endpoint(path: request.path) else { throw Refusal.notFound }
      try endpoint.requireMethod(request.head.method)
      return try await answer(request, at: endpoint)
    } catch let refusal as Refusal {
      return refusal.answer
    }
  }

  private func answer(_ request: ServiceRequest, at endpoint: Endpoint) async throws -> ServiceAnswer {
    let moment = ServiceMoment(configuration.clock)
    if endpoint == .health { return health(moment) }
    let call = Call(
      request: request, endpoint: endpoint, moment: moment, switched: switches.strike(isWrite: request.isWrite))
    return request.isWrite ? try await write(call) : try await read(call)
  }

  private func health(_ moment: ServiceMoment) -> ServiceAnswer {
    ServiceAnswer(
      .ok,
      [
        "status": "healthy", "timestamp": .string(Timestamp.text(moment.now, ending: .zulu)),
        "version": .string(ServiceConfiguration.documentedVersion),
      ])
  }

  /// Key, hazards and answer come out of one view of the books.
  private func read(_ call: Call) async throws -> ServiceAnswer {
    let books = books
    let (admission, result) = try await attempt {
      try await books.database.read { database in
        let admission = try call.admit(books, database)
        return (admission, try call.answerReading(admission, database))
      }
    }
    await note(admission, call)
    let mangling = AnswerMangling(hazards: admission.hazards)
    try await delay(admission.hazards.value(.latency))
    return mangling.mangle(mangling.interception ?? result, isWrite: false)
  }

  private func write(_ call: Call) async throws -> ServiceAnswer {
    let books = books
    let admission = try await attempt { try await books.database.read { try call.admit(books, $0) } }
    await note(admission, call)
    let mangling = AnswerMangling(hazards: admission.hazards)
    try await delay(admission.hazards.value(.latency))
    if let interception = mangling.interception { return interception }
    let bytes = try await call.request.body()
    if admission.hazards.contains(.droppedBeforeWrite) { return .hungUp }
    if let answer = mangling.answerBeforeWriting { return mangling.mangle(answer, isWrite: true) }
    let change = try Change(call: call, admission: admission, bytes: bytes)
    let result = try await attempt { try await books.database.write { try change.perform($0) } }
    if result.status.kind == .successful { books.bell.ring() }
    try await delay(admission.hazards.value(.lateAnswer))
    return mangling.mangle(result, isWrite: true)
  }

  /// What SQLite reports becomes an answer; the rest is passed on.
  private func attempt<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
      return try await work()
    } catch let failure as DatabaseError {
      configuration.logger.error("the books failed", metadata: ["reason": "\(BooksError(failure))"])
      throw Refusal.unavailable
    } catch is RowDecodingError {
      configuration.logger.error("a row of the books cannot be read")
      throw Refusal.failed
    }
  }

  private func note(_ admission: Admission, _ call: Call) async {
    let authentication = Authentication(books: books, moment: call.moment)
    // Whether a key's last use could be noted is no matter of the request's.
    try? await authentication.note(admission.key)
  }

  private func delay(_ milliseconds: Int?) async throws {
    guard let milliseconds, milliseconds > 0 else { return }
    try await Task.sleep(for: .milliseconds(milliseconds))
  }
}

extension ServiceAnswer {
  /// No answer at all: the connection closes.
  fileprivate static let hungUp: ServiceAnswer = {
    var answer = ServiceAnswer.noContent
    answer.fate = .dropped
    return answer
  }()
}
