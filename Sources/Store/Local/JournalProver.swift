import BillingAPI

/// Follows every intent through the journal and notes what cannot be true of writes that go out once.
struct JournalProver {
  private(set) var proof = JournalProof()
  private var open: [IntentID: Course] = [:]
  private var ended: Set<IntentID> = []
  private var keys: [String: IntentID] = [:]
  private var made: Set<Record> = []

  private struct Record: Hashable {
    var kind: ResourceKind
    var id: Int64
  }

  /// An intent on its way.
  private struct Course {
    var history: IntentHistory
    /// What was made or changed, under which key.
    var performed: Set<Record> = []
    var performedKeys: Set<String> = []
  }

  private static let limit = 1_000

  mutating func add(_ line: JournalEntry) {
    proof.lines += 1
    if line.step == .intent { return begin(line) }
    guard var course = open[line.intent] else {
      return note(ended.contains(line.intent) ? .afterTheEnd : .missingIntent, line)
    }
    let before = course.history
    // Only what is in force is needed, so that a long journal does not fill the memory.
    course.history.add(line, keepingSteps: false)
    check(line, &course, before)
    open[line.intent] = line.step == .settled ? nil : course
    if line.step == .settled { end(course, line) }
  }

  mutating func note(_ kind: JournalProblem.Kind, _ line: JournalEntry?) {
    guard proof.problems.count < Self.limit else { return }
    proof.problems.append(JournalProblem(kind, line: line?.number, intent: line?.intent))
  }

  /// What is open at the end is compared with the store's own list of it.
  mutating func finish(openIntents: Set<IntentID>) {
    proof.open = open.count
    proof.unknown = open.values.count { $0.history.knowledge == .mayBePerformed }
    for id in openIntents.symmetricDifference(open.keys).sorted(by: { $0.text < $1.text }) {
      guard proof.problems.count < Self.limit else { return }
      proof.problems.append(JournalProblem(.lostTrack, line: nil, intent: id))
    }
  }
}

extension JournalProver {
  private mutating func begin(_ line: JournalEntry) {
    proof.intents += 1
    guard open[line.intent] == nil, !ended.contains(line.intent) else { return note(.meantTwice, line) }
    guard let history = IntentHistory([line]) else { return note(.missingIntent, line) }
    take(history.intent.key.text, line)
    open[line.intent] = Course(history: history)
  }

  /// A key belongs to one intent for ever, and to one body of it.
  private mutating func take(_ key: String, _ line: JournalEntry) {
    if keys.updateValue(line.intent, forKey: key) != nil { note(.sharedKey, line) }
  }

  private mutating func check(_ line: JournalEntry, _ course: inout Course, _ before: IntentHistory) {
    switch line.step {
    case .amended:
      let isProven = [.neverSent, .notPerformed, .notFound].contains(before.knowledge)
      if !isProven { note(.unprovenKey, line) }
      take(line.key ?? "", line)
    case .sent:
      // What never arrived may go otherwise; then nothing counts as sent before.
      if let first = before.firstSent, first.body != line.body { note(.changedBody, line) }
    case .answer, .lookUp: perform(line, &course)
    default: break
    }
  }

  private mutating func perform(_ line: JournalEntry, _ course: inout Course) {
    guard course.history.knowledge == .performed else { return }
    course.performedKeys.insert(course.history.intent.key.text)
    if let id = course.history.performedOn {
      course.performed.insert(Record(kind: course.history.intent.kind, id: id))
    }
    if course.performedKeys.count > 1 || course.performed.count > 1 { note(.performedTwice, line) }
  }

  private mutating func end(_ course: Course, _ line: JournalEntry) {
    ended.insert(line.intent)
    guard let settlement = course.history.settlement else { return note(.lostTrack, line) }
    proof.settled[settlement, default: 0] += 1
    let knowledge = course.history.knowledge
    switch settlement {
    case .saved:
      if knowledge != .performed { note(.unprovenSave, line) }
      claim(course, line)
    case .refused:
      if knowledge == .mayBePerformed || knowledge == .performed { note(.unprovenRefusal, line) }
    case .abandoned:
      if !knowledge.isEditable { proof.givenUp += 1 }
    }
  }

  /// A record is made once.
  private mutating func claim(_ course: Course, _ line: JournalEntry) {
    guard course.history.intent.verb == .create else { return }
    for record in course.performed where !made.insert(record).inserted { note(.sharedRecord, line) }
  }
}
